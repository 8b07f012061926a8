package io.djdbc.conformance.queries;

import java.util.List;
import java.util.regex.Pattern;

/** How many statements and joins some cases took, here and in Django. */
final class Effort {

    /** Texts and quoted names, in which a word is no word of SQL. */
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"|`[^`]*`");

    private static final Pattern JOIN = Pattern.compile("\\bJOIN\\b");

    private int cases;
    private int statements;
    private int djangosStatements;
    private int joins;
    private int djangosJoins;

    /** The joins of statements. */
    static int joins(List<String> sql) {
        int joins = 0;
        for (String statement : sql) {
            joins += (int) JOIN.matcher(QUOTED.matcher(statement).replaceAll("x"))
                    .results()
                    .count();
        }
        return joins;
    }

    void add(List<String> sql, List<String> djangos) {
        cases++;
        statements += sql.size();
        djangosStatements += djangos.size();
        joins += joins(sql);
        djangosJoins += joins(djangos);
    }

    boolean isMoreThanDjangos() {
        return statements > djangosStatements || joins > djangosJoins;
    }

    @Override
    public String toString() {
        return cases + " cases, statements " + statements + " (Django " + djangosStatements + "), joins " + joins
                + " (Django " + djangosJoins + ")";
    }
}
