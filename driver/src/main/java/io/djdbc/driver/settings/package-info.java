/** The parameters of djdbc: one table, the URL that carries them, and what they come to. */
@NullMarked
package io.djdbc.driver.settings;

import org.jspecify.annotations.NullMarked;
