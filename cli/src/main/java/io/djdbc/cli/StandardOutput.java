package io.djdbc.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.util.Locale;

/** The process's standard output, which remembers whether it was a closed pipe that did not take what was written. */
final class StandardOutput extends FilterOutputStream {
    private boolean readerGone;

    StandardOutput() {
        super(new FileOutputStream(FileDescriptor.out));
    }

    /** Whether nobody reads any more, as behind {@code | head}: what is missing, nobody misses. */
    boolean isReaderGone() {
        return readerGone;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            // the operating system's words: "Broken pipe", "The pipe is being closed", in other languages "… (pipe)"
            String message = e.getMessage();
            readerGone = message != null && message.toLowerCase(Locale.ROOT).contains("pipe");
            throw e;
        }
    }
}
