package io.djdbc.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RewriteCacheTest {
    private final RewriteCache cache = new RewriteCache();

    @Test
    void whatWasPutIsFoundByItsTextWhateverStringObjectHasIt() {
        RewrittenSql rewritten = new RewrittenSql("b", null);
        String sql = "SELECT 1";
        cache.put(sql, rewritten);
        assertThat(cache.find(sql)).isSameAs(rewritten);
        assertThat(cache.find(new String(sql.toCharArray()))).isSameAs(rewritten);
        assertThat(cache.find("SELECT 2")).isNull();
    }

    @Test
    void anotherTextOfTheSameLengthTakesNobodysPlace() {
        RewrittenSql one = new RewrittenSql("1", null);
        RewrittenSql two = new RewrittenSql("2", null);
        String first = "SELECT 1";
        String second = "SELECT 2";
        cache.put(first, one);
        cache.put(second, two);
        for (int i = 0; i < 3; i++) {
            assertThat(cache.find(first)).isSameAs(one);
            assertThat(cache.find(second)).isSameAs(two);
        }
    }

    @Test
    void aFloodOfDistinctTextsLeavesNoMoreThanItsSize() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            String sql = "SELECT * FROM t WHERE id = " + i;
            texts.add(sql);
            cache.put(sql, RewrittenSql.UNCHANGED);
        }
        assertThat(texts.stream().filter(sql -> cache.find(sql) != null).count())
                .isBetween(512L, 1_024L + 128L);
    }

    @Test
    void longTextsAreNotKept() {
        String longest = " ".repeat(RewriteCache.LONGEST);
        cache.put(longest, RewrittenSql.UNCHANGED);
        assertThat(cache.find(longest)).isSameAs(RewrittenSql.UNCHANGED);
        cache.put(longest + " ", RewrittenSql.UNCHANGED);
        assertThat(cache.find(longest + " ")).isNull();
    }

    @Test
    void whatIsPushedOutIsFreed() throws InterruptedException {
        RewrittenSql rewritten = new RewrittenSql("b", null);
        WeakReference<RewrittenSql> freed = new WeakReference<>(rewritten);
        cache.put("SELECT 'first'", rewritten);
        rewritten = null;
        for (int i = 0; i < 20_000; i++) {
            cache.put("SELECT " + i + " FROM t" + "x".repeat(i % 200), RewrittenSql.UNCHANGED);
        }
        for (int i = 0; i < 50 && freed.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(freed.get()).isNull();
    }
}
