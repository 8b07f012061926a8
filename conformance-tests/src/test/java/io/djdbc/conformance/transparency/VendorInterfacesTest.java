package io.djdbc.conformance.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Casts to the vendor's public interfaces keep working, and unwrapping goes all the way down. */
@DisplayName("vendor's interfaces")
@EachDatabase({"sqlite", "h2", "postgresql", "mariadb", "mysql"})
class VendorInterfacesTest extends DatabaseKit {

    VendorInterfacesTest(TestDatabase database) {
        super(database);
    }

    /** The same objects of both sides, bare by name. */
    private static Map<String, Object> objects(Connection connection) throws SQLException {
        Map<String, Object> objects = new LinkedHashMap<>();
        objects.put("connection", connection);
        objects.put("metadata", connection.getMetaData());
        Statement statement = connection.createStatement();
        objects.put("statement", statement);
        objects.put("result set", statement.executeQuery("SELECT 1"));
        PreparedStatement prepared = connection.prepareStatement("SELECT 1");
        objects.put("prepared statement", prepared);
        objects.put("its result set", prepared.executeQuery());
        objects.put("metadata's result set", connection.getMetaData().getTables(null, null, "tk_none", null));
        try {
            objects.put(
                    "updatable statement",
                    connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE));
            objects.put("callable statement", connection.prepareCall("{call tk_none(?)}"));
        } catch (SQLException e) {
            // a driver without such statements has no such objects, bare or wrapped
        }
        return objects;
    }

    private static Set<Class<?>> publicInterfaces(Class<?> type) {
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Class<?> candidate : c.getInterfaces()) {
                if (Modifier.isPublic(candidate.getModifiers())) {
                    interfaces.add(candidate);
                }
                interfaces.addAll(publicInterfaces(candidate));
            }
        }
        return interfaces;
    }

    @Test
    void wrappersImplementThemAll() throws SQLException {
        try (Connection bare = database.open();
                Connection wrapped = database.openDjdbc()) {
            Map<String, Object> wrappers = objects(wrapped);
            Map<String, Object> vendors = objects(bare);
            assertThat(wrappers).containsOnlyKeys(vendors.keySet());
            vendors.forEach((name, vendor) -> {
                Object wrapper = wrappers.get(name);
                assertThat(wrapper.getClass().getName()).as(name).startsWith("io.djdbc.");
                assertThat(publicInterfaces(vendor.getClass()))
                        .as("public interfaces of %s", vendor.getClass())
                        .isNotEmpty()
                        .allSatisfy(type -> assertThat(wrapper).as(name).isInstanceOf(type));
            });
        }
    }

    @Test
    void vendorsMethodsWorkThroughTheCast() throws SQLException {
        try (Connection wrapped = database.openDjdbc()) {
            if (wrapped instanceof org.postgresql.PGConnection postgresql) {
                assertThat(postgresql.getBackendPID())
                        .isEqualTo((int) database.sessions().idOf(wrapped));
                assertThat(wrapped.createStatement()).isInstanceOf(org.postgresql.PGStatement.class);
            }
            if (wrapped instanceof com.mysql.cj.jdbc.JdbcConnection mysql) {
                assertThat(mysql.isSameResource(mysql)).isTrue();
                assertThat(wrapped.createStatement()).isInstanceOf(com.mysql.cj.jdbc.JdbcStatement.class);
            }
            assertThat(wrapped instanceof org.postgresql.PGConnection).isEqualTo(database.is("postgresql"));
            assertThat(wrapped instanceof com.mysql.cj.jdbc.JdbcConnection).isEqualTo(database.is("mysql"));
        }
    }

    @Test
    void withoutThemWrappersArePlain() throws SQLException {
        try (Connection wrapped = database.openDjdbc("VENDOR_INTERFACES=false")) {
            objects(wrapped)
                    .forEach((name, wrapper) -> assertThat(publicInterfaces(wrapper.getClass()))
                            .as(name)
                            .allMatch(type -> type.getName().startsWith("java.")
                                    || type.getName().startsWith("io.djdbc.")));
            try (ResultSet rows = wrapped.createStatement().executeQuery("SELECT 1")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
        }
    }

    @Test
    void unwrapGoesAllTheWayDown() throws SQLException {
        try (Connection bare = database.open();
                Connection wrapped = database.openDjdbc()) {
            Map<String, Object> wrappers = objects(wrapped);
            for (var entry : objects(bare).entrySet()) {
                Wrapper wrapper = (Wrapper) wrappers.get(entry.getKey());
                Class<?> vendorClass = entry.getValue().getClass();
                Wrapper vendor = (Wrapper) entry.getValue();
                assertThat(wrapper.isWrapperFor(vendorClass)).as(entry.getKey()).isTrue();
                Object unwrapped = wrapper.unwrap(vendorClass);
                assertThat(unwrapped).isExactlyInstanceOf(vendorClass);
                Set<Class<?>> types = publicInterfaces(vendorClass);
                types.add(String.class);
                types.add(Connection.class);
                types.add(ResultSet.class);
                for (Class<?> type : types) {
                    boolean isWrapper = vendor.isWrapperFor(type);
                    assertThat(wrapper.isWrapperFor(type))
                            .as("%s is a wrapper for %s", entry.getKey(), type)
                            .isEqualTo(isWrapper);
                    if (isWrapper) {
                        assertThat(wrapper.unwrap(type)).isInstanceOf(type);
                    }
                }
            }
        }
    }
}
