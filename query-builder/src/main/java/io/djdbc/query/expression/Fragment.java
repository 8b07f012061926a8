package io.djdbc.query.expression;

import io.djdbc.dialect.SqlTemplate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL and the parameters of its {@code ?}, in order.
 *
 * @param sql the text
 * @param parameters one for each {@code ?}
 */
public record Fragment(String sql, List<Parameter> parameters) {

    public Fragment {
        parameters = List.copyOf(parameters);
    }

    public static Fragment of(String sql) {
        return new Fragment(sql, List.of());
    }

    public static Fragment of(String sql, Parameter parameter) {
        return new Fragment(sql, List.of(parameter));
    }

    /** The same parameters with other SQL around the text. */
    public Fragment wrap(String before, String after) {
        return new Fragment(before + sql + after, parameters);
    }

    /** In parentheses, unless it starts with one. */
    public Fragment inParentheses() {
        return sql.startsWith("(") ? this : wrap("(", ")");
    }

    /** All of them with text between. */
    public static Fragment join(String separator, List<Fragment> parts) {
        StringBuilder sql = new StringBuilder();
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            sql.append(i == 0 ? "" : separator).append(parts.get(i).sql());
            parameters.addAll(parts.get(i).parameters());
        }
        return new Fragment(sql.toString(), parameters);
    }

    /** A template without constants, with its holes filled. */
    public static Fragment fill(String template, Fragment... holes) {
        return fill(template, List.of(), holes);
    }

    public static Fragment fill(SqlTemplate template, Fragment... holes) {
        List<Parameter> constants = new ArrayList<>();
        for (Object constant : template.constants()) {
            constants.add(Parameter.constant(constant));
        }
        return fill(template.text(), constants, holes);
    }

    private static Fragment fill(String template, List<Parameter> constants, Fragment... holes) {
        StringBuilder sql = new StringBuilder();
        List<Parameter> parameters = new ArrayList<>();
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            sql.append(template, at, open);
            String name = template.substring(open + 1, close);
            if (name.equals("null")) {
                sql.append('?');
                parameters.add(Parameter.constant(null));
            } else if (name.startsWith("p")) {
                sql.append('?');
                parameters.add(constants.get(Integer.parseInt(name.substring(1))));
            } else {
                Fragment hole = holes[Integer.parseInt(name)];
                sql.append(hole.sql());
                parameters.addAll(hole.parameters());
            }
            at = close + 1;
        }
        return new Fragment(sql.append(template.substring(at)).toString(), parameters);
    }

    /** The values to bind, of the slots' own values. */
    public List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>(parameters.size());
        for (Parameter parameter : parameters) {
            values.add(parameter.value());
        }
        return values;
    }
}
