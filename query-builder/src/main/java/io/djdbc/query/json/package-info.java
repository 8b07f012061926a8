/** JSON documents as plain Java objects: no library is needed for them. */
@NullMarked
package io.djdbc.query.json;

import org.jspecify.annotations.NullMarked;
