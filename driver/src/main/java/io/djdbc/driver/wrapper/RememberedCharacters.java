package io.djdbc.driver.wrapper;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** A stream of characters that can be read again. Used by one thread. */
final class RememberedCharacters extends RememberedStream<Reader> {
    private final Reader source;
    private char[] remembered = {};

    RememberedCharacters(Reader source) {
        this.source = source;
    }

    @Override
    Reader open() {
        return new FromBeginning();
    }

    @Override
    boolean hasNothing() throws IOException {
        return total == 0 && readOn(new char[1], 0, 1) < 0;
    }

    private int readOn(char[] to, int at, int length) throws IOException {
        int count = source.read(to, at, length);
        if (count > 0) {
            if (!lost) {
                remember(to, at, count);
            }
            total += count;
        }
        return count;
    }

    private void remember(char[] from, int at, int count) {
        long needed = total + count;
        if (needed > BOUND) {
            lost = true;
            remembered = new char[0];
            return;
        }
        if (needed > remembered.length) {
            remembered = Arrays.copyOf(remembered, grown(remembered.length, (int) needed));
        }
        System.arraycopy(from, at, remembered, (int) total, count);
    }

    private final class FromBeginning extends Reader {
        private long position;

        @Override
        public int read(char[] to, int at, int length) throws IOException {
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
        public boolean ready() throws IOException {
            return position < total || source.ready();
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
