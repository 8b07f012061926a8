/**
 * Physical connections: how they are opened, kept, checked and closed, as Django's database wrapper does it. Knows
 * nothing of wrappers. Not API.
 */
@NullMarked
package io.djdbc.driver.session;

import org.jspecify.annotations.NullMarked;
