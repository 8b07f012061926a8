/** The SQL of the query builder, as text, against Django's. */
package io.djdbc.conformance.sql;
