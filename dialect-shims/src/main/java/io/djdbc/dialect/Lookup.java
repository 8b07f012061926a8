package io.djdbc.dialect;

import org.jspecify.annotations.Nullable;

/** The lookups that compare text, by Django's names of them. */
public enum Lookup {
    CONTAINS("contains", ValueTransform.CONTAINS),
    ICONTAINS("icontains", ValueTransform.CONTAINS),
    STARTSWITH("startswith", ValueTransform.STARTS_WITH),
    ISTARTSWITH("istartswith", ValueTransform.STARTS_WITH),
    ENDSWITH("endswith", ValueTransform.ENDS_WITH),
    IENDSWITH("iendswith", ValueTransform.ENDS_WITH),
    IEXACT("iexact", ValueTransform.ESCAPED),
    REGEX("regex", ValueTransform.TEXT),
    IREGEX("iregex", ValueTransform.TEXT);

    private final String djangoName;
    private final ValueTransform transform;

    Lookup(String djangoName, ValueTransform transform) {
        this.djangoName = djangoName;
        this.transform = transform;
    }

    /** {@code icontains} */
    public String djangoName() {
        return djangoName;
    }

    /** What the value becomes where the lookup is written with LIKE, or as a regular expression. */
    public ValueTransform transform() {
        return transform;
    }

    /** The lookup of this name, whatever its case; null if there is none. */
    public static @Nullable Lookup byName(String name) {
        for (Lookup lookup : values()) {
            if (lookup.djangoName.equalsIgnoreCase(name)) {
                return lookup;
            }
        }
        return null;
    }

    boolean ignoresCase() {
        return djangoName.charAt(0) == 'i';
    }
}
