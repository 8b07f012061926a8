/** What each database does differently: plain data and pure functions. */
@NullMarked
package io.djdbc.dialect;

import org.jspecify.annotations.NullMarked;
