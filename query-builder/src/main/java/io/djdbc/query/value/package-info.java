/**
 * Values between Java and columns: {@link io.djdbc.query.value.Prepared} checks what a caller gives, {@link
 * io.djdbc.query.value.DatabaseValues} stores and reads as Django does on each database.
 */
@NullMarked
package io.djdbc.query.value;

import org.jspecify.annotations.NullMarked;
