package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muster.report.FindingsTest.findings;
import static org.muster.report.FindingsTest.section;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;

/** What the findings say of faults in the input, and of what reports leave out. */
class ProblemFindingsTest {

    @Test
    void problemsErrorsFirstAndRepeatedOnesOnce(@TempDir Path folder) throws IOException {
        Path claims = Files.writeString(
                folder.resolve("claims.csv"),
                "party,measure,figure,low,high,source\nA,killed,5,6,6,s\n,killed,5,,,s\nA,killed,5,,,s\n,killed,6,,,s\n");
        List<String> problems = section(Dossier.read(claims), "Problems in the input");
        assertEquals(2, problems.size());
        assertTrue(problems.get(0).startsWith("error: claims.csv:3"), problems.get(0));
        assertTrue(problems.get(0).endsWith("(2 such rows)"), problems.get(0));
        assertTrue(problems.get(1).startsWith("warning: claims.csv:2"), problems.get(1));
    }

    /** The first line and the heading count every fault, also those of which one line tells several. */
    @Test
    void theFirstLineCountsWhatTheHeadingDoes(@TempDir Path folder) throws IOException {
        StringBuilder rows = new StringBuilder("party,measure,figure,source\nA,killed,5,s\n");
        for (String measure : List.of("kileld", "kileld", "wuonded", "mising", "capturd", "dezerted", "strenght")) {
            rows.append("A,").append(measure).append(",1,s\n");
        }
        rows.append(",killed,5,s\nA,killed,60OO,s\nA,killed,5\nA,killed,,s\n");
        List<String> lines = findings(Dossier.read(Files.writeString(folder.resolve("claims.csv"), rows)))
                .lines();
        assertTrue(lines.get(0).endsWith(", 11 problems"), lines.get(0));
        assertEquals("Problems in the input (11)", lines.get(1));
    }

    /** A compilation of which nothing was misread has no problem, however many of its statements a report leaves out. */
    @Test
    void whatReportsLeaveOutIsNoProblemInTheInput() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 1; i <= 101; i++) { // above the 40 statements and 100 voices that are compared
            claims.add(Claim.of("A", "killed", Integer.toString(i), "s" + i));
            claims.add(Claim.of("B", "wounded", Integer.toString(i), "s" + i));
        }
        Dossier dossier = Dossier.of("siege", claims);
        Findings findings = findings(dossier);
        List<String> lines = findings.lines();
        assertEquals("siege: 202 claims about 2 quantities from 101 sources, no problems", lines.get(0));
        assertEquals(List.of(), section(findings, "Problems in the input"));
        int heading = lines.indexOf("Left out of the reports (3)");
        assertEquals(
                List.of(
                        "  discrepancies.csv: only 40 of 101 statements are compared: those with the least low and the"
                                + " greatest high ends (A: killed [siege] and 1 more)",
                        "  voices.csv: only 100 of 101 voices are compared: those with the most claims",
                        "  matrix.csv: only 100 of 101 voices have a column: those that speak of the most quantities"),
                lines.subList(heading + 1, lines.size()));
    }
}
