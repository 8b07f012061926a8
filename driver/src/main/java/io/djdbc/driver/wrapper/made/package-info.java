/**
 * Where the wrapper classes are that {@link io.djdbc.driver.wrapper.WrapperClassWriter} makes: those for the drivers
 * that djdbc ships dialects for come with the build, others are added at run time. A package of its own, so that no
 * vendor's method can meet a package-private one of ours. Not API.
 */
@NullMarked
package io.djdbc.driver.wrapper.made;

import org.jspecify.annotations.NullMarked;
