/** Metrics for Micrometer, an optional dependency: nothing else in djdbc needs it. */
@NullMarked
package io.djdbc.driver.metrics;

import org.jspecify.annotations.NullMarked;
