package io.djdbc.driver.wrapper;

import io.djdbc.dialect.NameLimit;
import org.jspecify.annotations.Nullable;

/**
 * What is done to names and texts on a database that has short names and no empty texts. Immutable.
 *
 * @param names what cuts names; null where they are left alone
 * @param emptyStrings whether a text that is NULL is read as ''
 */
public record Adaptation(@Nullable NameLimit names, boolean emptyStrings) {

    /** Names and texts are the vendor's. */
    public static final Adaptation NONE = new Adaptation(null, false);
}
