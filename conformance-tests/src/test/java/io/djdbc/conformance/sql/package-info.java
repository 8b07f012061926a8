/** LIKE and lookups on each database. */
@NullMarked
package io.djdbc.conformance.sql;

import org.jspecify.annotations.NullMarked;
