package io.djdbc.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.dialect.OracleDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EditedTokensTest {
    private static final Lexer LEXER = new Lexer(new OracleDialect().syntax());

    private static final String[] PIECES = {
        "a", "?", "LIKE", "'x'", "''", "N", "q", "q'[']'", "(", ")", ",", ".", "|", "<", "=", "1", "e", "-", "/", "*",
        ":", ":n", "{", "}", ";", "\"b\"", "-- c\n", "/* d */", "\n", "#", "$", " "
    };

    private static final String[] REPLACEMENTS = {
        " ESCAPE '\\'", "UPPER(", ") LIKE UPPER(", ") ESCAPE '\\'", "", "'y'", "z", " ", "2", "|", "-", "?", "'"
    };

    @Test
    void readsOnlyWhatWasPutIn() {
        Tokens original = LEXER.lex("SELECT a FROM t WHERE b LIKE ? AND c = ?");
        Edits edits = new Edits();
        edits.insert(original.end(7), " ESCAPE '\\'");
        Tokens edited = edited(original, edits);
        assertThat(edited.text(8)).isEqualTo("ESCAPE");
        assertThat(edited.text(9)).isEqualTo("'\\'");
        assertThat(edited.parameterToken(2)).isEqualTo(13);
    }

    @Property(tries = 5_000)
    @Label("the tokens of an edited text are those of the text as it is then")
    void areThoseOfTheText(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder sql = new StringBuilder();
        for (int i = random.nextInt(20); i >= 0; i--) {
            sql.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextBoolean() ? " " : "");
        }
        Tokens original = LEXER.lex(sql.toString());
        Edits edits = new Edits();
        for (int token = 0; token < original.size() && original.isComplete(); token++) {
            String replacement = REPLACEMENTS[random.nextInt(REPLACEMENTS.length)];
            switch (random.nextInt(6)) {
                case 0 -> edits.insert(original.end(token), replacement);
                case 1 -> edits.replace(original.start(token), original.end(token), replacement);
                default -> {}
            }
        }
        Tokens edited = edited(original, edits);
        assertThat(described(edited)).isEqualTo(described(LEXER.lex(edited.sql())));
    }

    private static Tokens edited(Tokens original, Edits edits) {
        return EditedTokens.of(
                LEXER, original, edits, edits.applyTo(original.sql()).text(original.sql()));
    }

    private static List<String> described(Tokens tokens) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            all.add(tokens.kind(i) + " " + tokens.start(i) + " " + tokens.text(i) + " " + tokens.parameterNumber(i));
        }
        return all;
    }
}
