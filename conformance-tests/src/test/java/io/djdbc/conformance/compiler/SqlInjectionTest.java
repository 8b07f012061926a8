package io.djdbc.conformance.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.djdbc.conformance.golden.GoldenModels;
import io.djdbc.dialect.QuerySyntax;
import io.djdbc.query.FieldError;
import io.djdbc.query.Q;
import io.djdbc.query.expression.Aggregate;
import io.djdbc.query.expression.F;
import io.djdbc.query.expression.Func;
import io.djdbc.query.expression.Value;
import io.djdbc.query.lookup.Extract;
import io.djdbc.query.lookup.Trunc;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.Models;
import io.djdbc.query.sql.CompiledSelect;
import io.djdbc.query.sql.Compiler;
import io.djdbc.query.sql.Query;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What was once SQL injection in Django's ORM is none here: a name is one of the model's, or quoted and free of what could
 * end the quotes, or refused; a value is bound.
 */
@DisplayName("SQL injections of Django's ORM")
class SqlInjectionTest {

    private static final Models MODELS = GoldenModels.models();
    private static final List<String> BACKENDS = List.of("sqlite", "postgresql", "mariadb", "mysql", "oracle");
    private static final String EVIL_KEY = "breed\"') = '1' OR 1=1 --";

    private static Query query(String model) {
        Model named = Objects.requireNonNull(MODELS.model(model));
        return new Query(named, false);
    }

