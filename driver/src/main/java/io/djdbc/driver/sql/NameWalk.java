package io.djdbc.driver.sql;

import io.djdbc.dialect.NameLimit;
import java.util.BitSet;

/** One walk over a statement that cuts its long names. Used once. */
final class NameWalk {
    private final NameLimit limit;
    private final Tokens tokens;
    private final int from;
    private final int to;
    private final StatementKind kind;
    private final Edits edits;

    /** By depth of parentheses: whether objects are listed there, and whether a query or deletion began there. */
    private final BitSet objects = new BitSet();

    private final BitSet queries = new BitSet();

    /** Whether a FROM clause is there, in which a comma begins an object after an ON too; whether it is CAST's. */
    private final BitSet sources = new BitSet();

    private final BitSet casts = new BitSet();
    private boolean users;
    private int depth;

    NameWalk(NameLimit limit, Tokens tokens, int from, int to, StatementKind kind, Edits edits) {
        this.limit = limit;
        this.tokens = tokens;
        this.from = from;
        this.to = to;
        this.kind = kind;
        this.edits = edits;
    }

    void run() {
        int at = from;
        while (at < to) {
            switch (tokens.kind(at)) {
                case TokenKind.LEFT_PARENTHESIS -> {
                    boolean list = objects.get(depth) && beginsObject(at);
                    depth++;
                    objects.set(depth, list);
                    queries.clear(depth);
                    sources.clear(depth);
                    casts.set(depth, tokens.isWord(at - 1, "CAST") || tokens.isWord(at - 1, "TREAT"));
                    at++;
                }
                case TokenKind.COMMA -> {
                    if (sources.get(depth)) {
                        objects.set(depth);
                    }
                    at++;
                }
                case TokenKind.RIGHT_PARENTHESIS -> {
                    depth = Math.max(0, depth - 1);
                    at++;
                }
                case TokenKind.WORD, TokenKind.QUOTED_NAME -> at = chain(at);
                default -> at++;
            }
        }
    }

    /** A name with whatever is before it and dots. */
    private int chain(int first) {
        int last = first;
        boolean exceeds = exceeds(first);
        while (last + 2 < to && tokens.kind(last + 1) == TokenKind.DOT && isName(last + 2)) {
            last += 2;
            exceeds |= exceeds(last);
        }
        if (first == last) {
            note(first);
        }
        if (!exceeds || users || isProgram(first, last) || isType(first) || isCredential(first)) {
            return last + 1;
        }
        if (tokens.isOperator(first - 1, "@")) { // a link, and the domain after it
            cut(first);
            return last + 1;
        }
        boolean object = objects.get(depth) && beginsObject(first);
        int parts = (last - first) / 2 + 1;
        int own = object ? last : parts > 2 ? first + 2 : first;
        for (int i = own; i <= last; i += 2) {
            cut(i);
        }
        return last + 1;
    }

    private boolean exceeds(int name) {
        return tokens.end(name) - tokens.start(name) > limit.maxLength();
    }

    private Keyword keyword(int at) {
        return Keyword.of(tokens.kind(at) == TokenKind.WORD ? Keyword.number(tokens, at) : 0);
    }

    private boolean isName(int at) {
        return tokens.kind(at) == TokenKind.WORD || tokens.kind(at) == TokenKind.QUOTED_NAME;
    }

    private void note(int word) {
        Keyword keyword = keyword(word);
        switch (keyword) {
            case NONE -> {}
            case SELECT, DELETE, MERGE -> queries.set(depth);
            case TO -> users |= depth == 0 && tokens.isWord(from, "GRANT"); // and nothing but users comes then
            case FROM -> users |= depth == 0 && tokens.isWord(from, "REVOKE");
            default -> {}
        }
        switch (keyword) {
            case ON -> objects.set(depth, kind == StatementKind.OTHER);
            case SELECT,
                    WHERE,
                    SET,
                    GROUP,
                    ORDER,
                    HAVING,
                    VALUES,
                    CONNECT,
                    START,
                    RETURNING,
                    UNION,
                    INTERSECT,
                    MINUS,
                    EXCEPT,
                    WHEN,
                    COLUMN -> {
                sources.clear(depth);
                objects.clear(depth);
            }
            case FROM -> {
                objects.set(depth, queries.get(depth)); // and not that of EXTRACT(YEAR FROM …)
                sources.set(depth, queries.get(depth));
            }
            default -> {
                if (isBeforeObject(keyword) || keyword == Keyword.FOR && kind == StatementKind.OTHER) {
                    objects.set(depth); // CREATE SYNONYM … FOR
                }
            }
        }
    }

