/**
 * The transparency kit: what holds for every wrapper, asked of every real driver; above all the differential run,
 * which makes the same calls on the bare and on the wrapped driver and compares the answers line by line.
 */
@NullMarked
package io.djdbc.conformance.transparency;

import org.jspecify.annotations.NullMarked;
