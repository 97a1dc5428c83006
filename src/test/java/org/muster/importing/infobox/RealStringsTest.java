package org.muster.importing.infobox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.dossier.Claim;
import org.muster.text.Problem;

/**
 * All words of a cell stand in a claim or a problem, and are read back. Words of a claimant's or party's heading become its
 * name: "French" is France. The test has cells of its own; {@link #main} reads those of real infoboxes.
 */
class RealStringsTest {

    /** In the ways in which people fill such cells: headings, lists, notes, asides, several languages, words for numbers, slips. */
    private static final List<String> CELLS = List.of(
            "",
            "100,000 soldiers",
            "Unknown",
            "Heavy; see below",
            "13,000 soldiers \n 5,000 militia",
            "400 killed, 1,200 wounded and 35 missing",
            "c. 7,000 killed or wounded[1][a]\n2 guns lost",
            "French: 3,000 dead\nBavarian: 1,100 dead",
            "Northern Army:\n12,000–15,000 men, of whom 4,000 horse\nSouthern Army:\n9,000",
            "Official: 250 killed\nEnemy accounts: over 2,000 killed",
            "Smith 1983: 1,500\nAccording to Jones, 2,500 (perhaps more)",
            "one third of the garrison",
            "several hundred, most of them drowned while crossing the river",
            "3 ships of the line sunk, 2 frigates captured, 1 burned to prevent capture",
            "20 [[tank]]s ''destroyed'' and 7 '''damaged'''",
            "600 killed (including civilians; to be checked)",
            "4 000 tués, 11 000 blessés et 600 prisonniers",
            "etwa 1.200 Gefallene und 3.400 Verwundete",
            "около 500 убитых, 1 200 раненых",
            "300 döda, 45 fångar",
            "10k–12k men, 50+ aircraft, 37mm guns",
            "1 killed;; 2 wounded,,, 3?",
            "(70 killed\n) 90 [wounded",
            "5,00 killed or 1,00,000 wounded",
            "* 60 killed\n** 20 officers\n* ~80 captured, −5 returned",
            "Day 1: 200\nDay 2: 300\nTotal: 500 casualties (claim)",
            "9 May 1812: nil losses");

    @TempDir
    private Path folder = Path.of("");

    /** Reads cells of real infoboxes: a file with a heading, then a line for each; behind the tab the cell, {@code \\n} for its line breaks. */
    public static void main(String[] arguments) throws IOException {
        RealStringsTest test = new RealStringsTest();
        test.folder = Files.createTempDirectory("cells");
        List<String> cells = Files.readAllLines(Path.of(arguments[0])).stream()
                .skip(1)
                .map(line -> line.substring(line.indexOf('\t') + 1).replace("\\n", "\n"))
                .toList();
        test.assertNoWordVanishes(cells);
        System.out.println("no word of " + cells.size() + " cells vanishes");
    }

    @Test
    void noWordOfACellVanishes() throws IOException {
        assertNoWordVanishes(CELLS);
    }

    private void assertNoWordVanishes(List<String> cells) throws IOException {
        int number = 0;
        List<String> lost = new ArrayList<>();
        for (String each : cells) {
            String cell = each.replace("{", "(").replace("|", "/");
            Infobox infobox = Infobox.parse(
                    "{{Infobox military conflict|combatant1=A|casualties1=" + cell + "\n}}", "a" + number++);
            StringBuilder said = new StringBuilder();
            for (Claim claim : infobox.dossier().claims()) {
                said.append(claim.figure().text())
                        .append('\n')
                        .append(claim.quantity().label())
                        .append('\n');
                said.append(claim.claimant()).append('\n').append(claim.note()).append('\n');
            }
            for (Problem problem : infobox.problems()) {
                said.append(problem.text())
                        .append('\n')
                        .append(problem.message())
                        .append('\n');
            }
            for (String word : cell.split("[^\\p{L}\\p{N}]+", -1)) {
                boolean isParty = new Parties().ofWord(word).isPresent() || word.equals("accounts");
                if (said.indexOf(word) < 0 && !isParty) {
                    lost.add(word + " of " + cell.replace("\n", "\\n"));
                }
            }
            if (!infobox.dossier().claims().isEmpty()) {
                CasesTest.assertIsReadBack(infobox.dossier(), folder.resolve("a" + number));
            }
        }
        assertTrue(
                lost.isEmpty(),
                () -> lost.size() + ": " + String.join("\n", lost.subList(0, Math.min(20, lost.size()))));
    }
}
