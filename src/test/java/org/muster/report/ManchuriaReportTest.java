package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.compare.Tolerance;
import org.muster.dossier.Dossier;

/**
 * The reports of the Soviet invasion of Manchuria: what a historian looks for in them, and every byte as expected.
 *
 * <p>When the claims change, look at the difference and then take the new reports over:
 *
 * <pre>{@code
 * mvn -q test -Dtest=ManchuriaReportTest -Dmuster.regenerate=true
 * git diff src/test/resources/org/muster/report/manchuria-1945
 * }</pre>
 */
class ManchuriaReportTest {

    private static final Path EXPECTED = Path.of("src/test/resources/org/muster/report/manchuria-1945");

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws IOException {
        Path dossier = Path.of("datasets/manchuria-1945");
        Run run = new Run("report", List.of(dossier.toString()), Dossier.files(dossier));
        Report report = Report.of(Dossier.read(dossier), Tolerance.NONE);
        report.write(folder, run);
        if (Boolean.getBoolean("muster.regenerate")) {
            report.write(EXPECTED, run);
        }
    }

    private static List<Map<String, String>> rows(String name, String... cells) throws IOException {
        return Csv.read(folder.resolve(name)).stream()
                .filter(row -> {
                    boolean fits = true;
                    for (int i = 0; i < cells.length; i += 2) {
                        assertTrue(row.containsKey(cells[i]), cells[i]);
                        fits &= cells[i + 1].equals(row.get(cells[i]));
                    }
                    return fits;
                })
                .toList();
    }

    private static Map<String, String> row(String name, String... cells) throws IOException {
        List<Map<String, String>> rows = rows(name, cells);
        assertEquals(1, rows.size(), () -> name + " " + List.of(cells) + " " + rows);
        return rows.get(0);
    }

    private static void assertCells(Map<String, String> row, String... cells) {
        for (int i = 0; i < cells.length; i += 2) {
            assertEquals(cells[i + 1], row.get(cells[i]), cells[i] + " in " + row);
        }
    }

    @Test
    void everyByteAsExpected() throws IOException {
        for (String name : List.of(
                "quantities.csv",
                "discrepancies.csv",
                "voices.csv",
                "matrix.csv",
                "ratios.csv",
                "checks.csv",
                "problems.csv",
                "report.html",
                "datapackage.json")) {
            assertEquals(Files.readString(EXPECTED.resolve(name)), Files.readString(folder.resolve(name)), name);
        }
    }

    @Test
    void theKilledStandFirst() throws IOException {
        Map<String, String> first =
                Csv.read(folder.resolve("discrepancies.csv")).get(0);
        assertCells(
                first,
                "party",
                "Japan",
                "measure",
                "killed",
                "claimant_a",
                "Japan",
                "low_a",
                "21389",
                "high_a",
                "21389",
                "claimant_b",
                "Soviet Union",
                "low_b",
                "83737",
                "high_b",
                "83737",
                "relation",
                "before",
                "difference_low",
                "62348",
                "difference_high",
                "62348",
                "ratio_low",
                "3.91495",
                "ratio_high",
                "3.91496",
                "gap",
                "62348",
                "overlap",
                "0");
        assertCells(
                row("voices.csv", "measure", "killed", "voice_a", "Japan"),
                "voice_a",
                "Japan",
                "voice_b",
                "Soviet Union",
                "measure",
                "killed",
                "ratio_low",
                "3.91495",
                "difference_low",
                "62348");
    }

    /** Transbaikal, 1st and 2nd Far East Front: men, guns, tanks and self-propelled guns, aircraft. */
    @Test
    void theFrontsAddUp() throws IOException {
        for (List<String> total : List.of(
                List.of("strength", "1577725"),
                List.of("artillery strength", "27086"),
                List.of("armour strength", "5556"),
                List.of("aircraft strength", "3721"))) {
            List<Map<String, String>> checks = rows(
                    "checks.csv",
                    "party",
                    "Soviet Union",
                    "place",
                    "",
                    "measure",
                    total.get(0),
                    "whole_low",
                    total.get(1));
            assertTrue(
                    checks.stream()
                            .anyMatch(row -> row.get("rule").startsWith("party (fronts)")
                                    && row.get("parts_low").equals(total.get(1))
                                    && row.get("verdict").equals("holds")),
                    total::toString);
        }
    }

