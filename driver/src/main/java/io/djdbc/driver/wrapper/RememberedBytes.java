package io.djdbc.driver.wrapper;

import java.io.IOException;
import java.io.InputStream;

/** A stream of bytes that can be read again. Used by one thread. */
final class RememberedBytes extends RememberedStream<InputStream, byte[]> {
    private final InputStream source;

    RememberedBytes(InputStream source) {
        super(new byte[0]);
        this.source = source;
    }

    @Override
    InputStream open() {
        return new FromBeginning();
    }

    @Override
    int readSource(byte[] to, int at, int length) throws IOException {
        return source.read(to, at, length);
    }

    @Override
    byte[] room(int length) {
        return new byte[length];
    }

    private final class FromBeginning extends InputStream {
        private long position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int count = read(one, 0, 1);
            return count < 0 ? count : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int at, int length) throws IOException {
            int count = readFrom(position, to, at, length);
            position += Math.max(count, 0);
            return count;
        }

        @Override
        public int available() throws IOException {
            return position < total ? (int) Math.min(Integer.MAX_VALUE, total - position) : source.available();
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
