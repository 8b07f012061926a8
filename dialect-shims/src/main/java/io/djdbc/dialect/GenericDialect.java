package io.djdbc.dialect;

import java.util.List;

/** Any database that no other dialect knows: standard SQL, and nothing is sent on connect. */
public class GenericDialect implements Dialect {

    private final boolean bySemicolon;

    /** Parameters as most vendors write them: {@link ParameterSyntax#QUERY}. */
    public GenericDialect() {
        this.bySemicolon = false;
    }

    public GenericDialect(ParameterSyntax parameterSyntax) {
        this.bySemicolon = parameterSyntax == ParameterSyntax.SEMICOLON;
    }

    /**
     * The fallback for a URL of an unknown vendor. What a URL has of {@code ;} and {@code ?} tells how parameters are
     * written; SQL Server and Derby are known by name, as their URLs often come without any.
     *
     * @param vendorUrl the URL, with or without {@code jdbc:}
     */
    public static GenericDialect forUrl(String vendorUrl) {
        String url = vendorUrl.startsWith("jdbc:") ? vendorUrl.substring("jdbc:".length()) : vendorUrl;
        boolean semicolon = url.startsWith("sqlserver:")
                || url.startsWith("derby:")
                || url.startsWith("jtds:")
                || (url.indexOf(';') >= 0 && url.indexOf('?') < 0);
        return new GenericDialect(semicolon ? ParameterSyntax.SEMICOLON : ParameterSyntax.QUERY);
    }

    @Override
    public String name() {
        return "generic";
    }

    @Override
    public List<String> urlPrefixes() {
        return List.of();
    }

    @Override
    public List<String> driverClassNames() {
        return List.of();
    }

    @Override
    public ParameterSyntax parameterSyntax() {
        return bySemicolon ? ParameterSyntax.SEMICOLON : ParameterSyntax.QUERY;
    }
}