    @Test
    void rocketLaunchersAreShortButNotInTheTable() throws IOException {
        assertCells(
                row("checks.csv", "measure", "rocket_launchers strength", "whole_low", "1152"),
                "claims",
                "infobox-soviet-rocket-launchers",
                "kind",
                "sum",
                "parts_low",
                "1171",
                "parts_high",
                "1171",
                "residual_low",
                "-19",
                "residual_high",
                "-19",
                "verdict",
                "short",
                "soft",
                "no");
        assertCells(
                row("checks.csv", "measure", "rocket_launchers strength", "whole_low", "1171"),
                "residual_low",
                "0",
                "residual_high",
                "0",
                "parts_from",
                "same voice",
                "verdict",
                "holds");
    }

    @Test
    void theAircraftOfOneSourceAddUp() throws IOException {
        // 188 + 9 + 27 + 8 = 232 combat aircraft, with 810 trainers 1,042.
        assertCells(
                row("checks.csv", "measure", "combat_aircraft strength", "whole_low", "232", "kind", "sum"),
                "parts_low",
                "232",
                "parts_high",
                "232",
                "parts_from",
                "same voice",
                "verdict",
                "holds");
        assertCells(
                row("checks.csv", "measure", "aircraft strength", "whole_low", "1042"),
                "parts_low",
                "1042",
                "parts_high",
                "1042",
                "parts_from",
                "same voice",
                "verdict",
                "holds");
    }

    @Test
    void moreSelfPropelledGunsInTheOperationThanInTheFarEast() throws IOException {
        Map<String, String> first = Csv.read(folder.resolve("checks.csv")).get(0);
        assertCells(
                first,
                "place",
                "Far East",
                "measure",
                "self_propelled_guns strength",
                "kind",
                "bound",
                "whole_low",
                "1393",
                "parts_low",
                "1852",
                "residual_low",
                "-459",
                "residual_high",
                "-459",
                "verdict",
                "short");
        // Then about 400 tanks of 290 and about 80: 30 of 400, more than 19 of 1,152 rocket launchers.
        assertCells(
                Csv.read(folder.resolve("checks.csv")).get(1),
                "measure",
                "tanks strength",
                "residual_low",
                "30",
                "verdict",
                "over",
                "soft",
                "yes");
        assertCells(
                Csv.read(folder.resolve("checks.csv")).get(2),
                "measure",
                "rocket_launchers strength",
                "verdict",
                "short");
    }

    @Test
    void theSidesWithWhatIsMissing() throws IOException {
        Map<String, String> first = Csv.read(folder.resolve("ratios.csv")).get(0);
        // 1,577,725 + 16,000 to 1,001,400 + 170,000…200,000 + 44,000
        assertCells(
                first,
                "ratio",
                "force a/b",
                "measure",
                "strength",
                "party_a",
                "Allies",
                "party_b",
                "Axis",
                "low_a",
                "1593725",
                "high_a",
                "1593725",
                "low_b",
                "1215400",
                "high_b",
                "1245400",
                "low",
                "1.27968",
                "high",
                "1.31128",
                "missing",
                "");
        for (String item : List.of("tanks", "aircraft")) {
            assertCells(
                    row(
                            "ratios.csv",
                            "ratio",
                            "force a/b",
                            "measure",
                            item + " strength",
                            "party_a",
                            "Allies",
                            "basis",
                            "ranges"),
                    "high",
                    "Infinity",
                    "missing",
                    "Mongolia: " + item + " strength; Manchukuo: " + item + " strength; Mengjiang: " + item
                            + " strength");
        }
        // 3704 / 400 and 3704 / 370
        assertCells(
                row("ratios.csv", "ratio", "force a/b", "measure", "tanks strength", "party_a", "Allies"),
                "known_low",
                "9.26",
                "known_high",
                "10.0109");
        // 3721 / 2004 = 1.856786… and 3721 / 2000 = 1.8605: "about 2,000" in all, 1,042 and 962 in one report
        List<Map<String, String>> aircraft =
                rows("ratios.csv", "ratio", "force a/b", "measure", "aircraft strength", "party_a", "Allies");
        assertCells(aircraft.get(0), "basis", "ranges", "known_low", "1.85678", "known_high", "1.8605", "soft", "yes");
        assertCells(aircraft.get(1), "basis", "monograph155", "known_low", "1.8605", "known_high", "1.8605");
        assertCells(aircraft.get(2), "basis", "scap1946", "known_low", "1.85678", "known_high", "1.85679");
        // 90 and 89 divisions against 31
        List<Map<String, String>> divisions =
                rows("ratios.csv", "ratio", "force a/b", "measure", "divisions strength", "party_a", "Allies");
        assertCells(divisions.get(1), "basis", "glantz1995", "known_low", "2.90322", "known_high", "2.90323");
        assertCells(divisions.get(2), "basis", "glantz1983", "known_low", "2.87096", "known_high", "2.87097");
    }

