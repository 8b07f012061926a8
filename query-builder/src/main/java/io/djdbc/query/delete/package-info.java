/** Deletes, and what follows from them in other tables. Hidden behind {@code Database} and {@code QuerySet}. */
@NullMarked
package io.djdbc.query.delete;

import org.jspecify.annotations.NullMarked;
