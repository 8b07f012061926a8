package io.djdbc.conformance.site;

import io.djdbc.conformance.databases.Golden;
import io.djdbc.conformance.golden.GoldenModels;
import io.djdbc.conformance.site.admin.LogEntry;
import io.djdbc.conformance.site.auth.Group;
import io.djdbc.conformance.site.auth.Permission;
import io.djdbc.conformance.site.auth.User;
import io.djdbc.conformance.site.contenttypes.ContentType;
import io.djdbc.conformance.site.sessions.Session;
import io.djdbc.query.model.Models;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file django-site.sqlite3, and the classes of what is in it. */
final class DjangoSite {

    private DjangoSite() {}

    /** A copy of the file, to be changed at will. */
    static Path copyTo(Path directory) throws IOException {
        Path file = directory.resolve("django-site.sqlite3");
        try (InputStream site = Golden.open("django-site.sqlite3")) {
            Files.copy(site, file);
        }
        return file;
    }

    /** Those of Django's own applications, then the golden ones. */
    static Models models() {
        List<Class<?>> classes = new ArrayList<>(
                List.of(LogEntry.class, Permission.class, Group.class, User.class, ContentType.class, Session.class));
        GoldenModels.classes().stream()
                .filter(type -> !type.getPackageName().endsWith(".wide"))
                .forEach(classes::add);
        return Models.of(classes);
    }
}
