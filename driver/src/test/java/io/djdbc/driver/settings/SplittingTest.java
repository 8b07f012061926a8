package io.djdbc.driver.settings;

import static io.djdbc.driver.settings.Requests.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes of vendors' URLs: what the vendor gets, and that ours was understood. */
class SplittingTest {

    /** Each line: a URL in which {@code <…>} marks what is ours, separator included. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // PostgreSQL
                "postgresql://h/db<?CONN_MAX_AGE=600>",
                "postgresql://h/db?sslmode=require<&CONN_MAX_AGE=600>",
                "postgresql://h/db?<CONN_MAX_AGE=600&>sslmode=require",
                "postgresql://h/db?a=b<&CONN_MAX_AGE=600>&c=d",
                "postgresql://h/db?a=b&<CONN_MAX_AGE=600&>&c=d&",
                "postgresql://h/db?<conn_max_age=600&>",
                "postgresql://[::1]:5432,[fe80::1%25eth0]:5433/db?targetServerType=primary<&Conn_Max_Age=600>",
                "postgresql://h1:1,h2:2/db?options=-c%20search_path=a%26b&currentSchema=x+y<&CONN_MAX_AGE=600>",
                "postgresql:db<?CONN_MAX_AGE=600>",
                "postgresql:/<?CONN_MAX_AGE=600>",
                "postgresql:///<?CONN_MAX_AGE=%36%30%30>",
                "postgresql://h/db?ssl<&CONN_MAX_AGE=600>&",
                "postgresql://h/d%3Fb?user=a@b.c&password=p=?;q<&CONN_MAX_AGE=600>",
                // MySQL
                "mysql://user:pw@h:3306/db?useSSL=false<&CONN_MAX_AGE=600>",
                "mysql:replication://p:1,r:2/db<?CONN_MAX_AGE=600>",
                "mysql:loadbalance://h1,h2/db?a=b<&CONN_MAX_AGE=600>",
                "mysql+srv://h/db?<CONN_MAX_AGE=600&>a=b",
                "mysql://address=(host=h)(port=1)(key1=a?b)/db?a=b<&CONN_MAX_AGE=600>",
                "mysql://(host=h,port=1),(host=i,port=2)/db<?CONN_MAX_AGE=600>",
                "mysql://[(host=h,port=1,user=u),i:2]/db?<CONN_MAX_AGE=600&>sessionVariables=a=1,b='c'",
                "mysql://[2001:db8::1]:3306/db<?CONN_MAX_AGE=600>",
                // MariaDB
                "mariadb:sequential://h1,h2:3307/db?pool=true&autocommit=false<&CONN_MAX_AGE=600>",
                "mariadb://address=(host=h)(port=1)(type=replica)/db<?CONN_MAX_AGE=600>",
                "mariadb://h/<?CONN_MAX_AGE=600>",
                // SQLite
                "sqlite::memory:<?CONN_MAX_AGE=600>",
                "sqlite:<?CONN_MAX_AGE=600>",
                "sqlite:C:\\Users\\a b\\x (1).db<?CONN_MAX_AGE=600>",
                "sqlite:C:/x/y.db?journal_mode=WAL<&CONN_MAX_AGE=600>",
                "sqlite:/a(b/c.db?foreign_keys=on<&CONN_MAX_AGE=600>",
                "sqlite:file:x?mode=memory&cache=shared<&CONN_MAX_AGE=600>",
                "sqlite:file:x?<CONN_MAX_AGE=600&>mode=memory&cache=shared",
                "sqlite::resource:http://x/y.db<?CONN_MAX_AGE=600>",
                "sqlite:x.db?transaction_mode=IMMEDIATE<&CONN_MAX_AGE=600>",
                // Oracle
                "oracle:thin:@//h:1521/s?connect_timeout=5<&CONN_MAX_AGE=600>",
                "oracle:thin:@//h:1521/s<?CONN_MAX_AGE=600>",
                "oracle:thin:@tcps://h:1/s?wallet_location=\"/a?b&C_D=x\"&ssl_server_cert_dn=\"CN=a@b\"<&CONN_MAX_AGE=600>",
                "oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=tcp)(HOST=h)(PORT=1))(CONNECT_DATA=(SERVICE_NAME=s)))"
                        + "<?CONN_MAX_AGE=600>",
                "oracle:thin:@alias?TNS_ADMIN=/a/b<&CONN_MAX_AGE=600>",
                "oracle:thin:user/pw?x@h:1521:sid<?CONN_MAX_AGE=600>",
                "oracle:thin:user/\"p?a@w\"@h:1521/s?a=b@c<&CONN_MAX_AGE=600>",
                "oracle:thin:user/pw?TIMEOUT=1@h:1521/s<?CONN_MAX_AGE=600>",
                "oracle:oci:@alias<?CONN_MAX_AGE=600>",
                // H2
                "h2:mem:<;CONN_MAX_AGE=600>",
                "h2:mem:x;DB_CLOSE_DELAY=-1<;CONN_MAX_AGE=600>",
                "h2:mem:x;<CONN_MAX_AGE=600;>MODE=Oracle;",
                "h2:~/a?b=c/x;INIT=CREATE TABLE A(B INT)\\;RUNSCRIPT FROM 'x'<;CONN_MAX_AGE=600>;CACHE_SIZE=1",
                "h2:tcp://[::1]:9092/~/x;INIT=A\\\\<;CONN_MAX_AGE=600>",
                "h2:C:\\data\\x<;CONN_MAX_AGE=600>",
                "h2:file:/x;CIPHER=AES;UNKNOWN_TO_US=1<;CONN_MAX_AGE=600>",
                // others
                "sqlserver://h\\i:1433;databaseName=d;password={a;b}}c;POOL_TIMEOUT=1}<;CONN_MAX_AGE=600>;encrypt=true",
                "sqlserver://h;password=a{b<;CONN_MAX_AGE=600>",
                "sqlserver://;serverName=h;domain=a\\<;CONN_MAX_AGE=600>",
                "derby:memory:x;create=true;path=C:\\<;CONN_MAX_AGE=600>",
                "derby://h:1527/x<;CONN_MAX_AGE=600>",
                "jtds:sqlserver://h/db;domain={x<;CONN_MAX_AGE=600>",
                "db2://h:50000/db:user=x;password=y?z<;CONN_MAX_AGE=600>;",
                "snowflake://a.b.com/?db=x&CLIENT_SESSION_KEEP_ALIVE=true<&CONN_MAX_AGE=600>",
                "clickhouse://h/db<?CONN_MAX_AGE=600>",
                "p6spy:postgresql://h/db?a=b<&CONN_MAX_AGE=600>",
                "p6spy:h2:mem:x;INIT=A\\;B<;CONN_MAX_AGE=600>",
                "tc:postgresql:16-alpine:///db?TC_DAEMON=true<&STRICT_PARAMETERS=false&CONN_MAX_AGE=600>",
            })
    void splits(String marked) throws SQLException {
        String url = "jdbc:djdbc:" + marked.replaceAll("[<>]", "");
        String vendorUrl = "jdbc:" + marked.replaceAll("<[^>]*>", "");

        ConnectionRequest request = parse(url);

        assertThat(request.vendorUrl()).isEqualTo(vendorUrl);
        assertThat(request.settings().text(Setting.CONN_MAX_AGE)).isEqualTo("600");
        assertThat(request.settings().origin(Setting.CONN_MAX_AGE)).isEqualTo(Origin.URL);
    }

    @Test
    void decodesOurValuesOnce() throws SQLException {
        assertThat(initCommand("postgresql://h/db?INIT_COMMAND=SELECT%201%2B1+2%2541%26"))
                .isEqualTo("SELECT 1+1+2%41&");
        assertThat(initCommand("h2:mem:x;INIT_COMMAND=SET A 1\\;SET B '%5C'")).isEqualTo("SET A 1;SET B '\\'");
        assertThat(initCommand("sqlserver://h;INIT_COMMAND={SET A;SET B '}}'}")).isEqualTo("SET A;SET B '}'");
        assertThat(initCommand("oracle:thin:@//h/s?INIT_COMMAND=\"a&b\"")).isEqualTo("a&b");
        assertThat(initCommand("postgresql://h/db?INIT_COMMAND=%C3%A9%F0%9F%98%80="))
                .isEqualTo("é😀=");
    }

    @Test
    void leavesTheVendorsParametersAsTheyAre() throws SQLException {
        ConnectionRequest request = parse("jdbc:djdbc:postgresql://h/d%20b?b=%41+&&a=1&POOL=true&a=2&c");

        assertThat(request.vendorUrl()).isEqualTo("jdbc:postgresql://h/d%20b?b=%41+&&a=1&a=2&c");
        assertThat(request.settings().pool()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mariadb://h/db?pool=true",
                "mariadb://h/db?autocommit=false",
                "sqlite:x?transaction_mode=IMMEDIATE",
                "sqlite:x?date_class=TEXT&lock_timeout=1",
                "h2:mem:x;LOCK_TIMEOUT=1;QUERY_TIMEOUT=1",
                "oracle:thin:@//h/s?TNS_ADMIN=x",
                "postgresql://h/db?user=x&ssl&connectTimeout=1",
                "postgresql://h/db?PORT=1&USER=x",
            })
    void leavesTheVendorsOwnNames(String vendorPart) throws SQLException {
        ConnectionRequest request = parse("jdbc:djdbc:" + vendorPart);

        assertThat(request.vendorUrl()).isEqualTo("jdbc:" + vendorPart);
        assertThat(request.settings().values()).extracting(SettingValue::origin).containsOnly(Origin.DEFAULT);
    }

    @Test
    void takesOnlyOurPrefixInAnyCase() throws SQLException {
        assertThat(ConnectionRequest.parse("jdbc:postgresql://h/db", null)).isNull();
        assertThat(ConnectionRequest.parse(null, null)).isNull();
        assertThat(ConnectionRequest.parse("jdbc:djdbcx:h2:mem:", null)).isNull();
        assertThat(parse("JDBC:DJDBC:h2:mem:x").vendorUrl()).isEqualTo("jdbc:h2:mem:x");
        assertThat(parse("jdbc:DjDbc:H2:mem:x").vendorUrl()).isEqualTo("jdbc:H2:mem:x");
    }

    private static String initCommand(String vendorPart) throws SQLException {
        String command = parse("jdbc:djdbc:" + vendorPart).settings().initCommand();
        return command == null ? "" : command;
    }
}
