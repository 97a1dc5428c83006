package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.text.ResourceTable;

/** The page on file formats names every column, and every closed list of words, that the reports have. */
class FileFormatsTest {

    @Test
    void everyColumnIsExplained() throws IOException {
        String page = Files.readString(Path.of("docs/file-formats.md"));
        List<String> missing = new ArrayList<>();
        for (List<String> field :
                ResourceTable.rows(Report.class, "fields.csv", "report", "column", "type", "values", "description")) {
            String report = field.get(0);
            String column = field.get(1);
            String heading = "### " + report + ".csv";
            if (report.isEmpty()
                    || column.isEmpty()
                    || report.equals("matrix")
                    || column.endsWith("_b")
                    || column.equals("measure")) {
                continue; // columns that reports share; the verdict of the matrix is that of quantities.csv, and b is
                // explained with a
            }
            int start = page.indexOf(heading);
            int end = page.indexOf("\n### ", start + 1);
            String section = start < 0 ? "" : page.substring(start, end < 0 ? page.length() : end);
            if (!section.contains("`" + column + "`")) {
                missing.add(report + "." + column);
            }
            for (String word : field.get(3).split(";", 0)) {
                if (!word.isEmpty() && !word.equals("equals") && !section.contains("`" + word + "`")) {
                    missing.add(report + "." + column + ": " + word);
                }
            }
        }
        assertEquals(List.of(), missing);
    }
}
