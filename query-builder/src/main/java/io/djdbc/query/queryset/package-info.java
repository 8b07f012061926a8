/** Query sets as they are made: operations on a query, kept rows. Hidden behind {@code QuerySet}. */
@NullMarked
package io.djdbc.query.queryset;

import org.jspecify.annotations.NullMarked;
