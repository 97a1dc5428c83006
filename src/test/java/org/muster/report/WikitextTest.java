package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.compare.Tolerance;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Hierarchy;
import org.muster.dossier.Quantity;
import org.muster.figure.Item;
import org.muster.figure.Measure;
import org.muster.figure.State;
import org.muster.importing.infobox.Infobox;

/** The page report.wikitext; its infobox is read again by the importer of infoboxes. */
class WikitextTest {

    private static final Pattern REFERENCE = Pattern.compile("<ref name=\"([^\"]*)\"( />|>)");

    private static String page(Dossier dossier) throws IOException {
        StringWriter out = new StringWriter();
        Report report = Report.of(dossier, Tolerance.NONE);
        Format.WIKITEXT.write(report, PageModel.lazily(report, Run.IN_CODE, List.of()), out);
        return out.toString();
    }

    private static String line(Claim claim) {
        return claim.quantity().party() + ": " + claim.quantity().measure() + " "
                + claim.figure().range().orElseThrow();
    }

    private static boolean isBuiltIn(Measure measure) {
        return Item.knows(measure.item().name()) && State.knows(measure.state().name());
    }

    /** The same without what is counted, where a dossier has words of its own: the importer takes "2 area armies" for armies. */
    private static String withoutMeasure(Claim claim) {
        return claim.quantity().party() + ": " + claim.figure().range().orElseThrow();
    }

    /** The figures of sides and their direct members in the event that the dossier is named after. */
    private static Set<String> figures(Dossier dossier, boolean builtIn) {
        Hierarchy hierarchy = dossier.hierarchy();
        Set<String> all = new LinkedHashSet<>();
        dossier.quantities().stream()
                .filter(quantity -> quantity.event().equals(dossier.name()))
                .forEach(quantity -> all.add(quantity.party()));
        Set<String> parties = new HashSet<>();
        for (String root : hierarchy.roots(dossier.name(), all)) {
            parties.add(root);
            parties.addAll(hierarchy.members(dossier.name(), root));
        }
        Set<String> lines = new TreeSet<>();
        for (Claim claim : dossier.claims()) {
            Quantity quantity = claim.quantity();
            if (claim.figure().hasNumber()
                    && quantity.event().equals(dossier.name())
                    && parties.contains(quantity.party())
                    && isBuiltIn(quantity.measure()) == builtIn
                    && (hierarchy.isLoss(quantity.measure())
                            || quantity.measure().isStrength())) {
                lines.add(builtIn ? line(claim) : withoutMeasure(claim));
            }
        }
        return lines;
    }

