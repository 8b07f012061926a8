package io.djdbc.driver.wrapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stream of bytes that can be read again. Used by one thread. */
final class RememberedBytes extends RememberedStream<InputStream> {
    private final InputStream source;
    private byte[] remembered = {};

    RememberedBytes(InputStream source) {
        this.source = source;
    }

    @Override
    InputStream open() {
        return new FromBeginning();
    }

    @Override
    boolean hasNothing() throws IOException {
        return total == 0 && readOn(new byte[1], 0, 1) < 0;
    }

    private int readOn(byte[] to, int at, int length) throws IOException {
        int count = source.read(to, at, length);
        if (count > 0) {
            if (!lost) {
                remember(to, at, count);
            }
            total += count;
        }
        return count;
    }

    private void remember(byte[] from, int at, int count) {
        long needed = total + count;
        if (needed > BOUND) {
            lost = true;
            remembered = new byte[0];
            return;
        }
        if (needed > remembered.length) {
            remembered = Arrays.copyOf(remembered, grown(remembered.length, (int) needed));
        }
        System.arraycopy(from, at, remembered, (int) total, count);
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
            int count;
            if (position == total) {
                count = readOn(to, at, length);
            } else if (lost) {
                throw readAlready();
            } else {
                count = (int) Math.min(length, total - position);
                System.arraycopy(remembered, (int) position, to, at, count);
            }
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
