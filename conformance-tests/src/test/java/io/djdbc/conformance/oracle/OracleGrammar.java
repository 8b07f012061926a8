package io.djdbc.conformance.oracle;

import com.alibaba.druid.DbType;
import com.alibaba.druid.sql.SQLUtils;
import com.alibaba.druid.sql.parser.ParserException;
import org.jspecify.annotations.Nullable;

/** Oracle's grammar, as far as a parser of it knows it that is not Oracle's own: Druid's. */
public final class OracleGrammar {

    private OracleGrammar() {}

    /** What is wrong with a statement; null if nothing is. */
    public static @Nullable String error(String sql) {
        try {
            int statements = SQLUtils.parseStatements(sql, DbType.oracle).size();
            return statements == 1 ? null : statements + " statements";
        } catch (ParserException e) {
            return e.getMessage();
        }
    }
}
