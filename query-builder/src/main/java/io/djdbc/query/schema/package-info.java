/** Tables for models, in the SQL that Django makes them with. */
@NullMarked
package io.djdbc.query.schema;

import org.jspecify.annotations.NullMarked;
