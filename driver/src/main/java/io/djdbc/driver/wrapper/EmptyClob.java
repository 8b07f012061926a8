package io.djdbc.driver.wrapper;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/** What a large text that is NULL is read as. It cannot be written: there is none in the database. */
final class EmptyClob implements NClob {

    @Override
    public long length() {
        return 0;
    }

    @Override
    public String getSubString(long pos, int length) throws SQLException {
        if (pos < 1 || length < 0) {
            throw new SQLException("position " + pos + " or length " + length + " is out of range", "22003");
        }
        return "";
    }

    @Override
    public Reader getCharacterStream() {
        return new StringReader("");
    }

    @Override
    public Reader getCharacterStream(long pos, long length) {
        return new StringReader("");
    }

    @Override
    public InputStream getAsciiStream() {
        return new ByteArrayInputStream(new byte[0]);
    }

    @Override
    public long position(String sought, long start) {
        return -1;
    }

    @Override
    public long position(Clob sought, long start) {
        return -1;
    }

    @Override
    public int setString(long pos, String text) throws SQLException {
        throw readOnly();
    }

    @Override
    public int setString(long pos, String text, int offset, int length) throws SQLException {
        throw readOnly();
    }

    @Override
    public OutputStream setAsciiStream(long pos) throws SQLException {
        throw readOnly();
    }

    @Override
    public Writer setCharacterStream(long pos) throws SQLException {
        throw readOnly();
    }

    @Override
    public void truncate(long length) throws SQLException {
        if (length != 0) {
            throw readOnly();
        }
    }

    @Override
    public void free() {}

    private static SQLException readOnly() {
        return new SQLFeatureNotSupportedException(
                "this CLOB is NULL in the database and cannot be written: update the column with a CLOB of"
                        + " Connection.createClob() instead, or read it with EMPTY_STRINGS=native",
                "0A000");
    }

    @Override
    public String toString() {
        return "";
    }
}
