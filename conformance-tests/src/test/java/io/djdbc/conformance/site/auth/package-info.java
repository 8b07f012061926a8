/** Users, groups and permissions, as {@code django.contrib.auth} stores them. */
package io.djdbc.conformance.site.auth;
