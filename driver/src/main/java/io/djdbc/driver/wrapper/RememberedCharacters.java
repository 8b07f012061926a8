package io.djdbc.driver.wrapper;

import java.io.IOException;
import java.io.Reader;

/** A stream of characters that can be read again. Used by one thread. */
final class RememberedCharacters extends RememberedStream<Reader, char[]> {
    private final Reader source;

    RememberedCharacters(Reader source) {
        super(new char[0]);
        this.source = source;
    }

    @Override
    Reader open() {
        return new FromBeginning();
    }

    @Override
    int readSource(char[] to, int at, int length) throws IOException {
        return source.read(to, at, length);
    }

    @Override
    char[] room(int length) {
        return new char[length];
    }

    private final class FromBeginning extends Reader {
        private long position;

        @Override
        public int read(char[] to, int at, int length) throws IOException {
            int count = readFrom(position, to, at, length);
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