    /** Whether the name of something comes after it, of which only the last part is its own. */
    private static boolean isBeforeObject(Keyword keyword) {
        return switch (keyword) {
            case FROM,
                    JOIN,
                    INTO,
                    UPDATE,
                    DELETE,
                    TABLE,
                    VIEW,
                    REFERENCES,
                    USING,
                    SEQUENCE,
                    INDEX,
                    SYNONYM,
                    EXISTS,
                    ONLY,
                    LINK,
                    CLUSTER -> true;
            default -> false;
        };
    }

    /** Whether what comes before says that an object is named here, and not its alias. */
    private boolean beginsObject(int at) {
        byte before = tokens.kind(at - 1);
        if (before == TokenKind.COMMA || before == TokenKind.LEFT_PARENTHESIS) {
            return true;
        }
        Keyword keyword = keyword(at - 1);
        return isBeforeObject(keyword)
                || kind == StatementKind.OTHER && (keyword == Keyword.ON || keyword == Keyword.FOR);
    }

    /** Whether this is called: a function, of a package or a schema or by itself. */
    private boolean isProgram(int first, int last) {
        if (tokens.kind(last + 1) != TokenKind.LEFT_PARENTHESIS) {
            return false;
        }
        if (tokens.isOperator(last + 2, "+") && tokens.kind(last + 3) == TokenKind.RIGHT_PARENTHESIS) {
            return false; // Oracle's mark of an outer join
        }
        int before = first - 1;
        boolean listsColumns = tokens.isWord(before, "INTO")
                || tokens.isWord(before, "TABLE")
                || tokens.isWord(before, "VIEW")
                || tokens.isWord(before, "REFERENCES")
                || tokens.isWord(before, "EXISTS")
                || tokens.isWord(before, "ON")
                || tokens.isWord(before, "WITH");
        return !listsColumns && !isCommonTable(last);
    }

    /** {@code name (columns) AS (query)}. */
    private boolean isCommonTable(int name) {
        if (limit.exceeds(tokens.sql(), tokens.start(name), tokens.end(name))) {
            int close = tokens.closing(name + 1);
            return tokens.isWord(close + 1, "AS") && tokens.kind(close + 2) == TokenKind.LEFT_PARENTHESIS;
        }
        return false;
    }

    /** The user and the password that a link has. */
    private boolean isCredential(int at) {
        return tokens.isWord(at - 1, "BY")
                        && (tokens.isWord(at - 2, "IDENTIFIED") || tokens.isWord(at - 2, "AUTHENTICATED"))
                || tokens.isWord(at - 1, "TO") && tokens.isWord(at - 2, "CONNECT");
    }

    /** The type that a column or a value gets: one of the user's is a program's, and called by its name too. */
    private boolean isType(int at) {
        if (tokens.isWord(at - 1, "AS")) {
            return casts.get(depth);
        }
        if (kind != StatementKind.OTHER) {
            return false;
        }
        boolean column = isName(at - 1)
                && isColumn(at - 1)
                && (tokens.kind(at - 2) == TokenKind.COMMA
                        || tokens.kind(at - 2) == TokenKind.LEFT_PARENTHESIS
                        || tokens.isWord(at - 2, "ADD")
                        || tokens.isWord(at - 2, "MODIFY"));
        return tokens.isWord(at - 1, "OF") || column && depth <= 1 && !queries.get(depth) && isTable();
    }

    /** Whether a column's name may be at the beginning of its definition; what is none has a name after it. */
    private boolean isColumn(int at) {
        return switch (keyword(at)) {
            case CONSTRAINT, PARTITION, SUBPARTITION, COLUMN, GROUP, NESTED -> false;
            default -> true;
        };
    }

    private boolean isTable() {
        for (int at = from + 1; at < Math.min(to, from + 5); at++) {
            if (tokens.isWord(at, "TABLE")) {
                return true;
            }
        }
        return false;
    }

    private void cut(int token) {
        int start = tokens.start(token);
        int end = tokens.end(token);
        if (!limit.exceeds(tokens.sql(), start, end)) {
            return;
        }
        if (tokens.kind(token) == TokenKind.WORD) {
            edits.replace(start, end, limit.unquoted(tokens.text(token)));
            return;
        }
        char quote = tokens.first(token);
        String name = tokens.sql().substring(start + 1, end - 1);
        boolean plain = quote == '"' || quote == '`' || quote == '[';
        char close = quote == '[' ? ']' : quote;
        if (plain && name.indexOf(close) < 0 && limit.exceeds(name)) {
            edits.replace(start + 1, end - 1, limit.quoted(name));
        }
    }
}
