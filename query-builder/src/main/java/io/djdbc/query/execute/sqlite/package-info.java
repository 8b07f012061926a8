/** The functions that Django's SQLite backend adds to the database, as its SQL calls them. */
@NullMarked
package io.djdbc.query.execute.sqlite;

import org.jspecify.annotations.NullMarked;
