/** What is read and written: entities for those that map relations, beans for those that map rows. */
@NullMarked
package io.djdbc.bench.queries.model;

import org.jspecify.annotations.NullMarked;
