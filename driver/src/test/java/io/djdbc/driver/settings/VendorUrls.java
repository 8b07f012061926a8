package io.djdbc.driver.settings;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates URLs of all vendors, as the part after {@code jdbc:}, cut into head and parameters. */
final class VendorUrls {

    /** @param opening what comes before the first parameter */
    record VendorUrl(String head, char opening, char separator, List<String> parameters) {

        /** With these parameters instead of its own. */
        String with(List<String> others) {
            return others.isEmpty() ? head : head + opening + String.join(String.valueOf(separator), others);
        }

        @Override
        public String toString() {
            return with(parameters);
        }
    }

    private VendorUrls() {}

    static Arbitrary<VendorUrl> any() {
        return Arbitraries.oneOf(
                query(postgresql(), value("&")),
                query(mysql(), value("&#")),
                query(mariadb(), value("&")),
                query(sqlite(), value("&")),
                query(oracle(), Arbitraries.oneOf(value("&\""), value("\"").map(v -> '"' + v + '"'))),
                semicolon(h2(), value(";\\").flatMap(VendorUrls::withEscapedSemicolon)),
                semicolon(
                        sqlServer(), Arbitraries.oneOf(value(";{}"), value("{}").map(v -> '{' + v + "}}}"))),
                semicolon(derby(), value(";")));
    }

    private static Arbitrary<VendorUrl> query(Arbitrary<String> heads, Arbitrary<String> values) {
        return Combinators.combine(heads, parameters(values)).as((h, p) -> new VendorUrl(h, '?', '&', p));
    }

    private static Arbitrary<VendorUrl> semicolon(Arbitrary<String> heads, Arbitrary<String> values) {
        return Combinators.combine(heads, parameters(values)).as((h, p) -> new VendorUrl(h, ';', ';', p));
    }

    /** Names in camel case, as vendors write them; also parameters without value, and empty ones. */
    private static Arbitrary<List<String>> parameters(Arbitrary<String> values) {
        Arbitrary<String> names = Arbitraries.of(
                "user",
                "password",
                "sslmode",
                "connectTimeout",
                "currentSchema",
                "options",
                "ApplicationName",
                "a",
                "%41",
                "cache",
                "mode",
                "INIT",
                "databaseName",
                "x.y",
                "a b",
                "sessionVariables");
        Arbitrary<String> pair = Combinators.combine(names, values).as((n, v) -> n + "=" + v);
        return Arbitraries.frequencyOf(Tuple.of(8, pair), Tuple.of(1, names), Tuple.of(1, Arbitraries.just("")))
                .list()
                .ofMaxSize(4);
    }

    private static Arbitrary<String> value(String without) {
        return Arbitraries.strings()
                .withChars("abzAZ019 _-+=%&;?#@:/\\.,'\"(){}[]|~^$*é😀".toCharArray())
                .ofMaxLength(12)
                .map(text -> {
                    String value = text;
                    for (char c : without.toCharArray()) {
                        value = value.replace(String.valueOf(c), "");
                    }
                    return value;
                });
    }

    private static Arbitrary<String> withEscapedSemicolon(String value) {
        return Arbitraries.of(value, value + "\\;" + value, "\\\\" + value, value + "\\;");
    }

    private static Arbitrary<String> host() {
        return Arbitraries.of("h", "db.example.com", "10.0.0.1", "[::1]", "[fe80::1%25eth0]");
    }

    private static Arbitrary<String> hosts() {
        Arbitrary<String> port = Arbitraries.integers().between(1, 65535).map(p -> ":" + p);
        return Combinators.combine(host(), Arbitraries.oneOf(port, Arbitraries.just("")))
                .as((h, p) -> h + p)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(list -> String.join(",", list));
    }

    private static Arbitrary<String> database() {
        return Arbitraries.of("", "/", "/db", "/d%3Fb", "/a;b", "/a@b", "/a%20b=c");
    }

    private static Arbitrary<String> postgresql() {
        return Arbitraries.oneOf(
                Combinators.combine(hosts(), database()).as((h, d) -> "postgresql://" + h + d),
                Arbitraries.of("postgresql:db", "postgresql:/", "postgresql:///db", "p6spy:postgresql://h/db"));
    }

    private static Arbitrary<String> mysql() {
        Arbitrary<String> scheme =
                Arbitraries.of("mysql:", "mysql:replication:", "mysql:loadbalance:", "mysql+srv:", "mysqlx:");
        Arbitrary<String> authority = Arbitraries.oneOf(
                hosts(),
                hosts().map(h -> "user:p%40w@" + h),
                Arbitraries.of(
                        "address=(host=h)(port=1)",
                        "(host=h,port=1)",
                        "(host=h,port=1,x=a?b&c),[(host=i),j:2]",
                        "address=(protocol=tcp)(host=::1)(user=a?b)"));
        return Combinators.combine(scheme.filter(s -> !s.equals("mysqlx:")), authority, database())
                .as((s, a, d) -> s + "//" + a + d);
    }

    private static Arbitrary<String> mariadb() {
        Arbitrary<String> scheme = Arbitraries.of("mariadb:", "mariadb:sequential:", "mariadb:loadbalance:");
        Arbitrary<String> authority = Arbitraries.oneOf(
                hosts(), Arbitraries.of("address=(host=h)(port=1)(type=replica)", "address=(localSocket=/a?b)"));
        return Combinators.combine(scheme, authority, database()).as((s, a, d) -> s + "//" + a + d);
    }

    private static Arbitrary<String> sqlite() {
        return Arbitraries.of(
                "sqlite::memory:",
                "sqlite:",
                "sqlite:a.db",
                "sqlite:/a b/c;d/e@f.db",
                "sqlite:C:\\a\\b (1).db",
                "sqlite:C:/a(b/c.db",
                "sqlite:\\\\host\\share\\x.db",
                "sqlite:file:x",
                "sqlite:file:///a/b%20c.db",
                "sqlite::resource:a/b.db");
    }

    private static Arbitrary<String> oracle() {
        Arbitrary<String> user = Arbitraries.of("", "u/p", "u/p?a=b", "u[v]/\"p@?&w\"", "/");
        Arbitrary<String> where = Arbitraries.of(
                "h:1521:sid",
                "//h:1521/s",
                "tcps://h1,h2:2/s:dedicated/i",
                "[::1]:1521/s",
                "alias",
                "(DESCRIPTION=(ADDRESS=(PROTOCOL=tcp)(HOST=h)(PORT=1))(CONNECT_DATA=(SERVICE_NAME=a?b&c=d)))");
        return Combinators.combine(Arbitraries.of("thin", "oci"), user, where)
                .as((d, u, w) -> "oracle:" + d + ":" + u + "@" + w);
    }

    private static Arbitrary<String> h2() {
        return Arbitraries.of(
                "h2:mem:",
                "h2:mem:x",
                "h2:~/a",
                "h2:file:/a?b&c=d/x",
                "h2:C:\\a\\x",
                "h2:tcp://[::1]:9092/~/x",
                "h2:zip:~/a.zip!/x",
                "H2:mem:x");
    }

    private static Arbitrary<String> sqlServer() {
        return Arbitraries.of(
                "sqlserver://h", "sqlserver://h\\i:1433", "sqlserver://", "microsoft:sqlserver://[::1]:1");
    }

    private static Arbitrary<String> derby() {
        return Arbitraries.of("derby:memory:x", "derby:C:\\a\\x", "derby://h:1527/a b", "jtds:sqlserver://h/db");
    }
}
