package org.muster.figure;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The CSV tables that stand beside this package's classes: vocabularies that can be read and extended without code. */
final class ResourceTable {

    private ResourceTable() {}

    /**
     * The rows of a table, without its header.
     *
     * @throws IllegalStateException if the table is missing, has another header, or a row of another length
     */
    static List<CsvRecord> rows(String name, String... header) {
        InputStream stream = ResourceTable.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException(name + " is missing beside " + ResourceTable.class.getName());
        }
        List<CsvRecord> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().ofCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (CsvRecord row : reader) {
                if (row.getFieldCount() != header.length) {
                    throw new IllegalStateException(name + ":" + row.getStartingLineNumber() + ": "
                            + row.getFieldCount() + " fields, expected " + String.join(",", header));
                }
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        if (rows.isEmpty() || !rows.get(0).getFields().equals(List.of(header))) {
            throw new IllegalStateException(name + ":1: expected the header " + String.join(",", header));
        }
        return rows.subList(1, rows.size());
    }
}
