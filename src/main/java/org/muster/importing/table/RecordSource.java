package org.muster.importing.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.muster.text.CsvStream;

/** The records of a table, one after another. */
interface RecordSource extends Closeable {

    /** Reads the next record; empty at the end. */
    Optional<CsvStream.CsvRow> next() throws IOException;

    /** Says how many cells the following records should have. */
    void expect(int cells);

    static RecordSource of(CsvStream stream) {
        return new RecordSource() {
            @Override
            public Optional<CsvStream.CsvRow> next() throws IOException {
                return stream.next();
            }

            @Override
            public void expect(int cells) {
                stream.expect(cells);
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }
}
