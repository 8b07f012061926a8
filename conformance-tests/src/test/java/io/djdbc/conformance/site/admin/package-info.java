/** The admin's log, as {@code django.contrib.admin} stores them. */
package io.djdbc.conformance.site.admin;
