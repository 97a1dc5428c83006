package org.muster.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.text.CsvTable;
import org.muster.text.Problem;
import org.muster.text.Problem.Severity;

/** Counts the cells that are coded as missing. */
final class MissingCellCounts {

    private final MissingCodes codes;
    /** The number of cells with each code, by column. */
    private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();

    MissingCellCounts(MissingCodes codes) {
        this.codes = codes;
    }

    /** Returns the columns in which a row has a code for missing. */
    List<String> in(CsvTable.Row row) {
        List<String> coded = new ArrayList<>();
        for (String column : codes.columns()) {
            Optional<String> code = codes.code(column, row.get(column));
            if (code.isPresent() && row.has(column)) {
                coded.add(column);
                counts.computeIfAbsent(column, name -> new LinkedHashMap<>()).merge(code.get(), 1, Integer::sum);
            }
        }
        return coded;
    }

    /** Reports what was read as missing, column by column. */
    void report(String file, List<Problem> problems) {
        for (String column : codes.columns()) {
            Map<String, Integer> byCode = counts.getOrDefault(column, Map.of());
            int all = 0;
            List<String> each = new ArrayList<>();
            for (Map.Entry<String, Integer> entry : byCode.entrySet()) {
                all += entry.getValue();
                each.add(entry.getKey() + " (" + entry.getValue() + ")");
            }
            if (all > 0) {
                problems.add(new Problem(
                        file,
                        0,
                        column,
                        Severity.WARNING,
                        (all == 1 ? "1 cell is" : all + " cells are") + " read as missing, as coded: "
                                + String.join(", ", each),
                        ""));
            }
        }
    }
}
