package io.djdbc.driver.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Holds no literals and no comments, which may quote what the application stores. */
@Name("io.djdbc.StatementRewritten")
@Label("Statement Rewritten")
@Description("The text of a statement was changed for the database; once a text, as the outcome is remembered")
@Category({"djdbc", "SQL"})
@StackTrace(true)
final class StatementRewrittenEvent extends Event {
    @Label("URL")
    final String url;

    @Label("Original")
    @Description("Without literals and comments; a long one is cut")
    final String original;

    @Label("Rewritten")
    @Description("Without literals and comments; a long one is cut")
    final String rewritten;

    @Label("Transforms Values")
    @Description("Whether values are escaped when they are bound")
    final boolean transformsValues;

    @Label("Depends On Values")
    @Description("Whether another text is taken for values that are ''")
    final boolean dependsOnValues;

    private StatementRewrittenEvent(
            String url, String original, String rewritten, boolean transformsValues, boolean dependsOnValues) {
        this.url = url;
        this.original = original;
        this.rewritten = rewritten;
        this.transformsValues = transformsValues;
        this.dependsOnValues = dependsOnValues;
    }

    static void emit(String url, String original, String rewritten, boolean transformsValues, boolean dependsOnValues) {
        new StatementRewrittenEvent(url, original, rewritten, transformsValues, dependsOnValues).commit();
    }
}
