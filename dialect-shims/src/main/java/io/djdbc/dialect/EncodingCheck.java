package io.djdbc.dialect;

/** What happens when a database does not store UTF-8 ({@code ENCODING_CHECK}). */
public enum EncodingCheck {
    ERROR,
    WARN,
    OFF
}
