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
                        "error: t.csv:2, column best: 2 lies outside [3, 3] (2 such rows)",
                        "error: t.csv:3, column low: \"x\" is not a number"),
                problems.told());
        assertTrue(problems.hasErrors());
    }

    @Test
    void severalInOneRowAreNotSeveralRows() {
        RepeatedProblems problems = new RepeatedProblems();
        problems.add(problem(2, "best", "2 lies outside [3, 3]"));
        problems.add(problem(2, "best", "7 lies outside [3, 3]"));
        assertEquals(List.of("error: t.csv:2, column best: 2 lies outside [3, 3] (2 times in 1 row)"), problems.told());
        problems.add(problem(5, "best", "7 lies outside [3, 3]"));
        assertEquals(
                List.of("error: t.csv:2, column best: 2 lies outside [3, 3] (3 times in 2 rows)"), problems.told());
    }

    @Test
    void errorsAreToldFirst() {
        RepeatedProblems problems = new RepeatedProblems();
        problems.add(new Problem("t.csv", 1, "", Severity.WARNING, "a warning", ""));
        problems.add(problem(2, "low", "5 is too low"));
        assertEquals(
                List.of("error: t.csv:2, column low: 5 is too low", "warning: t.csv:1: a warning"), problems.told());
        assertEquals(1, problems.problems().get(0).line());
    }

    @Test
    void scatteredLinesAreCutShort() {
        RepeatedProblems problems = new RepeatedProblems();
        for (int line = 2; line < 20_000; line += 2) {
            problems.add(problem(line, "low", line + " is too low"));
        }
        assertEquals(
                "t.csv, column low: 8999 more like that of line 2, in lines 2002, 2004, 2006, 2008, 2010, 2012, 2014, 2016,"
                        + " 2018, 2020, 2022, 2024, 2026, 2028, 2030, 2032, 2034, 2036, 2038, 2040, …",
                problems.problems().get(1000).toString());
    }

    @Test
    void aThousandAndOneAreKept() {
        RepeatedProblems problems = new RepeatedProblems();
        for (int line = 1; line <= 1001; line++) {
            problems.add(problem(line, "low", line + " is too low"));
        }
        assertEquals(1001, problems.problems().get(1000).line());
    }

    @Test
    void theRowForTheOthersStandsWhereTheFirstOfThemWas() {
        RepeatedProblems problems = new RepeatedProblems();
        for (int line = 1; line <= 1500; line++) {
            problems.add(problem(line, "low", line + " is too low"));
        }
        problems.add(problem(1600, "high", "another"));
        assertEquals("another", problems.problems().get(1001).message());
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
                "t.csv, column low: 498 more like that of line 1, in lines 1001–1199, 1201, 1203–1500",
                kept.get(1000).toString());
        assertEquals(kept, problems.problems(), "asked again");
    }
}
