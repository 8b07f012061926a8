/** What Django's models say and JPA has no annotation for: three annotations, for the class, a field and a relation. */
@NullMarked
package io.djdbc.query.annotation;

import org.jspecify.annotations.NullMarked;
