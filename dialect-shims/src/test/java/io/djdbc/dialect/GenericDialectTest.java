package io.djdbc.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenericDialectTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:sqlserver://h:1433, SEMICOLON",
        "jdbc:derby:memory:x, SEMICOLON",
        "derby:memory:x, SEMICOLON",
        "jdbc:unknown:x;a=b, SEMICOLON",
        "jdbc:unknown:x?a=b;c, QUERY",
        "jdbc:firebirdsql://h/x?a=b, QUERY",
        "jdbc:unknown:x, QUERY"
    })
    void seesHowParametersAreWritten(String url, ParameterSyntax syntax) {
        assertThat(GenericDialect.forUrl(url).parameterSyntax()).isEqualTo(syntax);
    }
}
