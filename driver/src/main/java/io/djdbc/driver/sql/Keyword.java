package io.djdbc.driver.sql;

/**
 * The words of SQL that say where expressions begin and end, which functions keep a text a text, and what is named by
 * the words around them. Each has a number, which is its place among all.
 */
enum Keyword {
    /** Any other word, and whatever is no word. */
    NONE,

    // What cannot be part of an operand: comes before one, or after one. Oracle has no columns of these names.
    AND(Role.STOP),
    OR(Role.STOP),
    NOT(Role.STOP),
    WHERE(Role.STOP),
    ON(Role.STOP),
    WHEN(Role.STOP),
    THEN(Role.STOP),
    ELSE(Role.STOP),
    END(Role.STOP),
    HAVING(Role.STOP),
    SELECT(Role.STOP),
    DISTINCT(Role.STOP),
    BETWEEN(Role.STOP),
    BY(Role.STOP),
    WITH(Role.STOP),
    CASE(Role.STOP),
    SET(Role.STOP),
    IN(Role.STOP),
    LIKE(Role.STOP),
    LIKEC(Role.STOP),
    LIKE2(Role.STOP),
    LIKE4(Role.STOP),
    IS(Role.STOP),
    VALUES(Role.STOP),
    FROM(Role.STOP),
    GROUP(Role.STOP),
    ORDER(Role.STOP),
    UNION(Role.STOP),
    INTERSECT(Role.STOP),
    MINUS(Role.STOP),
    FOR(Role.STOP),
    CONNECT(Role.STOP),
    START(Role.STOP),
    AS(Role.STOP),
    ASC(Role.STOP),
    DESC(Role.STOP),
    INTO(Role.STOP),
    UPDATE(Role.STOP),
    DELETE(Role.STOP),
    INSERT(Role.STOP),

    // The same where they are keywords; but a column may have the name.
    RETURN(Role.PERHAPS_STOP),
    QUALIFY(Role.PERHAPS_STOP),
    USING(Role.PERHAPS_STOP),
    JOIN(Role.PERHAPS_STOP),
    ESCAPE(Role.PERHAPS_STOP),
    EXCEPT(Role.PERHAPS_STOP),
    FETCH(Role.PERHAPS_STOP),
    OFFSET(Role.PERHAPS_STOP),
    LIMIT(Role.PERHAPS_STOP),
    INNER(Role.PERHAPS_STOP),
    FULL(Role.PERHAPS_STOP),
    CROSS(Role.PERHAPS_STOP),
    NATURAL(Role.PERHAPS_STOP),
    OUTER(Role.PERHAPS_STOP),
    RETURNING(Role.PERHAPS_STOP),
    LOG(Role.PERHAPS_STOP),
    NULLS(Role.PERHAPS_STOP),
    WINDOW(Role.PERHAPS_STOP),
    MODEL(Role.PERHAPS_STOP),
    PIVOT(Role.PERHAPS_STOP),
    UNPIVOT(Role.PERHAPS_STOP),
    LEFT(Role.PERHAPS_STOP),
    RIGHT(Role.PERHAPS_STOP),
    SAMPLE(Role.PERHAPS_STOP),
    PARTITION(Role.PERHAPS_STOP),

    // Functions whose result is '' if their argument is.
    UPPER(Role.CONVERSION),
    LOWER(Role.CONVERSION),
    TRIM(Role.CONVERSION),
    LTRIM(Role.CONVERSION),
    RTRIM(Role.CONVERSION),
    INITCAP(Role.CONVERSION),
    TO_CHAR(Role.CONVERSION),
    TO_NCHAR(Role.CONVERSION),
    TO_CLOB(Role.CONVERSION),
    TO_NCLOB(Role.CONVERSION),
    CAST(Role.CONVERSION),
    TRANSLATE(Role.CONVERSION),

    CONCAT,
    REGEXP_LIKE,
    ANY,
    ALL,
    SOME,
    DIMENSION,

    // What is named after them, or in their clause.
    TABLE,
    VIEW,
    REFERENCES,
    SEQUENCE,
    INDEX,
    SYNONYM,
    EXISTS,
    ONLY,
    LINK,
    CLUSTER,
    COLUMN,
    CONSTRAINT,
    SUBPARTITION,
    NESTED,
    MERGE,
    TO;

    private enum Role {
        NONE,
        STOP,
        PERHAPS_STOP,
        CONVERSION
    }

    private static final Keyword[] BY_NUMBER = values();
    private static final int LONGEST = 12;
    private static final int PLACES = 512;

    /** By the hash of a word its number; that of another with the same hash is at the next place that was free. */
    private static final byte[] BY_HASH = new byte[PLACES];

    static {
        for (int number = 1; number < BY_NUMBER.length; number++) {
            String word = BY_NUMBER[number].name();
            int place = place(word, 0, word.length());
            while (BY_HASH[place] != 0) {
                place = next(place);
            }
            BY_HASH[place] = (byte) number;
        }
    }

    private final Role role;

    Keyword() {
        this(Role.NONE);
    }

    Keyword(Role role) {
        this.role = role;
    }

    static Keyword of(byte number) {
        return BY_NUMBER[number];
    }

    /** The number of the keyword that a token of kind {@link TokenKind#WORD} is, in any case; 0 if it is none. */
    static byte number(Tokens tokens, int at) {
        int start = tokens.start(at);
        int end = tokens.end(at);
        if (end - start < 2 || end - start > LONGEST) {
            return 0;
        }
        int place = place(tokens.sql(), start, end);
        byte number = BY_HASH[place];
        while (number != 0 && !tokens.isWord(at, BY_NUMBER[number].name())) {
            place = next(place);
            number = BY_HASH[place];
        }
        return number;
    }

    /** From the length and three letters, of which nothing counts but what is the same in both cases. */
    private static int place(String text, int start, int end) {
        int letters = (text.charAt(start) & 31) << 10 | (text.charAt(start + 1) & 31) << 5 | text.charAt(end - 1) & 31;
        int hash = (letters + (end - start << 15)) * 0x9E3779B9;
        return hash >>> 32 - 9;
    }

    private static int next(int place) {
        return place + 1 & PLACES - 1;
    }

    /** Whether no operand goes on at the word. */
    boolean isStop() {
        return role == Role.STOP;
    }

    /** Whether it is so where the word is not a column's name. */
    boolean mayBeStop() {
        return role == Role.PERHAPS_STOP;
    }

    /** Whether it is a function that makes '' of ''. */
    boolean isConversion() {
        return role == Role.CONVERSION;
    }

    /** Whether a comparison, or an operand of one, may begin with it. */
    boolean mayCompare() {
        return switch (this) {
            case LIKE, LIKEC, LIKE2, LIKE4, IN, BETWEEN, CASE, WHEN, REGEXP_LIKE -> true;
            default -> isConversion();
        };
    }
}
