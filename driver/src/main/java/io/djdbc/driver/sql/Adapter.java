package io.djdbc.driver.sql;

import io.djdbc.dialect.NameLimit;
import io.djdbc.dialect.SyntaxFeature;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What a database with short names or without empty texts needs, done after all other rewrites: comparisons with '',
 * then names. Most texts are done with after one look over their tokens. Immutable.
 */
final class Adapter {
    private final Lexer lexer;
    private final @Nullable EmptyStrings emptyStrings;
    private final @Nullable NameRewrite names;
    private final boolean bindsValues;

    /** @param bindsValues whether a statement may have another text for values that are '' */
    Adapter(Lexer lexer, @Nullable NameLimit names, boolean emptyStrings, boolean bindsValues) {
        boolean programBlocks = lexer.syntax().has(SyntaxFeature.PROGRAM_BLOCKS);
        this.lexer = lexer;
        this.names = names == null ? null : new NameRewrite(names, programBlocks);
        this.emptyStrings = emptyStrings ? new EmptyStrings(programBlocks) : null;
        this.bindsValues = bindsValues;
    }

    /**
     * @param tokens of the original
     * @param edits what the other rewrites change
     * @param rewritten what they made of it
     */
    RewrittenSql apply(Tokens tokens, Edits edits, RewrittenSql rewritten) {
        if (!concerns(tokens)) {
            return rewritten;
        }
        String original = tokens.sql();
        String text = rewritten.text(original);
        Tokens present = text.equals(original) ? tokens : EditedTokens.of(lexer, tokens, edits, text);
        EmptyStrings.Result result = emptyStrings == null ? null : emptyStrings.rewrite(present, EmptyStrings.NONE);
        if (result == null || !bindsValues && result.order() != null) {
            return rewritten.with(unlessEqual(original, cut(present)), null);
        }
        String done = result.text() == null ? cut(present) : cut(lexer.lex(result.text()));
        TextVariants variants = bindsValues && mayVary(present, result)
                ? new TextVariants(present, this, new TextVariants.Variant(done, result.order()), result)
                : null;
        return rewritten.with(unlessEqual(original, done), variants);
    }

    /** Whether there may be anything to do: a lookup may become anything, a LIKE only a longer one. */
    private boolean concerns(Tokens tokens) {
        return tokens.braces().size() > 0
                || emptyStrings != null && EmptyOperands.mayBeIn(tokens)
                || names != null && names.concerns(tokens);
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
        EmptyStrings.Result result = emptyStrings == null ? null : emptyStrings.rewrite(tokens, empty);
        return result == null || result.text() == null
                ? new TextVariants.Variant(cut(tokens), null)
                : new TextVariants.Variant(cut(lexer.lex(result.text())), result.order());
    }

    private String cut(Tokens tokens) {
        return names == null ? tokens.sql() : names.rewrite(tokens);
    }
}
