/** Runs the benchmarks in rounds and prints the table. */
@NullMarked
package io.djdbc.bench.report;

import org.jspecify.annotations.NullMarked;
