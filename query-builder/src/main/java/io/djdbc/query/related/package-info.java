/** Relations of instances: related objects and sets, reading ahead. Hidden behind {@code Database}. */
@NullMarked
package io.djdbc.query.related;

import org.jspecify.annotations.NullMarked;
