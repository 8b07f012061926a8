package io.djdbc.driver.sql;

import org.jspecify.annotations.Nullable;

/**
 * The tokens of a text that was edited: of what the edits put in, only that is read; all others are the original's, at
 * another place. For a dialect in which no token depends on those before it. Used once.
 */
final class EditedTokens {
    private final Lexer lexer;
    private final Tokens original;
    private final Tokens edited;
    private @Nullable String lastRead;
    private Tokens ofLastRead;

    private EditedTokens(Lexer lexer, Tokens original, String text) {
        this.lexer = lexer;
        this.original = original;
        this.edited = new Tokens(text);
        this.ofLastRead = edited;
    }

    /** @param text what the edits make of the original's text */
    static Tokens of(Lexer lexer, Tokens original, Edits edits, String text) {
        Tokens edited = new EditedTokens(lexer, original, text).read(edits);
        return edited == null ? lexer.lex(text) : edited;
    }

    /** Null if what comes from an edit may be one token with what is beside it. */
    private @Nullable Tokens read(Edits edits) {
        int token = 0;
        int shift = 0;
        for (int i = 0; i < edits.size(); i++) {
            int start = edits.start(i);
            int end = edits.end(i);
            String replacement = edits.replacement(i);
            int next = token;
            while (next < original.size() && original.start(next) < start) {
                next++;
            }
            edited.addAll(original, token, next, shift);
            int place = start + shift;
            if (!isSeparate(place) || !isSeparate(place + replacement.length()) || !add(replacement, place)) {
                return null;
            }
            token = next;
            while (token < original.size() && original.start(token) < end) {
                token++;
            }
            shift += replacement.length() - (end - start);
        }
        edited.addAll(original, token, original.size(), shift);
        return edited;
    }

    private boolean add(String replacement, int place) {
        if (!replacement.equals(lastRead)) { // mostly the same ESCAPE clause
            lastRead = replacement;
            ofLastRead = lexer.lex(replacement);
        }
        edited.addAll(ofLastRead, 0, ofLastRead.size(), place);
        return ofLastRead.isComplete();
    }

    /** Whether no token and no comment goes on at a place of the edited text, or begins before it and ends after it. */
    private boolean isSeparate(int place) {
        String text = edited.sql();
        return place == 0
                || place == text.length()
                || separates(text.charAt(place - 1))
                || separates(text.charAt(place));
    }

    private static boolean separates(char c) {
        return c <= ' ' || c == ',' || c == '(' || c == ')' || c == '{' || c == '}' || c == ';';
    }
}
