/** Sessions, as {@code django.contrib.sessions} stores them. */
package io.djdbc.conformance.site.sessions;
