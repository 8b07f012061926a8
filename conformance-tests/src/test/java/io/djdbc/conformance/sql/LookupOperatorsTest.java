package io.djdbc.conformance.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.LikePatterns;
import io.djdbc.dialect.Lookup;
import io.djdbc.dialect.LookupSyntax;
import io.djdbc.dialect.LookupTemplate;
import io.djdbc.dialect.MariaDbDialect;
import io.djdbc.dialect.OracleDialect;
import io.djdbc.dialect.PostgreSqlDialect;
import io.djdbc.dialect.SqliteDialect;
import io.djdbc.dialect.ValueTransform;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The operators and the escaped values are those of Django's backends: golden/like_escape.json. */
class LookupOperatorsTest {
    private static final Map<String, Dialect> BACKENDS = Map.of(
            "postgresql", new PostgreSqlDialect(),
            "mysql", new MariaDbDialect(),
            "sqlite", new SqliteDialect(),
            "oracle", new OracleDialect());

    private static LookupSyntax syntax(String backend) {
        Dialect dialect = BACKENDS.get(backend);
        return dialect.lookupSyntax(dialect.syntax());
    }

    @Test
    void operatorsAreDjangos() {
        int compared = 0;
        for (String backend : BACKENDS.keySet()) {
            JsonNode table = GoldenCase.FILE.get("operators").get(backend);
            for (Lookup lookup : Lookup.values()) {
                JsonNode operator = table.get("operators").get(lookup.djangoName());
                if (operator != null) {
                    LookupTemplate template = syntax(backend).withValue(lookup);
                    String right = template.between() + "%s" + template.after();
                    assertThat(right).as("%s %s", backend, lookup).endsWith(" " + operator.asText());
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(9 + 7 + 9 + 7);
    }

    @Test
    void expressionsAreEscapedAsInDjango() {
        int compared = 0;
        for (String backend : BACKENDS.keySet()) {
            JsonNode table = GoldenCase.FILE.get("operators").get(backend);
            for (Lookup lookup : Lookup.values()) {
                JsonNode operator = table.get("pattern_ops").get(lookup.djangoName());
                if (operator != null) {
                    LookupTemplate template = syntax(backend).withExpression(lookup);
                    String right = template.between() + "x" + template.after();
                    String escaped = table.get("pattern_esc").asText().replace("{}", "x");
                    String expected = operator.asText().replace("{}", escaped).replace("%%", "%");
                    assertThat(right).as("%s %s", backend, lookup).endsWith(" " + expected);
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(4 * 6);
    }

    @Test
    void valuesAreEscapedAsInDjango() {
        for (JsonNode prep : GoldenCase.FILE.get("prep")) {
            if (!prep.get("input").isTextual()) {
                continue; // how Python writes other values is not ours
            }
            String input = prep.get("input").asText();
            String like = prep.get("like").asText();
            assertThat(LikePatterns.escape(input)).isEqualTo(like);
            assertThat(ValueTransform.CONTAINS.apply(input)).isEqualTo("%" + like + "%");
            assertThat(ValueTransform.STARTS_WITH.apply(input)).isEqualTo(like + "%");
            assertThat(ValueTransform.ENDS_WITH.apply(input)).isEqualTo("%" + like);
            for (String backend : BACKENDS.keySet()) {
                ValueTransform transform =
                        syntax(backend).withValue(Lookup.IEXACT).transform();
                assertThat(transform.apply(input))
                        .as(backend)
                        .isEqualTo(prep.get("iexact").get(backend).asText());
            }
        }
        assertThat(GoldenCase.FILE.get("prep")).isNotEmpty();
    }
}
