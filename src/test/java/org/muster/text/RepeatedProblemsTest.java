package org.muster.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.text.Problem.Severity;

class RepeatedProblemsTest {

    private static Problem problem(int line, String column, String message) {
        return new Problem("t.csv", line, column, Severity.ERROR, message, "row " + line);
    }

    @Test
    void aFewAreAllKeptAndToldOnceAKind() {
        RepeatedProblems problems = new RepeatedProblems();
        problems.add(problem(2, "best", "2 lies outside [3, 3]"));
        problems.add(problem(3, "low", "\"x\" is not a number"));
        problems.add(problem(3, "best", "70 lies outside [3, 5.5]"));
        assertEquals(
                List.of(2, 3, 3),
                problems.problems().stream().map(Problem::line).toList());
        assertEquals(
                List.of(
                        "error: t.csv:2, column best: 2 lies outside [3, 3] (and 1 more like it)",
                        "error: t.csv:3, column low: \"x\" is not a number"),
                problems.told());
        assertTrue(problems.hasErrors());
    }

    @Test
    void beyondAThousandTheLinesAreKept() {
        RepeatedProblems problems = new RepeatedProblems();
        for (int line = 1; line <= 1500; line++) {
            if (line != 1200 && line != 1202) {
                problems.add(problem(line, "low", "\"x" + line + "\" is not a number"));
            }
        }
        List<Problem> kept = problems.problems();
        assertEquals(1001, kept.size());
        assertEquals(
                "t.csv, column low: 498 more like line 1, in lines 1001–1199, 1201, 1203–1500",
                kept.get(1000).toString());
        assertEquals(kept, problems.problems(), "asked again");
    }
}
