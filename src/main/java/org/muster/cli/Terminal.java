package org.muster.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.muster.text.SafeText;

/**
 * One of the process's outputs, a terminal, a file or a pipe. It takes no character that a terminal would obey, and
 * remembers that it could take no more, which a print writer does not tell.
 */
final class Terminal extends Writer {

    private final Writer out;
    private Optional<IOException> failure = Optional.empty();

    Terminal(OutputStream out) {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    static Terminal of(FileDescriptor descriptor) {
        return new Terminal(new FileOutputStream(descriptor));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        try {
            out.write(SafeText.linesForTerminal(new String(text, from, length)));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private IOException failed(IOException e) {
        failure = failure.isEmpty() ? Optional.of(e) : failure;
        return e;
    }

    /** Why not all could be printed; empty where it could, or where nobody reads on, as behind {@code | head}. */
    Optional<String> failure() {
        return failure.map(e -> String.valueOf(e.getMessage()))
                .filter(reason -> !reason.toLowerCase(Locale.ROOT).contains("pipe"));
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
