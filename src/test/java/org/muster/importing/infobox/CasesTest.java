package org.muster.importing.infobox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Source;
import org.muster.text.Problem;

/**
 * Every folder under {@code cases} holds an infobox, and what has to become of it, written by hand: a line for each claim
 * (quantity with its event if that is not the whole, range and qualifier, text, claimant, sources, locator, note), for each source where there are references,
 * for each side with several members, and for each problem (place, and a part of its message).
 */
class CasesTest {

    /** The name of every dossier, from that of the file. */
    private static final String DOSSIER = "infobox";

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everyInfoboxBecomesItsDossier() throws IOException, URISyntaxException {
        Path cases = Path.of(
                Objects.requireNonNull(CasesTest.class.getResource("cases")).toURI());
        List<Path> folders;
        try (Stream<Path> found = Files.list(cases)) {
            folders = found.filter(Files::isDirectory).sorted().toList();
        }
        return folders.stream().map(each -> dynamicTest(String.valueOf(each.getFileName()), () -> holdAgainst(each)));
    }

    @Test
    void aBracketWithNothingButADateIsTheDateOfItsFigure() {
        Infobox infobox = Infobox.parse("""
                {{Infobox military conflict
                | combatant1 = {{flag|Niger}}
                | strength1 = 7,000 (Jan 2015), 12,000 (as of 3 May 2016), 4,000 (2014), 5,000 (31 June 2015), 6,000 (April 5, 2017)
                }}
                """, "hill-war");
        assertEquals(
                List.of("2015-01", "2016-05-03", "2014", "", "2017-04-05"), // June has 30 days
                infobox.dossier().claims().stream()
                        .map(claim -> claim.asOf().toString())
                        .toList());
    }

    private void holdAgainst(Path box) throws IOException {
        List<String> expected = Files.readAllLines(box.resolve("expected.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(String::stripTrailing)
                .toList();
        Infobox infobox = Infobox.read(box.resolve("infobox.txt"));
        List<String> actual = new ArrayList<>();
        infobox.dossier().claims().forEach(claim -> actual.add(line(claim)));
        if (expected.stream().anyMatch(line -> line.startsWith("source "))) {
            infobox.dossier().sources().forEach(source -> actual.add(line(source)));
        }
        for (Breakdown side : infobox.dossier().hierarchy().own()) {
            actual.add("hierarchy " + side.whole() + " = " + String.join(" + ", side.parts()));
        }
        int problems = actual.size();
        for (Problem problem : infobox.problems()) {
            String at = problem.severity() + " " + problem.line() + ":" + problem.column();
            String line = at + " " + problem.message();
            String wanted = expected.size() > actual.size() ? expected.get(actual.size()) : "";
            boolean same = wanted.startsWith(at + " ") && line.contains(wanted.substring(at.length() + 1));
            actual.add(same ? wanted : line);
        }
        assertEquals(
                String.join("\n", expected), String.join("\n", actual), () -> box + ", problems from line " + problems);
        if (!infobox.dossier().claims().isEmpty()) {
            assertIsReadBack(infobox.dossier(), folder.resolve(String.valueOf(box.getFileName())));
        }
    }

    static void assertIsReadBack(Dossier dossier, Path folder) throws IOException {
        dossier.write(folder);
        Dossier again = Dossier.read(folder);
        String name = String.valueOf(folder.getFileName());
        assertEquals(
                List.of(),
                again.problems().stream()
                        .filter(problem -> problem.isError() || !isExpected(problem))
                        .toList(),
                name);
        assertEquals(dossier.claims(), again.claims(), name);
        assertEquals(dossier.sources(), again.sources(), name);
        assertEquals(dossier.hierarchy().own(), again.hierarchy().own(), name);
    }

    /** A dossier is read in English: of other texts the numbers stand in low and high. Things are wounded in nonsense alone. */
    private static boolean isExpected(Problem warning) {
        return warning.message().endsWith("low and high are used")
                || warning.message().contains(" is taken for the item ");
    }

    private static String line(Claim claim) {
        String scope = claim.quantity().scope();
        String label = claim.quantity().label().replace(" (" + scope + ")", scope.isEmpty() ? "" : ", " + scope);
        String event = claim.quantity().event();
        label = (event.equals(DOSSIER) ? "" : event + ", ") + label;
        String range = claim.figure().range().map(interval -> interval + " ").orElse("");
        return String.join(
                        " | ",
                        label,
                        range + claim.figure().qualifier(),
                        claim.figure().text(),
                        claim.claimant(),
                        String.join("; ", claim.sources()),
                        claim.locator(),
                        claim.note())
                .replace("|  |", "| |")
                .stripTrailing();
    }

    private static String line(Source source) {
        StringBuilder line = new StringBuilder("source ").append(source.id()).append(':');
        String separator = " ";
        for (String part : new String[] {source.author(), source.title()}) {
            line.append(part.isEmpty() ? "" : separator + part);
            separator = part.isEmpty() ? separator : ", ";
        }
        line.append(source.year().isEmpty() ? "" : " (" + source.year() + ")");
        for (String part : new String[] {source.publisher(), source.kind(), source.url()}) {
            line.append(part.isEmpty() || part.startsWith("encyclopedia") ? "" : " " + part);
        }
        return line.toString();
    }
}
