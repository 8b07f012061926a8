/** The models and rows that the golden data of real Django speaks of. */
package io.djdbc.conformance.golden;