    private static void checkReturn(Dossier dossier) throws IOException {
        Set<String> read = new TreeSet<>();
        Set<String> ofAnyMeasure = new HashSet<>();
        for (Claim claim :
                Infobox.parse(page(dossier), dossier.name()).dossier().claims()) {
            if (claim.figure().hasNumber()) {
                read.add(line(claim));
                ofAnyMeasure.add(withoutMeasure(claim));
            }
        }
        Set<String> missing = figures(dossier, true);
        missing.removeAll(read);
        assertEquals(Set.of(), missing);
        Set<String> others = figures(dossier, false);
        others.removeAll(ofAnyMeasure);
        assertEquals(Set.of(), others);
        assertEquals(figures(dossier, true).size() + figures(dossier, false).size(), read.size(), "and no others");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datasets/manchuria-1945",
                "src/test/resources/org/muster/report/river-war",
                "src/test/resources/org/muster/report/pass-campaign-1919"
            })
    void theInfoboxGivesTheSameFigures(String dossier) throws IOException {
        checkReturn(Dossier.read(Path.of(dossier)));
    }

    @Test
    void everyKindOfFigureReturns() throws IOException {
        checkReturn(Dossier.of(
                        "two fords",
                        Claim.of("Blue", "killed", "about 120", "S"),
                        Claim.of("Blue", "wounded", "nearly 300", "S"),
                        Claim.of("Blue", "captured", "over 40", "S"),
                        Claim.of("Blue", "strength", "1.5 million", "S"),
                        Claim.of("Blue", "tanks strength", "up to 35", "S"),
                        Claim.of("Blue", "tanks captured", "300+", "S"),
                        Claim.of("Red", "killed", "fewer than 90", "T").claimedBy("Blue"),
                        Claim.of("Red", "self_propelled_guns lost", "9–12", "T").in("Nordfurt"),
                        Claim.of("Green", "combat_aircraft strength", "7", "T").asOf("1919-05-03"))
                .with(Breakdown.of(Dimension.PARTY, "Allies", "Red", "Green")));
    }

    /** "Dozens" alone does not tell the dead from the captured; words that name them need no label. */
    @Test
    void wordsWithoutANumberSayWhatTheyCount() throws IOException {
        String page = page(Dossier.of(
                "two fords",
                Claim.of("Blue", "killed", "7", "S"),
                Claim.of("Red", "captured", "dozens", "S"),
                Claim.of("Red", "wounded", "many wounded", "S")));
        assertTrue(page.contains("captured: dozens<ref"), page);
        assertTrue(page.contains("many wounded<ref") && !page.contains(": many wounded"), page);
    }

    @Test
    void aReferenceIsDefinedOnceBeforeItIsUsed() throws IOException {
        Matcher references = REFERENCE.matcher(page(Dossier.read(Path.of("datasets/manchuria-1945"))));
        Set<String> defined = new HashSet<>();
        int used = 0;
        while (references.find()) {
            if (references.group(2).equals(">")) {
                assertTrue(defined.add(references.group(1)), references.group(1) + " is defined twice");
            } else {
                assertTrue(defined.contains(references.group(1)), references.group(1) + " is not defined");
                used++;
            }
        }
        assertTrue(defined.size() > 14 && used > 100, defined.size() + " defined, " + used + " used");
    }

    /** A name of ten thousand letters, and one of as many colons, on a stack of the usual size. */
    @Test
    void longNamesAreWritten() throws IOException {
        for (String name : List.of("long name ".repeat(1000), "a: ".repeat(3000))) {
            assertTrue(
                    page(Dossier.of("war", Claim.of("P", "killed", "5", name))).contains(name.strip()), name);
        }
    }

    @Test
    void hostileNamesStayNames() throws IOException {
        String hostile = "}}|x={{tl|y}}</ref></nowiki><!-- ''b'' [[c]] ~~~~ __TOC__ -->";
        String page = page(Dossier.of(
                "a " + hostile,
                Claim.of("P " + hostile, "killed", "5 killed", "S " + hostile)
                        .claimedBy("C " + hostile)
                        .at(hostile)
                        .in(hostile),
                Claim.of("Q " + hostile, "killed", "9 killed", hostile)));
        String outside = page.replaceAll("<nowiki>[^<]*</nowiki>", "").replaceAll("<ref name=\"[^\"<>]*\"", "<ref");
        for (String piece : List.of("tl|y", "''b", "[[c", "~~~~", "__TOC__", "|x=")) {
            assertFalse(outside.contains(piece), piece);
        }
        assertEquals(
                outside.split("<ref", -1).length - outside.split("<ref[^>]*/>", -1).length + 1,
                outside.split("</ref>", -1).length);
        assertEquals(outside.split("\\{\\{", -1).length, outside.split("}}", -1).length);
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(
                        "a",
                        "B",
                        "1",
                        " ",
                        "\n",
                        "'",
                        "''",
                        "[",
                        "]]",
                        "{",
                        "{{",
                        "}}",
                        "|",
                        "||",
                        "-",
                        "+",
                        "=",
                        "*",
                        "#",
                        ":",
                        ";",
                        "~",
                        "_",
                        "__",
                        "<",
                        "</nowiki>",
                        "<nowiki>",
                        "<ref>",
                        "<!--",
                        "&",
                        "&lt;",
                        "http://x.y",
                        "//",
                        "ISBN 1",
                        "!",
                        "!!",
                        "\u202E",
                        "é")
                .list()
                .ofMinSize(1)
                .ofMaxSize(10)
                .map(parts -> String.join("", parts));
    }

    /** In nowiki MediaWiki obeys nothing but its end and references to characters; outside, these marks. */
    @Property
    void anyTextIsShownAsItIs(@ForAll("hostile") String text) {
        String shown = text.replaceAll("[\\n\u202E]", " ");
        String written = new WikitextMarkup().escaped(text);
        String inner = written.replaceAll("^<nowiki>|</nowiki>$", "");
        assertEquals(shown, inner.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
        assertFalse(inner.contains("<"), written);
        if (inner.equals(written)) {
            assertFalse(
                    Pattern.compile("[\\[\\]{}|'=*#~_<>!]|^[-:;]|//|--|:\\S|(?i)isbn")
                            .matcher(written)
                            .find(),
                    written);
        }
    }
}
