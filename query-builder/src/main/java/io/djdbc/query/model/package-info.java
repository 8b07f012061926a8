/** What is known of models: their fields, relations and options, read from JPA's annotations and ours. */
@NullMarked
package io.djdbc.query.model;

import org.jspecify.annotations.NullMarked;
