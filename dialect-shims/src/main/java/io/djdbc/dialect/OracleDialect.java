package io.djdbc.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Oracle through ojdbc. */
public class OracleDialect implements Dialect {

    /** Oracle Net's names are written in either case. */
    private static final Set<String> ORACLE_NET = Set.of(
            "TNS_ADMIN",
            "CONNECT_TIMEOUT",
            "TRANSPORT_CONNECT_TIMEOUT",
            "RETRY_COUNT",
            "RETRY_DELAY",
            "EXPIRE_TIME",
            "FAILOVER",
            "LOAD_BALANCE",
            "SOURCE_ROUTE",
            "ENABLE",
            "SDU",
            "TDU",
            "RECV_BUF_SIZE",
            "SEND_BUF_SIZE",
            "HTTPS_PROXY",
            "HTTPS_PROXY_PORT",
            "HTTP_PROXY",
            "HTTP_PROXY_PORT",
            "USE_SNI",
            "POOL_BOUNDARY",
            "POOL_CONNECTION_CLASS",
            "POOL_NAME",
            "POOL_PURITY",
            "SERVICE_TAG",
            "CONNECTION_ID_PREFIX",
            "COMPRESSION",
            "COMPRESSION_LEVELS",
            "SECURITY",
            "WALLET_LOCATION",
            "MY_WALLET_DIRECTORY",
            "AUTHENTICATION_SERVICE",
            "SSL_VERSION",
            "SSL_SERVER_CERT_DN",
            "SSL_SERVER_DN_MATCH",
            "SSL_ALLOW_WEAK_DN_MATCH",
            "SSL_CERTIFICATE_ALIAS",
            "SSL_CERTIFICATE_THUMBPRINT",
            "TOKEN_AUTH",
            "TOKEN_LOCATION",
            "PASSWORD_AUTH",
            "OCI_IAM_URL",
            "OCI_TENANCY",
            "OCI_COMPARTMENT",
            "OCI_DATABASE",
            "OCI_CONFIG_FILE",
            "OCI_PROFILE",
            "AZURE_DB_APP_ID_URI",
            "TENANT_ID",
            "CLIENT_ID",
            "CLIENT_CERTIFICATE",
            "REDIRECT_URI");

    @Override
    public String name() {
        return "oracle";
    }

    @Override
    public List<String> urlPrefixes() {
        return List.of("oracle:");
    }

    @Override
    public List<String> driverClassNames() {
        return List.of("oracle.jdbc.OracleDriver");
    }

    @Override
    public ParameterSyntax parameterSyntax() {
        return ParameterSyntax.QUERY;
    }

    /** Oracle Net's parameters, and ojdbc's own property {@code autoCommit}; in capitals that is djdbc's. */
    @Override
    public boolean ownsParameter(String name) {
        return name.equals("autoCommit") || ORACLE_NET.contains(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public boolean supports(SessionFeature feature) {
        return feature == SessionFeature.TIME_ZONE
                || feature == SessionFeature.RETURNING_INTO
                || feature == SessionFeature.EMPTY_STRINGS;
    }
}
