/** The JMH benchmarks. */
@NullMarked
package io.djdbc.bench.calls;

import org.jspecify.annotations.NullMarked;
