/** The wrapping driver: what applications use. */
@NullMarked
package io.djdbc.driver;

import org.jspecify.annotations.NullMarked;
