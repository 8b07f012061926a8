/** A database file that a Django site made, and that the query builder reads and changes. */
package io.djdbc.conformance.site;
