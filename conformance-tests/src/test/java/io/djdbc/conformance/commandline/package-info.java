/** The command line against each database. */
@NullMarked
package io.djdbc.conformance.commandline;

import org.jspecify.annotations.NullMarked;
