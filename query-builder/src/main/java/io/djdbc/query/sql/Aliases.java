package io.djdbc.query.sql;

/** Names that users give to annotations and columns: nothing that could end the quoted name or start a comment. */
final class Aliases {

    private Aliases() {}

    static void check(String alias) {
        for (int i = 0; i < alias.length(); i++) {
            char c = alias.charAt(i);
            boolean forbidden = "'`\"[];#%".indexOf(c) >= 0
                    || Character.isWhitespace(c)
                    || Character.isISOControl(c)
                    || alias.startsWith("--", i)
                    || alias.startsWith("/*", i)
                    || alias.startsWith("*/", i);
            if (forbidden) {
                throw new IllegalArgumentException(
                        "Column aliases cannot contain whitespace characters, hashes, quotation"
                                + " marks, semicolons, percent signs, or SQL comments.");
            }
        }
    }
}
