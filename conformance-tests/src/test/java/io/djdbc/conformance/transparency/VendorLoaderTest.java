package io.djdbc.conformance.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The vendor's driver may live in another class loader than djdbc. Not asked of SQLite, whose native library one class
 * loader of a JVM only can load.
 */
@DisplayName("vendor's driver in another class loader")
@EachDatabase({"h2", "postgresql", "mariadb", "mysql"})
class VendorLoaderTest extends DatabaseKit {

    VendorLoaderTest(TestDatabase database) {
        super(database);
    }

    /** djdbc with the container, the vendor's driver with the application. */
    @Test
    void vendorsDriverOfTheApplicationIsFoundAndItsInterfacesCarried() throws Exception {
        try (Application container = new Application(null, Application.djdbc());
                Application application = new Application(container.loader(), Application.vendorOf(database));
                Connection connection = application.connect(database)) {
            Class<?> vendorClass = application.vendorClass(connection);
            assertThat(vendorClass.getClassLoader()).isSameAs(application.loader());
            assertThat(Class.forName(vendorClass.getName())).isNotSameAs(vendorClass);
            List<Class<?>> carried = publicInterfaces(vendorClass);
            assertThat(carried)
                    .isNotEmpty()
                    .allSatisfy(type -> assertThat(connection).isInstanceOf(type));
            if (!database.is("mariadb")) { // whose connection has no interface of its own
                assertThat(carried.stream().map(Class::getClassLoader)).contains(application.loader());
            }
            assertThat(connection.isWrapperFor(vendorClass)).isTrue();
            assertThat((Object) connection.unwrap(vendorClass)).isExactlyInstanceOf(vendorClass);
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT 41 + 1")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(42);
                assertThat(rows.getStatement().getConnection()).isSameAs(connection);
            }
        }
    }

    /** Two applications, each with a driver of its own, and one djdbc above them that keeps connections. */
    @Test
    void noApplicationGetsAConnectionOfAnothersDriver() throws Exception {
        try (Application container = new Application(null, Application.djdbc())) {
            for (int i = 0; i < 2; i++) {
                try (Application application = new Application(container.loader(), Application.vendorOf(database))) {
                    for (int request = 0; request < 2; request++) {
                        try (Connection connection = application.connect(database, "CONN_MAX_AGE=2")) {
                            assertThat(application.vendorClass(connection).getClassLoader())
                                    .isSameAs(application.loader());
                        }
                    }
                    // a thread that is nobody's, as one of the JVM's common pool
                    Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
                    try (Connection connection = application.connect(database, "CONN_MAX_AGE=2")) {
                        assertThat(application.vendorClass(connection).getClassLoader())
                                .isSameAs(application.loader());
                    }
                }
            }
        }
    }

    private static List<Class<?>> publicInterfaces(Class<?> vendorClass) {
        List<Class<?>> interfaces = new ArrayList<>();
        for (Class<?> type = vendorClass; type != null; type = type.getSuperclass()) {
            for (Class<?> candidate : type.getInterfaces()) {
                if (Modifier.isPublic(candidate.getModifiers())) {
                    interfaces.add(candidate);
                }
            }
        }
        return interfaces;
    }
}
