/** {@code djdbc demo}: the bare driver beside djdbc. */
@NullMarked
package io.djdbc.cli.demo;

import org.jspecify.annotations.NullMarked;
