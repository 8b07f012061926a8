package io.djdbc.driver.packaging;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/**
 * Knows nothing but java.sql. Connects to each URL given and writes what it finds; a first argument {@code
 * --vendor=JAR} puts a vendor's driver into a class loader of its own.
 */
final class SmallApplication {

    private SmallApplication() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("jdk.jfr " + ModuleLayer.boot().findModule("jdk.jfr").isPresent());
        for (String argument : arguments) {
            if (argument.startsWith("--vendor=")) {
                URL jar = new File(argument.substring("--vendor=".length()))
                        .toURI()
                        .toURL();
                Thread.currentThread()
                        .setContextClassLoader(new URLClassLoader(
                                new URL[] {jar}, Thread.currentThread().getContextClassLoader()));
            } else {
                connect(argument);
            }
        }
    }

    private static void connect(String url) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE article (headline VARCHAR(20))");
            statement.executeUpdate("INSERT INTO article VALUES ('What''s up')");
            try (ResultSet rows = statement.executeQuery("SELECT headline FROM article")) {
                rows.next();
                System.out.println("row " + rows.getString("headline"));
                System.out.println("parent " + (rows.getStatement().getConnection() == connection));
            }
            System.out.println("url " + connection.getMetaData().getURL());
            describe(connection);
        }
    }

    private static void describe(Connection connection) {
        Class<?> wrapper = connection.getClass();
        ClassLoader loader = wrapper.getClassLoader();
        System.out.println("wrapper " + wrapper.getName());
        System.out.println("wrapper's loader "
                + (loader == SmallApplication.class.getClassLoader()
                        ? "ours"
                        : loader.getClass().getName()));
        for (Class<?> type : wrapper.getInterfaces()) {
            System.out.println("implements " + type.getName());
        }
    }
}
