package io.djdbc.driver.sql;

import io.djdbc.dialect.EncodingCheck;
import io.djdbc.dialect.NameLimit;
import io.djdbc.dialect.OracleDialect;
import io.djdbc.dialect.SessionParameters;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.BitSet;

/** Statements as they are rewritten for Oracle; nothing but LIKE's escapes is left out. */
final class OracleSql {
    private final SessionSql sql;

    OracleSql(NameLimit names, boolean emptyStrings) {
        SqlRewriters rewriters = SqlRewriters.of(
                new OracleDialect(),
                new SessionParameters(true, null, null, null, null, null, null, EncodingCheck.OFF, false),
                new SqlRewriters.Wanted(false, true, names, emptyStrings));
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            sql = rewriters.forSession(connection, false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With Django's settings for Oracle. */
    static OracleSql django() {
        return new OracleSql(new NameLimit(30, true, false), true);
    }

    RewrittenSql rewrite(String text) throws SQLException {
        return sql.prepared(text);
    }

    String text(String text) throws SQLException {
        return sql.prepared(text).text(text);
    }

    /** The text for these parameters bound to ''; the numbers of the ones that are left follow in brackets. */
    String text(String text, int... empty) throws SQLException {
        TextVariants variants = sql.prepared(text).variants();
        if (variants == null) {
            return text(text);
        }
        BitSet numbers = new BitSet();
        for (int number : empty) {
            if (variants.concerns(number)) {
                numbers.set(number);
            }
        }
        TextVariants.Variant variant = variants.of(numbers);
        return variant.order() == null
                ? variant.text()
                : variant.text() + " " + java.util.Arrays.toString(variant.order());
    }
}
