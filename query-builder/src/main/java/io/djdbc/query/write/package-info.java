/** Inserts and updates: of instances, of many at once. Hidden behind {@code Database} and {@code QuerySet}. */
@NullMarked
package io.djdbc.query.write;

import org.jspecify.annotations.NullMarked;
