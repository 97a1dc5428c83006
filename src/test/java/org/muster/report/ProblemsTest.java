package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.text.Problem;
import org.muster.text.Problem.Severity;

class ProblemsTest {

    private static Problem error(int line) {
        String message = "\"x" + line + "\" is not a number";
        return new Problem("claims.csv", line, "low", Severity.ERROR, message, "row " + line);
    }

    @Test
    void beyondAThousandRowsOneSaysWhereTheOthersAre() {
        List<Problem> all = new ArrayList<>();
        Problem warning = new Problem("claims.csv", 1, "", Severity.WARNING, "a warning", "");
        all.add(warning);
        for (int line = 2; line < 1502; line++) {
            if (line != 1500) {
                all.add(error(line));
            }
        }
        Problem other = new Problem("claims.csv", 1600, "high", Severity.ERROR, "another fault", "");
        all.add(other);
        List<Problem> rows = new Problems(all).rows();
        assertEquals(all.subList(0, 1001), rows.subList(0, 1001));
        assertEquals(
                "\"x1002\" is not a number; likewise 498 more rows, of lines 1002–1499, 1501",
                rows.get(1001).message());
        assertEquals(other, rows.get(1002));
        assertEquals(1003, rows.size());
        assertEquals(
                List.of(error(2) + " (1499 such rows)", other.toString(), warning.toString()),
                new Problems(all).told());
    }

    @Test
    void scatteredLinesAreCutShort() {
        List<Problem> all = new ArrayList<>();
        for (int line = 2; line < 20_000; line += 2) {
            all.add(error(line));
        }
        List<Problem> rows = new Problems(all).rows();
        assertEquals(1001, rows.size());
        assertEquals(
                "\"x2002\" is not a number; likewise 8998 more rows, of lines 2002, 2004, 2006, 2008, 2010, 2012, 2014, 2016,"
                        + " 2018, 2020, 2022, 2024, 2026, 2028, 2030, 2032, 2034, 2036, 2038, 2040, …",
                rows.get(1000).message());
    }

    @Test
    void aThousandAndOneAreListed() {
        List<Problem> all = new ArrayList<>();
        for (int line = 2; line < 1003; line++) {
            all.add(error(line));
        }
        assertEquals(all, new Problems(all).rows());
    }
}
