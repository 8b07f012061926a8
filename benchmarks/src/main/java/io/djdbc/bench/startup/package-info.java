/** From a fresh JVM to the first row. */
@NullMarked
package io.djdbc.bench.startup;

import org.jspecify.annotations.NullMarked;
