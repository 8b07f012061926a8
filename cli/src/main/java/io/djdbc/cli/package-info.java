/** The command line: {@code djdbc demo}, {@code djdbc check} and {@code djdbc settings}. */
@NullMarked
package io.djdbc.cli;

import org.jspecify.annotations.NullMarked;
