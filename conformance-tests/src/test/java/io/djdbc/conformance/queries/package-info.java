/**
 * golden/queries.json: scripts over Django's models, interpreted in their neutral form and compared with what Django did.
 *
 * <p>The tree is read into {@link io.djdbc.conformance.queries.QueryCase}, {@link io.djdbc.conformance.queries.Step} and
 * {@link io.djdbc.conformance.queries.Pipeline}; nothing in this package knows a case by name.
 */
@NullMarked
package io.djdbc.conformance.queries;

import org.jspecify.annotations.NullMarked;
