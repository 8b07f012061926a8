/** SQL against Django's: LIKE and lookups through the driver, on each database. */
@NullMarked
package io.djdbc.conformance.sql;

import org.jspecify.annotations.NullMarked;
