package io.djdbc.driver.sql;

/** A part of a rewritten statement, with the numbers of the parameters in it. */
record Fragment(String text, int[] parameters) {

    boolean hasParameters() {
        return parameters.length > 0;
    }

    /** Whether it is one parameter and nothing else. */
    boolean isParameter() {
        return parameters.length == 1 && text.strip().equals("?");
    }
}
