/** What is measured: the bare driver, the hand-written wrapper, the peers, and djdbc. */
@NullMarked
package io.djdbc.bench.subject;

import org.jspecify.annotations.NullMarked;
