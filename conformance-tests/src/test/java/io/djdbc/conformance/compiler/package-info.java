/** SQL of the query builder: that it is the very text of Django's, and that nobody injects into it. */
@NullMarked
package io.djdbc.conformance.compiler;

import org.jspecify.annotations.NullMarked;
