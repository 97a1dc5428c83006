package org.muster.importing.infobox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;

/**
 * The infobox of the Soviet invasion of Manchuria against the dossier that was made of it by hand. The test reads wikitext;
 * {@link #main} reads the article as copied from the page.
 */
class ManchuriaTest {

    /** Where the hand knows more than the text: what was captured according to the notes, and what "other" leaves out. */
    private static final Map<String, String> KNOWN_BETTER = Map.of(
            "Japan: surrendered_in_combat", "Japan: captured",
            "Japan: aircraft captured", "Japan: aircraft lost",
            "Japan: tanks captured", "Japan: tanks lost",
            "Japan: vehicles captured (other than tanks)", "Japan: vehicles captured");

    /** Reads the text of the article, which is not part of the project. */
    public static void main(String[] arguments) throws IOException {
        check(Path.of(arguments[0]));
    }

    @Test
    void theInfoboxIsReadAsItWasByHand() throws IOException, URISyntaxException {
        check(Path.of(Objects.requireNonNull(ManchuriaTest.class.getResource("cases/manchuria-1945/infobox.txt"))
                .toURI()));
    }

    private static void check(Path text) throws IOException {
        Infobox infobox = Infobox.read(text);
        List<String> byHand = Dossier.read(Path.of("datasets/manchuria-1945")).claims().stream()
                .filter(claim -> claim.id().startsWith("infobox-"))
                .map(ManchuriaTest::line)
                .sorted()
                .toList();
        assertTrue(byHand.size() > 30);
        assertEquals(
                byHand,
                infobox.dossier().claims().stream()
                        .map(ManchuriaTest::line)
                        .sorted()
                        .toList());
        assertTrue(infobox.problems().stream().noneMatch(problem -> problem.isError()), infobox::toString);
    }

    /** Who claims what of which quantity. A footnote inside a figure is no part of the text, and no number is of words. */
    private static String line(Claim claim) {
        String label = claim.quantity().label();
        return KNOWN_BETTER.getOrDefault(label, label)
                + " | " + claim.figure().range().map(Object::toString).orElse("none")
                + " | " + claim.figure().text().replaceAll("\\[\\d+\\]", "")
                + " | " + claim.claimant();
    }
}
