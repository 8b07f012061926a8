package io.djdbc.driver.wrapper;

import java.io.Reader;
import java.io.StringReader;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** What a text that is NULL is read as. */
final class EmptyTexts {

    private EmptyTexts() {}

    /** Whether a type of java.sql.Types holds characters. */
    static boolean isText(int type) {
        return switch (type) {
            case Types.VARCHAR,
                    Types.NVARCHAR,
                    Types.CHAR,
                    Types.NCHAR,
                    Types.LONGVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB,
                    Types.NCLOB -> true;
            default -> false;
        };
    }

    /** What {@code getObject} gives for a column of that type. */
    static Object object(int type) {
        return type == Types.CLOB || type == Types.NCLOB ? new EmptyClob() : "";
    }

    /** What {@code getObject} gives for a class; null for one that is no text. */
    static <T> @Nullable T object(int type, @Nullable Class<T> wanted) {
        if (wanted == null) {
            return null;
        }
        if (wanted == Object.class) {
            return wanted.cast(object(type));
        }
        if (wanted == String.class || wanted == CharSequence.class) {
            return wanted.cast("");
        }
        if (wanted == Clob.class || wanted == NClob.class) {
            return wanted.cast(new EmptyClob());
        }
        return wanted == Reader.class ? wanted.cast(new StringReader("")) : null;
    }

    /** Whether an array may be one of texts of which some are NULL. */
    static boolean lacksTexts(@Nullable Object[] elements) {
        if (!elements.getClass().getComponentType().isAssignableFrom(String.class)) {
            return false;
        }
        for (Object element : elements) {
            if (element == null) {
                return true;
            }
        }
        return false;
    }

    /**
     * An array with '' for NULL if its elements are texts: a copy, as the vendor may give the same one again.
     *
     * @param type of the elements
     */
    static @Nullable Object[] filled(@Nullable Object[] elements, int type) {
        if (!isText(type) || !lacksTexts(elements)) {
            return elements;
        }
        @Nullable Object[] copy = elements.clone();
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] == null) {
                copy[i] = elements instanceof String[] ? "" : object(type);
            }
        }
        return copy;
    }
}