    /** A known total is not widened by its parts, nor a sum by a bound. */
    @Test
    void rangesOfTheJapanese() throws IOException {
        for (List<String> range : List.of(
                List.of("strength", "1001400", "1001400", "no"),
                List.of("tanks strength", "370", "400", "yes"),
                List.of("aircraft strength", "2000", "2004", "yes"),
                List.of("killed", "21389", "83737", "no"))) {
            assertCells(
                    row(
                            "quantities.csv",
                            "event",
                            "manchuria-1945",
                            "party",
                            "Japan",
                            "place",
                            "",
                            "measure",
                            range.get(0),
                            "scope",
                            ""),
                    "low",
                    range.get(1),
                    "high",
                    range.get(2),
                    "soft",
                    range.get(3));
        }
        assertCells(
                row("quantities.csv", "party", "Soviet Union", "place", "", "measure", "strength"),
                "low",
                "1577725",
                "high",
                "1577725",
                "verdict",
                "agree",
                "soft",
                "no");
        assertEquals(6, rows("discrepancies.csv").size());
    }

    @Test
    void lossesOncePerVoiceWithNothingBetween() throws IOException {
        List<Map<String, String>> rows = rows(
                "ratios.csv",
                "ratio",
                "loss exchange b/a",
                "measure",
                "killed",
                "party_a",
                "Soviet Union",
                "party_b",
                "Japan");
        assertEquals(
                List.of("ranges", "Japan", "Soviet Union"),
                rows.stream().map(row -> row.get("basis")).toList());
        // 21,389 to 9,780…12,031; 83,737 to 9,780…12,031
        assertCells(rows.get(1), "low", "1.77782", "high", "2.18702", "low_b", "21389", "high_b", "21389");
        assertCells(rows.get(2), "low", "6.9601", "high", "8.56207", "low_b", "83737", "high_b", "83737");
        assertCells(rows.get(0), "low", "1.77782", "high", "8.56207");
    }

    @Test
    void capturedTanksAgainstTanksOwned() throws IOException {
        assertCells(
                row("checks.csv", "rule", "losses: tanks strength >= tanks captured"),
                "party",
                "Japan",
                "whole_low",
                "400",
                "parts_low",
                "369",
                "parts_high",
                "600",
                "residual_low",
                "-200",
                "residual_high",
                "31",
                "verdict",
                "possible",
                "soft",
                "yes");
        // 369 / 400 and 600 / 370
        assertCells(
                row("ratios.csv", "ratio", "loss rate a/A", "measure", "tanks captured", "party_a", "Japan"),
                "low_b",
                "370",
                "high_b",
                "400",
                "low",
                "0.9225",
                "high",
                "1.62163");
        List<Map<String, String>> losses = rows("checks.csv", "kind", "losses");
        assertEquals("losses: tanks strength >= tanks captured", losses.get(0).get("rule"));
    }

    @Test
    void nothingWasLeftOut() throws IOException {
        assertEquals(List.of(), rows("problems.csv"));
    }
}
