package org.muster.text;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** CSV tables stored as resources next to classes: vocabularies that can be read and extended without touching code. */
public final class ResourceTable {

    private ResourceTable() {}

    /**
     * Reads a table.
     *
     * @param neighbour a class of the package that holds the table
     * @param name the file's name
     * @param header the headings it must have
     * @return the cells of each row, without the header
     * @throws IllegalStateException if the table is missing, has another header, or has a row of another length
     */
    public static List<List<String>> rows(Class<?> neighbour, String name, String... header) {
        InputStream stream = neighbour.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException(name + " is missing next to " + neighbour.getName());
        }
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().ofCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (CsvRecord row : reader) {
                if (row.getFieldCount() != header.length) {
                    throw new IllegalStateException(name + ":" + row.getStartingLineNumber() + ": "
                            + row.getFieldCount() + " fields, expected " + String.join(",", header));
                }
                rows.add(row.getFields());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        if (rows.isEmpty() || !rows.get(0).equals(List.of(header))) {
            throw new IllegalStateException(name + ":1: expected the header " + String.join(",", header));
        }
        return rows.subList(1, rows.size());
    }

    /**
     * Returns the phrases of a cell, which are separated by {@code ;}.
     *
     * @param cell the cell
     * @return its phrases, without surrounding white space
     */
    public static List<String> phrases(String cell) {
        List<String> phrases = new ArrayList<>();
        for (String phrase : cell.split(";", -1)) {
            phrases.add(phrase.strip());
        }
        return phrases;
    }
}
