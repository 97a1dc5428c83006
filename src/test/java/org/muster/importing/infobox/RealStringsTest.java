package org.muster.importing.infobox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.dossier.Claim;
import org.muster.text.Problem;

/**
 * Cells of real infoboxes, where they are at hand: all their words stand in a claim or a problem, and are read back. Words of a
 * claimant's or party's heading become its name: "French" is France.
 */
class RealStringsTest {

    private static final Path STRINGS = Path.of("../shared/data/figure-strings/strings.tsv");

    @TempDir
    private Path folder;

    @Test
    void noWordOfARealCellVanishes() throws IOException {
        Assumptions.assumeTrue(Files.exists(STRINGS), () -> STRINGS + " is absent");
        int number = 0;
        List<String> lost = new ArrayList<>();
        for (String line : Files.readAllLines(STRINGS)) {
            String cell = line.substring(line.indexOf('\t') + 1)
                    .replace("\\n", "\n")
                    .replace("{", "(")
                    .replace("|", "/");
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
        assertTrue(number > 1000);
        assertTrue(
                lost.isEmpty(),
                () -> lost.size() + ": " + String.join("\n", lost.subList(0, Math.min(20, lost.size()))));
    }
}
