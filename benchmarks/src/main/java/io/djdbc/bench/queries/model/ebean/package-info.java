/** The same entities once more for Ebean, which changes their byte code: nobody else is to run on that. */
@NullMarked
package io.djdbc.bench.queries.model.ebean;

import org.jspecify.annotations.NullMarked;
