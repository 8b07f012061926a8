/** The wrapping driver: what an application sees of it. */
@NullMarked
package io.djdbc.driver;

import org.jspecify.annotations.NullMarked;
