package io.djdbc.conformance.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.djdbc.conformance.golden.blog.Author;
import io.djdbc.conformance.golden.blog.Blog;
import io.djdbc.conformance.golden.blog.Entry;
import io.djdbc.query.CustomManager;
import io.djdbc.query.Database;
import io.djdbc.query.DatabaseRouter;
import io.djdbc.query.DoesNotExist;
import io.djdbc.query.FieldError;
import io.djdbc.query.Manager;
import io.djdbc.query.QuerySet;
import io.djdbc.query.RowIterator;
import io.djdbc.query.expression.F;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When query sets ask the database, and when not. */
@DisplayName("laziness")
class LazinessTest {

    private BlogDatabase golden;
    private Database db;

    @BeforeEach
    void open() throws Exception {
        golden = new BlogDatabase();
        db = golden.database();
        db.objects(Blog.class).exists();
        golden.sent();
    }

    @AfterEach
    void close() throws Exception {
        golden.close();
    }

    @Test
    void describingRowsSendsNothing() {
        QuerySet<Entry> all = db.objects(Entry.class)
                .filter("rating__gt", 1)
                .exclude("blog__name", "x")
                .orderBy("-pk")
                .selectRelated("blog")
                .slice(0, 3);
        assertThat(all.isEvaluated()).isFalse();
        assertThat(golden.sent()).isZero();
    }

    @Test
    void rowsAreReadOnceAndKept() {
        QuerySet<Entry> entries = db.objects(Entry.class).all();
        List<Entry> first = entries.toList();
        assertThat(entries.iterator().next()).isSameAs(first.get(0));
        assertThat(entries.size()).isEqualTo(16);
        assertThat(entries.count()).isEqualTo(16);
        assertThat(entries.exists()).isTrue();
        assertThat(entries.at(3)).isSameAs(first.get(3));
        assertThat(entries.slice(1, 3).toList()).containsExactly(first.get(1), first.get(2));
        assertThat(golden.sent()).isEqualTo(1);
    }

    @Test
    void anIndexACountAndExistsKeepNothing() {
        QuerySet<Entry> entries = db.objects(Entry.class).orderBy("pk");
        entries.at(0);
        entries.count();
        entries.exists();
        assertThat(entries.isEvaluated()).isFalse();
        assertThat(golden.sent()).isEqualTo(3);
    }

    @Test
    void refiningAnEvaluatedQuerySetIsAnotherOne() {
        QuerySet<Entry> entries = db.objects(Entry.class).all();
        entries.toList();
        assertThat(entries.all().isEvaluated()).isFalse();
        assertThat(entries.filter("rating", 5).toList()).hasSize(4);
        assertThat(entries.toList()).hasSize(16);
        assertThat(golden.sent()).isEqualTo(2);
    }

    @Test
    void manyThreadsReadOnce() throws Exception {
        QuerySet<Entry> entries = db.objects(Entry.class).orderBy("pk");
        int threads = 8;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(1);
            Callable<List<Entry>> read = () -> {
                start.await();
                return entries.toList();
            };
            List<Future<List<Entry>>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                results.add(pool.submit(read));
            }
            start.countDown();
            Set<Integer> lists = ConcurrentHashMap.newKeySet();
            for (Future<List<Entry>> result : results) {
                lists.add(System.identityHashCode(result.get()));
            }
            assertThat(lists).hasSize(1);
            assertThat(golden.sent()).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void anIteratorHoldsItsConnectionUntilTheLastRow() {
        try (RowIterator<Entry> rows = db.objects(Entry.class).orderBy("pk").iterate(4)) {
            assertThat(rows.next().id).isEqualTo(1);
            assertThat(db.objects(Blog.class).count()).isEqualTo(8); // another connection
        }
        List<Long> keys = new ArrayList<>();
        db.objects(Entry.class)
                .prefetchRelated("authors")
                .orderBy("pk")
                .iterate(4)
                .forEachRemaining(e -> keys.add(e.id));
        assertThat(keys).hasSize(16);
    }

    @Test
    void whatWasPrefetchedIsNotReadAgain() {
        QuerySet<Blog> blogs =
                db.objects(Blog.class).prefetchRelated("entry_set__authors").orderBy("pk");
        int authors = 0;
        for (Blog blog : blogs) {
            for (Object entry : db.related(blog, "entry_set").all()) {
                authors += db.related(entry, "authors").all().size();
            }
        }
        assertThat(authors).isEqualTo(23);
        assertThat(golden.sent()).isEqualTo(3);
        assertThat(blogs.at(0).entrySet).hasSize(3);
    }

