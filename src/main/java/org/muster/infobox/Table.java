package org.muster.infobox;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The CSV tables that stand beside this package's classes, which can be read and extended without code. */
final class Table {

    private Table() {}

    /** The rows of a table, without its header. */
    static List<List<String>> rows(String name) {
        InputStream stream = Table.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException(name + " is missing beside " + Table.class.getName());
        }
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().ofCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (CsvRecord row : reader) {
                rows.add(row.getFields());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return rows.subList(1, rows.size());
    }

    /** The phrases of a cell, which {@code ;} joins. */
    static List<String> phrases(String cell) {
        List<String> phrases = new ArrayList<>();
        for (String phrase : cell.split(";", -1)) {
            phrases.add(phrase.strip());
        }
        return phrases;
    }
}
