package io.djdbc.conformance.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.djdbc.conformance.golden.blog.Entry;
import io.djdbc.query.FieldError;
import io.djdbc.query.Manager;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.Func;
import io.djdbc.query.expression.SqlContext;
import io.djdbc.query.lookup.Lookup;
import io.djdbc.query.lookup.Lookups;
import io.djdbc.query.lookup.Operand;
import io.djdbc.query.model.FieldType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lookups and transforms of an application's own stand in paths as Django's do. */
@DisplayName("own lookups")
class OwnLookupsTest {

    /** {@code <>}, which Django's documentation has for an example. */
    private static final class NotEqual extends Lookup {
        NotEqual(Expression left, Operand right) {
            super("ne", left, right);
        }

        @Override
        protected Lookup with(Expression left, Operand right) {
            return new NotEqual(left, right);
        }

        @Override
        protected Fragment sql(SqlContext context) {
            return Fragment.fill("{0} <> {1}", leftSql(context), rightSql(context));
        }
    }

    @Test
    void standInPathsAcrossRelationsToo() throws Exception {
        Lookups.register(FieldType.INTEGER, "ne", (left, right) -> new NotEqual(left, Operand.single(right)));
        Lookups.registerTransform(FieldType.INTEGER, "abs", operand -> Func.of("ABS", FieldType.INTEGER, operand));
        try (BlogDatabase blogs = new BlogDatabase()) {
            Manager<Entry> entries = blogs.database().objects(Entry.class);
            long all = entries.count();
            long five = entries.filter("rating", 5).count();
            assertThat(five).isPositive().isLessThan(all);
            assertThat(entries.filter("rating__ne", 5).count()).isEqualTo(all - five);
            assertThat(entries.exclude("rating__ne", 5).count()).isEqualTo(five);
            assertThat(entries.filter("rating__abs__gte", 5).count()).isEqualTo(five);
            assertThat(entries.filter("rating__abs__ne", 5).count()).isEqualTo(all - five);
            assertThat(entries.filter("blog__entry__rating__ne", 5).exists()).isTrue();
            assertThatThrownBy(() -> entries.filter("headline__ne", "x"))
                    .isInstanceOf(FieldError.class)
                    .hasMessageContaining("ne");
        }
    }
}