    private static CompiledSelect compile(String backend, Query query) {
        return new Compiler(QuerySyntax.of(backend), "UTC").select(query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name; DROP TABLE blog_blog",
                "blog_blog.name",
                "blog_blog.name; SELECT 1",
                "name)",
                "-name desc",
                "\"name\"",
                "?x",
                "name--",
                "(SELECT 1)",
                "1",
                ""
            })
    @DisplayName("CVE-2021-35042: order_by()")
    void orderings(String path) {
        assertThatThrownBy(() -> query("Blog").addOrdering(List.of(path))).isInstanceOf(FieldError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\" FROM blog_blog; --",
                "a b",
                "a'b",
                "a`b",
                "a\"b",
                "a]b",
                "a[b",
                "a;b",
                "a--b",
                "a/*b",
                "a*/b",
                "a#b",
                "a%b",
                "a\u0000b",
                "a\tb",
                "a\u00a0b\n",
                "crafted_alias\"; DROP"
            })
    @DisplayName("CVE-2022-28346, CVE-2025-57833, CVE-2025-59681: names of annotations, also from dictionaries")
    void annotationNames(String name) {
        assertThatThrownBy(() -> query("Blog").annotate(Map.of(name, F.of("id")), true, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> query("Blog").annotate(Map.of(name, F.of("id")), false, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> query("Blog").aggregate(Map.of(name, Aggregate.count("id"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("CVE-2024-42005: keys of JSON paths as the names of columns")
    void jsonKeysAsColumnNames() {
        assertThatThrownBy(() -> query("Dog").setValues(List.of("data__breed\" FROM blog_dog; --")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> query("Dog").setValues(List.of("data__a'b")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("CVE-2019-14234: keys of JSON paths")
    void jsonKeys() {
        for (String backend : BACKENDS) {
            Query harmless = query("Dog");
            harmless.addQ(Q.of("data__breed", "collie"));
            Query evil = query("Dog");
            evil.addQ(Q.of("data__" + EVIL_KEY, "collie"));
            String sql = compile(backend, evil).sql();
            if (backend.equals("oracle")) {
                // Oracle takes a literal only: between marks that a key cannot have, and escaped as JSON
                assertThat(sql).contains("q'\uffff$.\"breed\\\"') = '1' OR 1=1 --\"\uffff'");
            } else {
                assertThat(sql).as(backend).isEqualTo(compile(backend, harmless).sql());
            }
        }
        Query mark = query("Dog");
        mark.addQ(Q.of("data__a\uffff' OR 1=1 --", 1));
        assertThat(compile("oracle", mark).sql()).contains("a\\uffff' OR 1=1").doesNotContain("a\uffff'");
    }

    @Test
    @DisplayName("CVE-2024-53908: has_key on Oracle")
    void hasKey() {
        for (String backend : BACKENDS) {
            Query query = query("Dog");
            query.addQ(Q.of("data__has_key", EVIL_KEY));
            String sql = compile(backend, query).sql();
            if (backend.equals("oracle")) {
                assertThat(sql).contains("q'\uffff$.\"breed\\\"') = '1' OR 1=1 --\"\uffff'");
            } else {
                assertThat(sql).doesNotContain("OR 1=1");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name__contains' OR 1=1",
                "name__exact OR 1",
                "id) OR (1",
                "name\" = '' OR \"id",
                "_connector",
                "_negated",
                "name__connector",
                ""
            })
    @DisplayName("CVE-2025-64459: names of lookups and connectors, also from dictionaries")
    void lookupNames(String path) {
        assertThatThrownBy(() -> query("Blog").addQ(Q.of(path, "OR 1=1"))).isInstanceOf(FieldError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"year', blog_entry.pub_date)) OR 1=1;--", "year FROM x)--", "YEAR\"", "a b", ""})
    @DisplayName("CVE-2022-34265: kinds of Trunc and Extract")
    void kinds(String kind) {
        assertThatThrownBy(() -> Trunc.of(kind, "pub_date")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Extract.of(kind, "pub_date")).isInstanceOf(IllegalArgumentException.class);
        Query query = query("Entry");
        assertThatThrownBy(() -> query.addQ(Q.of("pub_date__" + kind, 1))).isInstanceOf(FieldError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANALYZE) SELECT pg_sleep(1)", "a;b", "--a", "a--", "a/*", "analyze true); --", "a'b", ""})
    @DisplayName("CVE-2022-28347: options of explain()")
    void explainOptions(String option) {
        assertThatThrownBy(() -> query("Blog").setExplain(null, List.of(option)))
                .isInstanceOf(IllegalArgumentException.class);
        Query query = query("Blog");
        query.setExplain("json) SELECT", List.of());
        assertThatThrownBy(() -> compile("postgresql", query)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("CVE-2014-0474: MySQL compares a text with a number; so the number becomes a text")
    void numbersForTexts() {
        for (String field : List.of("ip", "char_nn", "slug", "url")) {
            Query query = query("Sample");
            query.addQ(Q.of(field, 0));
            assertThat(compile("mysql", query).parameters().get(0).value())
                    .as(field)
                    .isEqualTo("0");
        }
    }

    @Test
    @DisplayName("CVE-2020-7471, CVE-2020-9402: arguments of functions are bound, their names checked")
    void functions() {
        String evil = "') OR 1=1 --";
        Query query = query("Blog");
        query.addAnnotation(
                Func.of("REPLACE", FieldType.CHAR, "name", Func.coalesce("name", Value.of(evil)), F.of("name")),
                "x",
                true);
        assertThat(compile("postgresql", query).sql()).doesNotContain("1=1");
        assertThatThrownBy(() -> Func.of("LOWER(name)) --", FieldType.CHAR, "name"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Compiler(QuerySyntax.of("oracle"), "UTC' OR 1=1 --").select(zoned()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Query zoned() {
        Query query = query("Person");
        query.addQ(Q.of("hired_at__hour", 1));
        return query;
    }

    @Test
    @DisplayName("values are bound, whatever they are")
    void values() {
        String evil = "'; DROP TABLE blog_blog; --";
        for (String backend : BACKENDS) {
            for (String lookup : List.of("exact", "iexact", "contains", "istartswith", "endswith", "regex", "gt")) {
                Query query = query("Blog");
                query.addQ(Q.of("name__" + lookup, evil));
                assertThat(compile(backend, query).sql())
                        .as(backend + " " + lookup)
                        .doesNotContain("DROP");
            }
            Query list = query("Blog");
            list.addQ(Q.of("name__in", List.of(evil, "x")));
            assertThat(compile(backend, list).sql()).doesNotContain("DROP");
        }
    }
}
