/** Reading and rewriting SQL. Not API. */
@NullMarked
package io.djdbc.driver.sql;

import org.jspecify.annotations.NullMarked;
