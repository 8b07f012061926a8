/** The golden models of the application {@code wide}, which takes its label from this package's name. */
package io.djdbc.conformance.golden.wide;
