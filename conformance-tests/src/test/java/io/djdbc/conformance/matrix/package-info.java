/** The conformance matrix: which suite held on which database, on the console and as two files. */
@NullMarked
package io.djdbc.conformance.matrix;

import org.jspecify.annotations.NullMarked;
