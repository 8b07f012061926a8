/** From a URL and its properties to the vendor's driver and the sessions for it. Not API. */
@NullMarked
package io.djdbc.driver.target;

import org.jspecify.annotations.NullMarked;
