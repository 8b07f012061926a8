/** Runs compiled queries: binding, fetching, errors. Hidden behind {@code Database}. */
@NullMarked
package io.djdbc.query.execute;

import org.jspecify.annotations.NullMarked;
