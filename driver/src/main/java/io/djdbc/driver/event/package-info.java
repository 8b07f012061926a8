/** What can be seen of the driver from outside: log records, JFR events. Not API. */
@NullMarked
package io.djdbc.driver.event;

import org.jspecify.annotations.NullMarked;
