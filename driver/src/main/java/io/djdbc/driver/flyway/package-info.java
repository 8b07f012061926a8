/** What Flyway needs to take a djdbc URL; read by Flyway only, which is no dependency of the driver at run time. */
@NullMarked
package io.djdbc.driver.flyway;

import org.jspecify.annotations.NullMarked;
