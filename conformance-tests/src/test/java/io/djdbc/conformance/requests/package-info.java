/** Requests, age and health on real servers: every count is the server's own. */
@NullMarked
package io.djdbc.conformance.requests;

import org.jspecify.annotations.NullMarked;
