/** {@code djdbc check}: what a DBA wants to know before an application connects. */
@NullMarked
package io.djdbc.cli.check;

import org.jspecify.annotations.NullMarked;
