package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.dossier.Dossier;

/** Somebody who sees only the page of the River War can answer the questions of its README, each in the section to which it belongs. */
class ReaderTest {

    private static final Path RIVER_WAR = Path.of("src/test/resources/org/muster/report/river-war");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Who claims most?
                "voices | The voices with figures on the most quantities: League (7)",
                "minute | League, killed: 9,842 (League) or 31,000 (Crown), 3.1 times as many",
                // Which total fails, and by how much?
                "findings | 9,842 (League) in League War Ledger is 237 short of what its own states give",
                "findings | League, killed: 31,000 (Crown) is 20,921 more than its states' 10,079 (League); 3 more of its sums or bounds fail",
                "findings | 40,000 or more (League) is at least 24,800 more than its corps' 15,200 (Osei 2015)",
                // Which author contradicts himself?
                "minute | Voices contradict themselves twice: League, captured: Crown counts 4,100 (Crown Bulletin, 9 June, as of 9 June 1912) and later 3,650",
                "minute | 9,842 (League) in League War Ledger is 237 short of what its own states give",
                "findings | Dahl 1977 copies 1,870 from Aldous 1931, where the figure is 1,902: 32 fewer",
                "sums | League, captured: revised down by 450",
                "sums | Crown, captured: 32 fewer than the original",
                // Which figures rest on "about", or on a date that nobody gives?
                "findings | 70,000 or more (General Greyling's Memoirs), at least 1.5 times as many, if 70,000 or more, for which no date is given, also held then",
                "how | League, men: c. 55,000 (Aldous 1931); League, men: nearly 100,000 (Crown); League, killed: c. 12,000 (Osei 2015)",
                // What is the force ratio for each voice?
                "minute | League to Crown, men: about 0.321–1.12; about 0.611 by Aldous 1931"
            })
    void anAnswerStandsWhereItIsLookedFor(String section, String answer) throws IOException {
        String text = Page.read(Page.of(Dossier.read(RIVER_WAR)).byId(section)).replace("\u2060", "");
        assertTrue(text.contains(answer), text);
    }
}
