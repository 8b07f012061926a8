package io.djdbc.query.execute;

import io.djdbc.dialect.QuerySyntax;
import io.djdbc.query.StatementListener;
import io.djdbc.query.row.InstanceMakers;
import io.djdbc.query.sql.Compiler;
import io.djdbc.query.sql.Shapes;
import io.djdbc.query.transaction.ConnectionSource;
import io.djdbc.query.transaction.Lease;
import io.djdbc.query.transaction.Transactions;
import io.djdbc.query.value.DatabaseValues;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One database: its connections, its transactions, the SQL that it speaks. Safe for use by several threads. */
public final class Backend implements AutoCloseable {

    private final String alias;
    private final ConnectionSource source;
    private final Transactions transactions;
    private final @Nullable StatementListener listener;
    private volatile @Nullable Dialect dialect;
    private volatile @Nullable Compiler compiler;

    /** What differs by database. */
    private record Dialect(
            String name, QuerySyntax syntax, DatabaseValues values, Shapes shapes, InstanceMakers makers) {
        static Dialect of(String name) {
            QuerySyntax syntax = QuerySyntax.of(name);
            return new Dialect(
                    name,
                    syntax,
                    DatabaseValues.of(name),
                    new Shapes(syntax.emptyStringsAreNulls()),
                    new InstanceMakers());
        }
    }

    public Backend(
            String alias, ConnectionSource source, @Nullable String vendor, @Nullable StatementListener listener) {
        this.alias = alias;
        this.source = source;
        this.transactions = new Transactions(source);
        this.dialect = vendor == null ? null : Dialect.of(vendor);
        this.listener = listener;
    }

    public String alias() {
        return alias;
    }

    public Transactions transactions() {
        return transactions;
    }

    public @Nullable StatementListener listener() {
        return listener;
    }

    /** What SQL it speaks; asks the database at the first call. */
    public QuerySyntax syntax() {
        return dialect().syntax();
    }

    /** The compiler of its SQL for a current time zone. */
    public Compiler compiler(ZoneId zone) {
        String name = zone.getId();
        Compiler last = compiler;
        if (last == null || !last.zone().equals(name)) {
            last = new Compiler(syntax(), name);
            compiler = last;
        }
        return last;
    }

    /** The queries that it was asked before. */
    public Shapes shapes() {
        return dialect().shapes();
    }

    /** What makes instances of its rows. */
    public InstanceMakers makers() {
        return dialect().makers();
    }

    /** How it holds values. */
    public DatabaseValues values() {
        return dialect().values();
    }

    /** The dialect's name, which tells MariaDB from MySQL: {@code mariadb}. */
    public String dialectName() {
        return dialect().name();
    }

    public boolean isSqlite() {
        return dialect().name().equals("sqlite");
    }

    /** Whether a foreign key may point to nothing until the commit; MySQL, MariaDB and H2 want none at any time. */
    public boolean canDeferConstraints() {
        String vendor = syntax().vendor();
        return !vendor.equals("mysql") && !vendor.equals("h2");
    }

    public boolean isPostgresql() {
        return dialect().name().equals("postgresql");
    }

    private Dialect dialect() {
        Dialect known = dialect;
        if (known == null) {
            try (Lease lease = transactions.lease()) {
                known = Dialect.of(vendor(lease.connection()));
                dialect = known;
            } catch (SQLException e) {
                throw SqlErrors.translate(e);
            }
        }
        return known;
    }

    private static String vendor(Connection connection) throws SQLException {
        var metaData = connection.getMetaData();
        String product = metaData.getDatabaseProductName().toLowerCase(Locale.ROOT);
        String version = metaData.getDatabaseProductVersion().toLowerCase(Locale.ROOT);
        if (product.contains("mariadb") || version.contains("mariadb")) {
            return "mariadb";
        }
        return product;
    }

    @Override
    public void close() throws SQLException {
        source.close();
    }
}
