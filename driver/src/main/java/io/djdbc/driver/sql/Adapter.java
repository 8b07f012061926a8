package io.djdbc.driver.sql;

import io.djdbc.dialect.NameLimit;
import io.djdbc.dialect.SyntaxFeature;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What a database with short names or without empty texts needs, done after all other rewrites: comparisons with '',
 * then names. The text is read again only where something changed. Immutable.
 */
final class Adapter {
    private final Lexer lexer;
    private final @Nullable EmptyStrings emptyStrings;
    private final @Nullable NameRewrite names;
    private final boolean programBlocks;
    private final boolean bindsValues;

    /** @param bindsValues whether a statement may have another text for values that are '' */
    Adapter(Lexer lexer, @Nullable NameLimit names, boolean emptyStrings, boolean bindsValues) {
        this.lexer = lexer;
        this.programBlocks = lexer.syntax().has(SyntaxFeature.PROGRAM_BLOCKS);
        this.names = names == null ? null : new NameRewrite(names);
        this.emptyStrings = emptyStrings ? new EmptyStrings(programBlocks) : null;
        this.bindsValues = bindsValues;
    }

    /**
     * @param tokens of the original
     * @param rewritten what the other rewrites made of it
     */
    RewrittenSql apply(Tokens tokens, RewrittenSql rewritten) {
        String original = tokens.sql();
        String text = rewritten.text(original);
        Tokens present = text.equals(original) ? tokens : lexer.lex(text);
        if (emptyStrings == null) {
            return rewritten.with(unlessEqual(original, cut(text, present)), null);
        }
        EmptyStrings.Result result = emptyStrings.rewrite(present, EmptyStrings.NONE);
        if (!bindsValues && result.order() != null) {
            return rewritten.with(unlessEqual(original, cut(text, present)), null);
        }
        String done = result.text() == null ? cut(text, present) : cut(result.text(), null);
        TextVariants variants = bindsValues && mayVary(present, result)
                ? new TextVariants(present, this, new TextVariants.Variant(done, result.order()), result)
                : null;
        return rewritten.with(unlessEqual(original, done), variants);
    }

    private static @Nullable String unlessEqual(String original, String done) {
        return done.equals(original) ? null : done;
    }

    /** Names of parameters make it uncertain which number each has. */
    private static boolean mayVary(Tokens tokens, EmptyStrings.Result result) {
        if (result.asked().isEmpty() && result.order() == null) {
            return false;
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.kind(i) == TokenKind.NAMED_PARAMETER) {
                return false;
            }
        }
        return true;
    }

    TextVariants.Variant variant(String text, BitSet empty) {
        Tokens tokens = lexer.lex(text);
        if (emptyStrings == null) {
            return new TextVariants.Variant(cut(text, tokens), null);
        }
        EmptyStrings.Result result = emptyStrings.rewrite(tokens, empty);
        return result.text() == null
                ? new TextVariants.Variant(cut(text, tokens), null)
                : new TextVariants.Variant(cut(result.text(), null), result.order());
    }

    private String cut(String text, @Nullable Tokens known) {
        if (names == null) {
            return text;
        }
        Tokens tokens = known == null ? lexer.lex(text) : known;
        Edits edits = new Edits();
        int from = 0;
        while (from < tokens.size()) {
            StatementKind kind = StatementKind.of(tokens, from, programBlocks);
            if (kind == StatementKind.PROGRAM) {
                break;
            }
            int to = from;
            while (to < tokens.size() && tokens.kind(to) != TokenKind.SEMICOLON) {
                to++;
            }
            names.apply(tokens, from, to, kind, edits);
            from = to + 1;
        }
        return edits.applyTo(text).text(text);
    }
}
