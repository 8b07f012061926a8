/** The query builder: models, lookups, query sets. Comes with a later release. */
@NullMarked
package io.djdbc.query;

import org.jspecify.annotations.NullMarked;
