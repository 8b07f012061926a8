/** Rows as instances, maps and lists; what an instance remembers of where it came from. Hidden behind {@code Database}. */
@NullMarked
package io.djdbc.query.row;

import org.jspecify.annotations.NullMarked;