    /** A manager with methods of its own. */
    interface Rated extends CustomManager<Entry> {
        @Override
        default QuerySet<Entry> initial(QuerySet<Entry> all) {
            return all.filter("rating__gte", 3);
        }

        default QuerySet<Entry> about(String topic) {
            return filter("headline__contains", topic);
        }
    }

    @Test
    void managersOfOnesOwnServeModelsAndRelations() {
        assertThat(db.objects(Entry.class, Rated.class).count()).isEqualTo(11);
        assertThat(db.objects(Entry.class, Rated.class).about("Lennon").toList())
                .hasSize(2);
        Blog blog = db.objects(Blog.class).get("pk", 1);
        assertThat(db.related(blog, "entry_set", Rated.class).about("Lennon").toList())
                .hasSize(2);
    }

    @Test
    void errorsComeWhenThePathIsGiven() {
        Manager<Entry> entries = db.objects(Entry.class);
        assertThatThrownBy(() -> entries.filter("blog__nam", "x"))
                .isInstanceOf(FieldError.class)
                .hasMessageContaining("nam");
        assertThatThrownBy(() -> entries.orderBy("nope")).isInstanceOf(FieldError.class);
        assertThatThrownBy(() -> entries.slice(-1, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> entries.filter("blog", new Author())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> entries.update("headline", F.of("blog__name"))).isInstanceOf(FieldError.class);
        assertThat(golden.sent()).isZero();
        assertThatThrownBy(() -> entries.get("pk", 99)).isInstanceOf(DoesNotExist.class);
    }

    @Test
    void aRouterSendsReadsAndWritesApart() throws Exception {
        try (BlogDatabase replica = new BlogDatabase()) {
            Database both = Database.builder()
                    .database("default", golden.url(), null, null)
                    .database("replica", replica.url(), null, null)
                    .models(db.models())
                    .router(new DatabaseRouter() {
                        @Override
                        public String forRead(Class<?> entity) {
                            return "replica";
                        }
                    })
                    .build();
            both.objects(Blog.class).create("name", "only on the primary", "tagline", "");
            assertThat(both.objects(Blog.class)
                            .filter("name__startswith", "only")
                            .exists())
                    .isFalse();
            assertThat(both.using("default")
                            .objects(Blog.class)
                            .filter("name__startswith", "only")
                            .exists())
                    .isTrue();
            assertThat(both.objects(Blog.class).using("default").count()).isEqualTo(9);
            both.close();
        }
    }

    @Test
    void withoutARouterAnInstanceStaysInItsDatabase() throws Exception {
        try (BlogDatabase second = new BlogDatabase();
                Database both = Database.builder()
                        .database("default", golden.url(), null, null)
                        .database("second", second.url(), null, null)
                        .models(db.models())
                        .build()) {
            Blog blog = both.objects(Blog.class).using("second").get("pk", 1);
            blog.name = "changed in the second";
            both.save(blog);
            assertThat(both.objects(Blog.class).get("pk", 1).name).isNotEqualTo(blog.name);
            assertThat(both.using("second").objects(Blog.class).get("pk", 1).name)
                    .isEqualTo(blog.name);
            Entry entry = both.<Entry>related(blog, "entry_set")
                    .create("headline", "there", "pub_date", LocalDate.EPOCH, "mod_date", LocalDate.EPOCH);
            assertThat(both.objects(Entry.class).filter("headline", "there").exists())
                    .isFalse();
            assertThat(both.<Entry>related(blog, "entry_set").filter("headline", "there"))
                    .hasSize(1);
            both.delete(entry);
            assertThat(both.using("second")
                            .objects(Entry.class)
                            .filter("headline", "there")
                            .exists())
                    .isFalse();
        }
    }

    @Test
    void iteratingTwiceIsTheSameObjects() {
        QuerySet<Blog> blogs = db.objects(Blog.class).orderBy("pk");
        Iterator<Blog> one = blogs.iterator();
        Iterator<Blog> two = blogs.iterator();
        while (one.hasNext()) {
            assertThat(one.next()).isSameAs(two.next());
        }
    }
}
