/** How output looks: colours on a terminal, plain text in a pipe, at most 100 columns. */
@NullMarked
package io.djdbc.cli.terminal;

import org.jspecify.annotations.NullMarked;
