package io.djdbc.driver.wrapper;

import org.jspecify.annotations.Nullable;

/**
 * One object of the wrapper class for a vendor's class, from which wrappers are made; and the ones for the vendor's
 * other classes of the same kind. Immutable.
 */
record Prototype<W extends JdbcWrapper>(
        Class<?> vendorClass, W wrapper, @Nullable Prototype<W> others) {}
