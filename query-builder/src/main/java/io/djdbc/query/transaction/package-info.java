/** Transactions of one database: blocks, savepoints, what runs after the commit. Hidden behind {@code Database}. */
@NullMarked
package io.djdbc.query.transaction;

import org.jspecify.annotations.NullMarked;
