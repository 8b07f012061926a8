package io.djdbc.conformance.queries;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import io.djdbc.conformance.golden.GoldenModels;
import io.djdbc.conformance.golden.blog.Blog;
import io.djdbc.query.BulkOptions;
import io.djdbc.query.Database;
import io.djdbc.query.RowIterator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where a driver reads a whole result ahead unless told otherwise, iterating does not: the server still has the rest. */
@DisplayName("reading row by row")
@EachDatabase({"mysql", "mariadb"})
class StreamingTest {

    /** Together far more than what waits in buffers between server and client. */
    private static final int ROWS = 300;

    private static final int LENGTH = 100_000;

    private final TestDatabase database;

    StreamingTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void leavesTheRestToTheServer() throws SQLException {
        ServerDatasets servers = new ServerDatasets(database);
        try (Database db = Database.builder()
                .database("default", servers.djdbcUrl(), servers.user(), servers.password())
                .models(GoldenModels.models())
                .build()) {
            List<Blog> blogs = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                Blog blog = new Blog();
                blog.name = "blog " + i;
                blog.tagline = "x".repeat(LENGTH);
                blogs.add(blog);
            }
            db.objects(Blog.class).bulkCreate(blogs, BulkOptions.DEFAULT.batchSize(50));
            try (RowIterator<Blog> rows = db.objects(Blog.class).all().iterate(10)) {
                assertThat(rows.next()).isNotNull();
                assertThat(sending()).isEqualTo(1);
                int read = 1;
                while (rows.hasNext()) {
                    rows.next();
                    read++;
                }
                assertThat(read).isGreaterThan(ROWS);
            }
            assertThat(sending()).isZero();
        }
    }

    /** How many sessions of these tables are in the midst of a statement. */
    private int sending() throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "SELECT COUNT(*) FROM information_schema.processlist WHERE command = 'Query' AND info LIKE"
                                + " '%blog_blog%' AND id <> CONNECTION_ID()")) {
            count.next();
            return count.getInt(1);
        }
    }
}
