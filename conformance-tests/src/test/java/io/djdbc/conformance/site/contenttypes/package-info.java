/** Names of models, as {@code django.contrib.contenttypes} stores them. */
package io.djdbc.conformance.site.contenttypes;
