/**
 * The wrappers around a vendor's JDBC objects: small hand-written classes that hold what we do differently, and the
 * code that makes complete classes of them. Not API.
 *
 * <p>A wrapper class extends one of {@link io.djdbc.driver.wrapper.ConnectionWrapper}, {@link
 * io.djdbc.driver.wrapper.StatementWrapper}, … and gets all other methods of java.sql's and the vendor's interfaces from
 * {@link io.djdbc.driver.wrapper.WrapperClassWriter}: each a direct call on the vendor's object.
 */
@NullMarked
package io.djdbc.driver.wrapper;

import org.jspecify.annotations.NullMarked;
