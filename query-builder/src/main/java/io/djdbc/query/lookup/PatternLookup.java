package io.djdbc.query.lookup;

import io.djdbc.dialect.QuerySyntax;
import io.djdbc.query.expression.Conversion;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.Func;
import io.djdbc.query.expression.SqlContext;
import io.djdbc.query.expression.Value;
import io.djdbc.query.expression.ValueType;
import io.djdbc.query.model.FieldType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code contains}, {@code startswith}, {@code endswith}, each also without regard to case; {@code iexact}. */
final class PatternLookup extends Lookup {

    private PatternLookup(String name, Expression left, Operand right) {
        super(name, left, right);
    }

    static Lookup create(String name, Expression left, @Nullable Object value) {
        return new PatternLookup(name, left, Operand.single(value));
    }

    @Override
    protected Lookup with(Expression newLeft, Operand newRight) {
        return new PatternLookup(name(), newLeft, newRight);
    }

    @Override
    protected Fragment sql(SqlContext context) {
        QuerySyntax syntax = context.syntax();
        PatternLookup lookup = this;
        ValueType type = left().valueTypeOrNull();
        if (type != null
                && type.type() == FieldType.UUID
                && !syntax.hasNativeUuid()
                && right() instanceof Operand.Direct direct) {
            lookup = new PatternLookup(name(), left(), new Operand.Computed(withoutHyphens(direct)));
        }
        return Fragment.join(" ", List.of(lookup.leftSql(context), lookup.operand(context)));
    }

    private static Expression withoutHyphens(Operand.Direct value) {
        return Func.of("REPLACE", FieldType.CHAR, Value.of(value.slot(), FieldType.CHAR), Value.of("-"), Value.of(""));
    }

    private Fragment operand(SqlContext context) {
        QuerySyntax syntax = context.syntax();
        String pattern = syntax.patternOperator(name());
        if (pattern == null
                && right() instanceof Operand.Computed computed
                && computed.expression() instanceof Value value) {
            // Django escapes a Value() here too
            PatternLookup direct = new PatternLookup(name(), left(), Operand.single(value.slot()));
            return Fragment.fill(syntax.operator(name()), direct.rightSql(context));
        }
        if (isDirect() || pattern == null) {
            return Fragment.fill(syntax.operator(name()), rightSql(context));
        }
        Fragment escaped = Fragment.fill(syntax.patternEscape(), rightSql(context));
        return Fragment.fill(pattern, escaped);
    }

    @Override
    protected Conversion adapt(SqlContext context) {
        boolean like = context.syntax().isPattern(name());
        return new Pattern(
                name().endsWith("contains") || name().endsWith("endswith"),
                name().endsWith("contains") || name().endsWith("startswith"),
                like);
    }

    /** A text made a pattern. */
    record Pattern(boolean before, boolean after, boolean escape) implements Conversion {
        @Override
        public @Nullable Object convert(@Nullable Object value) {
            String text = Objects.toString(Texts.of(value));
            if (escape) {
                text = escaped(text);
            }
            if (before) {
                text = "%".concat(text);
            }
            return after ? text.concat("%") : text;
        }

        private static String escaped(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '%' || c == '_' || c == '\\') {
                    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
                }
            }
            return text;
        }
    }
}
