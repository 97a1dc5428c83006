package org.muster.summarize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muster.text.ByteRow;
import org.muster.text.CsvBlocks;
import org.muster.text.CsvTable;
import org.muster.text.Problem;

/** What is remembered of cells against the cells as text. */
class CellDictionaryTest {

    private static final String SIGNS = "aab\",";

    /** Rows of a few signs, among them quotes within cells, by runs of adjacent cells and by single ones. */
    @Test
    void cellsAreToldApartAsText() throws IOException {
        Random random = new Random(1);
        for (int[] cells : List.of(new int[] {0, 1}, new int[] {2, 0}, new int[] {1}, new int[] {3, 1, 2, -1})) {
            StringBuilder csv = new StringBuilder("k,l,m,n\n");
            for (int i = 0; i < 20_000; i++) {
                csv.append(i % 3).append(',').append(cell(random)).append(',').append(cell(random));
                csv.append(',').append(cell(random)).append('\n');
            }
            Rows rows = new Rows(cells);
            try (CsvBlocks blocks = CsvBlocks.of(
                    "x.csv",
                    new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)),
                    List.of(),
                    List.of("k", "l", "m", "n"),
                    row -> false)) {
                for (Optional<CsvBlocks.Block> block = blocks.next(); block.isPresent(); block = blocks.next()) {
                    block.get().read(rows);
                }
            }
            assertTrue(rows.known > 1000, () -> rows.known + " rows were known");
        }
    }

    private static String cell(Random random) {
        String text = random.ints(random.nextInt(4), 0, SIGNS.length())
                .mapToObj(SIGNS::substring)
                .map(rest -> rest.substring(0, 1))
                .reduce("", String::concat);
        boolean isPlain = text.indexOf(',') < 0 && !text.startsWith("\"") && random.nextBoolean();
        return isPlain ? text : '"' + text.replace("\"", "") + '"';
    }

    /** Remembers the cells of regular rows as their text. */
    private static final class Rows implements CsvBlocks.Receiver {
        private final int[] cells;
        private final CellDictionary<List<String>> dictionary;
        private int known;

        Rows(int... cells) {
            this.cells = IntStream.of(cells).filter(cell -> cell >= 0).toArray();
            this.dictionary = new CellDictionary<>(cells);
        }

        @Override
        public void row(ByteRow row, CsvBlocks.Reader read) {
            List<String> text = IntStream.of(cells).mapToObj(row::text).toList();
            List<String> found = dictionary.get(row);
            if (found == null) {
                dictionary.put(row, text);
                assertEquals(text, dictionary.get(row));
            } else {
                known++;
                assertEquals(text, found);
            }
        }

        @Override
        public void row(CsvTable.Row row) {
            // is not remembered
        }

        @Override
        public void problem(Problem problem) {
            // nor is this
        }
    }
}
