package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.compare.Tolerance;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;

/** What a run ends with: the findings, worst first. */
class FindingsTest {

    private static List<String> lines(Dossier dossier) {
        return Findings.of(Report.of(dossier, Tolerance.NONE)).lines();
    }

    /** The lines below a title, without the title. */
    private static List<String> section(List<String> lines, String title) {
        List<String> section = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith("  ")) {
                if (inside) {
                    section.add(line.strip());
                }
            } else {
                inside = line.startsWith(title);
            }
        }
        return section;
    }

    /** The five rows that a historian wants first. */
    @Test
    void manchuria() throws IOException {
        List<String> lines = lines(Dossier.read(Path.of("datasets/manchuria-1945")));
        List<String> conflicts = section(lines, "Claims that cannot all be true");
        assertTrue(
                conflicts
                        .get(0)
                        .startsWith("Japan: killed: 21,389 killed (Japan) against 83,737 killed (Soviet Union)"),
                conflicts.get(0));
        assertTrue(conflicts.get(0).endsWith("ratio 3.91495 to 3.91496, difference 62348"), conflicts.get(0));
        List<String> failed = section(lines, "Sums and bounds that fail");
        assertTrue(failed.get(0).contains("self-propelled guns short by 459 against 1852"), failed.get(0));
        assertTrue(failed.get(1).contains("1,152 rocket launchers short by 19 against 1171"), failed.get(1));
        List<String> doubtful = section(lines, "Bounds that may fail");
        assertTrue(doubtful.get(0).startsWith("Japan: tanks strength"), doubtful.get(0));
        assertTrue(doubtful.get(0).contains("against 369 to 600"), doubtful.get(0));
        List<String> forces = section(lines, "Force ratios between the sides");
        assertEquals("force a/b, strength, Allies / Axis: 1.27968 to 1.31128", forces.get(0));
    }

    @Test
    void worstFirst() throws IOException {
        List<String> titles = lines(Dossier.read(Path.of("datasets/manchuria-1945"))).stream()
                .filter(line -> !line.startsWith("  "))
                .map(line -> line.replaceAll(" \\([0-9]+\\)$", ""))
                .skip(1)
                .toList();
        assertEquals(
                List.of(
                        "Claims that cannot all be true",
                        "Sums and bounds that fail",
                        "Bounds that may fail",
                        "Force ratios between the sides"),
                titles);
    }

    @Test
    void nothingToFind() {
        assertEquals(
                List.of("battle: 1 claim about 1 quantity from 1 source, no problems"),
                lines(Dossier.of("battle", Claim.of("A", "killed", "5", "s"))));
    }

    /** Six quantities in conflict, one line each whatever the number of claims: five shown, the rest counted. */
    @Test
    void aFewOfEachKind() {
        List<Claim> claims = new ArrayList<>();
        for (int party = 1; party <= 6; party++) {
            for (int figure = 1; figure <= 3; figure++) {
                claims.add(Claim.of("P" + party, "killed", Integer.toString(10 * figure * party), "s" + figure));
            }
        }
        List<String> lines = lines(Dossier.of("battle", claims));
        assertEquals("Claims that cannot all be true (6)", lines.get(1));
        // 30 / 10 for each: ties in dossier order.
        assertTrue(lines.get(2).contains("P1: killed: 10 (s1) against 30 (s3), ratio 3, difference 20"), lines.get(2));
        assertTrue(lines.get(6).contains("P5"), lines.get(6));
        assertEquals("  … and 1 more in discrepancies.csv", lines.get(7));
        assertEquals(8, lines.size());
    }

    /** In a dossier of several events the terminal says which one is meant. */
    @Test
    void otherEventsAreNamed() {
        Claim own = Claim.of("A", "strength", "5", "s");
        Claim other = own.with(own.quantity().with(Dimension.EVENT, "siege"));
        List<String> lines = lines(Dossier.of(
                "battle",
                own,
                Claim.of("A", "strength", "10", "t"),
                other,
                other.with(other.quantity().with(Dimension.PARTY, "B")),
                Claim.of("A", "strength", "20", "t").with(other.quantity())));
        List<String> conflicts = section(lines, "Claims that cannot all be true");
        assertTrue(conflicts.get(0).startsWith("[siege] A: strength: 5 (s) against 20 (t), ratio 4"), conflicts.get(0));
        assertTrue(conflicts.get(1).startsWith("A: strength: 5 (s) against 10 (t), ratio 2"), conflicts.get(1));
        assertEquals(
                List.of("[siege] force a/b, strength, A / B: 1 to 4"),
                section(lines, "Force ratios between the sides"));
    }

    @Test
    void problemsErrorsFirst() throws IOException {
        Path folder = java.nio.file.Files.createTempDirectory("muster");
        Path claims = java.nio.file.Files.writeString(
                folder.resolve("claims.csv"),
                "party,measure,figure,low,high,source\nA,killed,5,6,6,s\n,killed,5,,,s\nA,killed,5,,,s\n");
        List<String> problems = section(lines(Dossier.read(claims)), "Problems in the input");
        java.nio.file.Files.delete(claims);
        java.nio.file.Files.delete(folder);
        assertEquals(2, problems.size());
        assertTrue(problems.get(0).startsWith("claims.csv:3"), problems.get(0));
        assertTrue(problems.get(1).startsWith("claims.csv:2"), problems.get(1));
    }
}
