/** What a session is like after djdbc has opened it: the server itself is asked. */
@NullMarked
package io.djdbc.conformance.session;

import org.jspecify.annotations.NullMarked;
