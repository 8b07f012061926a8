package io.djdbc.query.expression;

/** Arithmetic and bit operators. */
public enum Operator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    MODULO("%"),
    POWER("^"),
    BIT_AND("&"),
    BIT_OR("|"),
    BIT_LEFT_SHIFT("<<"),
    BIT_RIGHT_SHIFT(">>"),
    BIT_XOR("#");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** The symbol by which dialects know it. */
    public String symbol() {
        return symbol;
    }

    boolean isBitwise() {
        return ordinal() >= BIT_AND.ordinal();
    }
}
