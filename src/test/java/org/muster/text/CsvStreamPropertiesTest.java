package org.muster.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Streamed records are those that FastCSV reads from the whole text, and a fault costs only its line. */
class CsvStreamPropertiesTest {

    private static List<CsvStream.CsvRow> records(Reader text, char separator, int width) throws IOException {
        List<CsvStream.CsvRow> records = new ArrayList<>();
        try (CsvStream stream = new CsvStream(text, separator)) {
            for (Optional<CsvStream.CsvRow> next = stream.next(); next.isPresent(); next = stream.next()) {
                records.add(next.get());
                if (records.size() == 1) {
                    stream.expect(width);
                }
            }
        }
        return records;
    }

    private static String written(List<List<String>> rows, char separator, LineDelimiter end) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().fieldSeparator(separator).lineDelimiter(end).build(text)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    @Property
    void recordsAreThoseOfTheWholeText(
            @ForAll @Size(min = 1, max = 20) List<@Size(3) List<@CharRange(from = ' ', to = '~') String>> rows,
            @ForAll @IntRange(min = 0, max = 3) int separator,
            @ForAll @IntRange(min = 0, max = 2) int end,
            @ForAll boolean broken)
            throws IOException {
        List<List<String>> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(row.stream()
                .map(cell -> broken ? cell.replace('e', '\n') : cell)
                .toList()));
        char sign = ",;\t|".charAt(separator);
        String text = written(
                cells,
                sign,
                List.of(LineDelimiter.LF, LineDelimiter.CR, LineDelimiter.CRLF).get(end));
        List<List<String>> expected = new ArrayList<>();
        try (var csv =
                CsvReader.builder().fieldSeparator(sign).skipEmptyLines(false).ofCsvRecord(text)) {
            csv.forEach(record -> expected.add(record.getFields()));
        }
        List<CsvStream.CsvRow> read = records(new StringReader(text), sign, 3);
        assertEquals(expected, read.stream().map(CsvStream.CsvRow::cells).toList());
        for (int i = 0; i < read.size(); i++) {
            assertEquals(i + 1, read.get(i).number());
        }
    }

    /** Some megabytes, so that records lie across the windows that are in memory. */
    @Example
    void recordsAcrossWindows() throws IOException {
        Random random = new Random(7);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            rows.add(List.of("row " + i, "x\r\n".repeat(random.nextInt(20)), "y".repeat(random.nextInt(200))));
        }
        List<CsvStream.CsvRow> read = records(new StringReader(written(rows, ',', LineDelimiter.CRLF)), ',', 3);
        assertEquals(rows, read.stream().map(CsvStream.CsvRow::cells).toList());
    }

    @Example
    void aFaultCostsOnlyItsLine() throws IOException {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < 200_000; i++) {
            text.append(
                    i % 1000 == 0
                            ? "\"open," + i + "\n"
                            : i % 1500 == 0 ? "\"x\" y,1\n" : "row,number of the row " + i + "\n");
        }
        List<CsvStream.CsvRow> read = records(new StringReader(text.toString()), ',', 2);
        assertEquals(200_001, read.size());
        for (CsvStream.CsvRow record : read.subList(1, read.size())) {
            int i = (int) record.number() - 2;
            boolean faulty = i % 1000 == 0 || i % 1500 == 0;
            assertEquals(
                    faulty,
                    !record.fault().isEmpty(),
                    () -> record + " " + record.text().get());
            assertTrue(record.text().get().contains(i % 1000 == 0 ? "open," + i : ""), record.text()::get);
        }
    }

    @Example
    void emptyLinesAreCounted() throws IOException {
        List<CsvStream.CsvRow> read = records(new StringReader("a,b\n\n1,2\n\n\n3,4\n"), ',', 2);
        assertEquals(6, read.size());
        assertEquals(List.of("3", "4"), read.get(5).cells());
        assertEquals(List.of(""), read.get(4).cells());
    }
}
