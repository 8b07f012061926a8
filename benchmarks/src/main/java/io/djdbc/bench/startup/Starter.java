package io.djdbc.bench.startup;

import io.djdbc.bench.subject.Subject;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The command line that brings one subject to its first row, with nothing on the class path but the vendor's driver and
 * the subject itself.
 *
 * @param application the jar with {@link FirstRow} and the stub driver
 */
record Starter(Subject subject, Database database, Path application) {
    private static final List<String> HIKARI = List.of("com.zaxxer.hikari.HikariDataSource", "org.slf4j.Logger");

    private static final List<String> OPENTELEMETRY = List.of(
            "io.opentelemetry.instrumentation.jdbc.OpenTelemetryDriver",
            "io.opentelemetry.instrumentation.api.instrumenter.Instrumenter",
            "io.opentelemetry.instrumentation.api.incubator.semconv.db.DbClientAttributesExtractor",
            "io.opentelemetry.api.OpenTelemetry",
            "io.opentelemetry.api.incubator.trace.ExtendedTracer",
            "io.opentelemetry.context.Context",
            "io.opentelemetry.api.internal.ConfigUtil",
            "io.opentelemetry.common.ComponentLoader",
            "io.opentelemetry.semconv.DbAttributes");

    /** Without HikariCP, an optional dependency that POOL=true needs. */
    private static final List<String> DJDBC = List.of("io.djdbc.driver.Driver", "io.djdbc.dialect.Dialect");

    List<String> command(Path java) {
        var command = new ArrayList<String>();
        command.add(java.toString());
        if (subject == Subject.P6SPY) {
            command.add("-Dp6spy.config.modulelist=com.p6spy.engine.spy.P6SpyFactory");
        }
        command.add("-cp");
        command.add(classPath());
        command.add(mainClass());
        command.add(url());
        command.add("SELECT 1");
        command.addAll(properties());
        return command;
    }

    private String mainClass() {
        var name = FirstRow.class.getName();
        return switch (subject) {
            case HIKARI -> name + "Hikari";
            case DATASOURCE_PROXY -> name + "DatasourceProxy";
            default -> name;
        };
    }

    private String url() {
        var url = database.url();
        var rest = url.substring("jdbc:".length());
        return switch (subject) {
            case BARE, BARE_AGAIN, HIKARI, DATASOURCE_PROXY -> url;
            case LIMIT -> "jdbc:limit:" + rest;
            case P6SPY -> "jdbc:p6spy:" + rest;
            case AWS, AWS_DEFAULTS -> "jdbc:aws-wrapper:" + rest;
            case OPENTELEMETRY -> "jdbc:otel:" + rest;
            case DJDBC, DJDBC_NATIVE -> "jdbc:djdbc:" + rest;
        };
    }

    private List<String> properties() {
        return switch (subject) {
            case AWS ->
                database == Database.STUB
                        ? List.of("wrapperPlugins=", "wrapperDialect=pg", "wrapperTargetDriverDialect=generic")
                        : List.of("wrapperPlugins=");
            case AWS_DEFAULTS ->
                database == Database.STUB
                        ? List.of("wrapperDialect=pg", "wrapperTargetDriverDialect=generic")
                        : List.of();
            case DJDBC_NATIVE -> List.of("SEMANTICS=native");
            default -> List.of();
        };
    }

    private String classPath() {
        var anchors = new ArrayList<String>();
        if (database != Database.STUB) {
            anchors.add(database.driverClass());
        }
        anchors.addAll(
                switch (subject) {
                    case BARE, BARE_AGAIN, LIMIT -> List.of();
                    case HIKARI -> HIKARI;
                    case P6SPY -> List.of("com.p6spy.engine.spy.P6SpyDriver");
                    case AWS, AWS_DEFAULTS -> List.of("software.amazon.jdbc.Driver");
                    case DATASOURCE_PROXY -> List.of("net.ttddyy.dsproxy.support.ProxyDataSource");
                    case OPENTELEMETRY -> OPENTELEMETRY;
                    case DJDBC, DJDBC_NATIVE -> DJDBC;
                });
        var locations = new LinkedHashSet<String>();
        locations.add(application.toString());
        for (var anchor : anchors) {
            var location = location(anchor);
            if (location != null) {
                locations.add(location);
            }
        }
        return locations.stream().collect(Collectors.joining(File.pathSeparator));
    }

    /** The jar or folder that holds a class; null if it is not there (its absence then shows in the measured run). */
    private static @Nullable String location(String className) {
        try {
            var type = Class.forName(className, false, Starter.class.getClassLoader());
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (ClassNotFoundException | URISyntaxException e) {
            return null;
        }
    }
}
