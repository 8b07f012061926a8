/** Where the databases of the conformance tests come from, and the kit by which a test class runs once on each. */
@NullMarked
package io.djdbc.conformance.databases;

import org.jspecify.annotations.NullMarked;
