/** Lookups ({@code contains}, {@code gte}) and transforms ({@code year}), and how own ones are registered. */
@NullMarked
package io.djdbc.query.lookup;

import org.jspecify.annotations.NullMarked;
