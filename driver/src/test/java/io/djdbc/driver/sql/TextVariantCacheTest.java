package io.djdbc.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextVariantCacheTest {
    private final OracleSql oracle = OracleSql.django();

    private TextVariants variants(String sql) throws SQLException {
        TextVariants variants = oracle.rewrite(sql).variants();
        assertThat(variants).isNotNull();
        return variants;
    }

    private static BitSet empty(int mask) {
        return BitSet.valueOf(new long[] {(long) mask << 1});
    }

    @Test
    void aVariantIsFoundAgainByTheStatementAndItsValues() throws SQLException {
        TextVariants one = variants("SELECT 1 FROM t WHERE a = ? AND b = ?");
        TextVariants other = variants("SELECT 2 FROM t WHERE a = ? AND b = ?");
        BitSet empty = empty(1);
        TextVariants.Variant variant = one.of(empty);
        assertThat(variant.text()).isEqualTo("SELECT 1 FROM t WHERE a IS NULL AND b = ?");
        assertThat(one.of(empty)).isSameAs(variant);
        empty.set(2);
        assertThat(one.of(empty).text()).isEqualTo("SELECT 1 FROM t WHERE a IS NULL AND b IS NULL");
        assertThat(other.of(empty(1)).text()).isEqualTo("SELECT 2 FROM t WHERE a IS NULL AND b = ?");
        assertThat(one.of(empty(2)).text()).isEqualTo("SELECT 1 FROM t WHERE a = ? AND b IS NULL");
    }

    @Test
    void whateverStatementsThereAreNoMoreThanItsPlacesAreHeld() throws SQLException, InterruptedException {
        List<TextVariants> statements = new ArrayList<>();
        List<WeakReference<TextVariants.Variant>> made = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            TextVariants statement =
                    variants("SELECT " + i + " FROM t WHERE a = ? AND a = ? AND a = ? AND a = ? AND a = ? AND a = ?");
            statements.add(statement);
            for (int mask = 1; mask < 64; mask++) {
                made.add(new WeakReference<>(statement.of(empty(mask))));
            }
        }
        long held = made.size();
        for (int i = 0; i < 50 && held > TextVariantCache.PLACES; i++) {
            System.gc();
            Thread.sleep(10);
            held = made.stream().filter(variant -> variant.get() != null).count();
        }
        assertThat(statements).hasSize(200);
        assertThat(held).isBetween(TextVariantCache.PLACES / 2L, (long) TextVariantCache.PLACES);
    }

    @Test
    void aLongTextIsNotHeld() throws SQLException {
        String end = " WHERE a = ?";
        String start = "SELECT '" + "x".repeat(TextVariantCache.LONGEST) + "' FROM t";
        TextVariants statement = variants(start + end);
        TextVariants.Variant variant = statement.of(empty(1));
        assertThat(variant.text()).isEqualTo(start + " WHERE a IS NULL");
        TextVariants.Variant again = statement.of(empty(1));
        assertThat(again == variant).isFalse();
        assertThat(again.text()).isEqualTo(variant.text());
    }
}
