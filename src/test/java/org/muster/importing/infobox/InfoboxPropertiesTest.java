package org.muster.importing.infobox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.dossier.Claim;
import org.muster.dossier.Source;
import org.muster.text.Problem;

/** Whatever is nested in whatever: nothing is thrown, nothing vanishes, and what is written is read back. */
class InfoboxPropertiesTest {

    private static final List<String> MARKUP = List.of(
            "{{",
            "}}",
            "[[",
            "]]",
            "|",
            "=",
            "<ref>",
            "</ref>",
            "<ref name=a>",
            "<ref name=a/>",
            "<!--",
            "-->",
            "<nowiki>",
            "</nowiki>",
            "<br>",
            "<small>",
            "</small>",
            "'''",
            "''",
            "\n* ",
            "\n",
            "\r\n",
            " ",
            ":",
            ";",
            "{{plainlist|",
            "{{ubl|",
            "{{circa|",
            "{{efn|",
            "{{sfn|",
            "{{cite book|last=",
            "{{flag|",
            "{{nowrap|",
            "{{val|",
            "{{r|",
            "&nbsp;",
            "&#",
            "&",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "<",
            ">",
            "•",
            "|strength1=",
            "|casualties2=",
            "|combatant1=",
            "|conflict=",
            "\t",
            "\u0000",
            "−",
            "–",
            "§",
            "\ud83d\ude00");

    private static final List<String> WORDS = List.of(
            "300",
            "9,780–12,031",
            "1.5 million",
            "killed",
            "wounded",
            "tanks",
            "men",
            "Soviet claim:",
            "Japan:",
            "Total",
            "of whom",
            "or",
            "about",
            "over",
            "unknown",
            "heavy",
            "12,34",
            "6th",
            "none",
            "Per Smith",
            "Strength",
            "Belligerents",
            "Casualties and losses",
            "[3]",
            "[a]",
            "1945",
            "p. 12",
            "up to",
            "5k",
            "captured");

    @Provide
    Arbitrary<String> nonsense() {
        Arbitrary<String> part = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(MARKUP)),
                Tuple.of(3, Arbitraries.of(WORDS)),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(3)));
        return part.list().ofMaxSize(40).map(parts -> String.join("", parts));
    }

    @Property
    void nothingIsThrown(@ForAll("nonsense") String text) {
        Infobox.parse(text, "a");
        Infobox.parse("{{Infobox military conflict|combatant1=A|combatant2=B|strength1=" + text, "a");
    }

    /** Every claim of nonsense is written and read back as it is, and every problem has a place. */
    @Property
    void whatIsWrittenIsReadBack(@ForAll("nonsense") String text, @ForAll("nonsense") String losses)
            throws IOException {
        Infobox infobox = Infobox.parse(
                "{{Infobox military conflict\n|combatant1=A\n|combatant2=B\n|strength1=" + text + "\n|casualties2="
                        + losses + "\n}}",
                "a");
        for (Problem problem : infobox.problems()) {
            assertTrue(problem.line() >= 0
                    && problem.line() <= 6 + (text + losses).lines().count() * 2);
        }
        if (infobox.dossier().claims().isEmpty() || !isText(text + losses)) {
            return;
        }
        Path folder = Files.createTempDirectory("infobox");
        try {
            CasesTest.assertIsReadBack(infobox.dossier(), folder);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /** Half a character cannot be written in any file. */
    private static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    @Provide
    Arbitrary<String> wellFormed() {
        Arbitrary<String> plain = Arbitraries.of(
                "300",
                "20 killed",
                "about 9 tanks",
                "heavy",
                "Soviet claim:",
                "Killed:",
                "none",
                "12,34,56",
                "6th",
                "1,000 men",
                "of whom 5",
                "or 7",
                "unknown");
        return Arbitraries.recursive(
                () -> plain,
                inner -> Arbitraries.oneOf(
                        inner.map(text -> "{{nowrap|" + text + "}}"),
                        inner.map(text -> "{{plainlist|\n* " + text + "\n}}"),
                        inner.map(text -> "'''" + text + "'''"),
                        inner.map(text -> "<small>" + text + "</small>"),
                        inner.map(text -> "[[Page|" + text + "]]"),
                        inner.map(text -> "{{efn|" + text + "}}"),
                        inner.map(text -> "<ref>" + text + "</ref>"),
                        inner.map(text -> "{{unheard of|" + text + "}}"),
                        inner.list().ofMinSize(2).ofMaxSize(3).map(all -> "{{ubl|" + String.join("|", all) + "}}"),
                        inner.list().ofMinSize(2).ofMaxSize(3).map(all -> String.join("<br>", all)),
                        inner.list().ofMinSize(2).ofMaxSize(3).map(all -> String.join(" ", all)),
                        inner.list().ofMinSize(2).ofMaxSize(3).map(all -> String.join("\n* ", all))),
                0,
                4);
    }

    /** A word that stands anywhere in a cell stands in a claim, a source or a problem. */
    @Property
    void nothingVanishes(@ForAll("wellFormed") String before, @ForAll("wellFormed") String after) {
        for (String marked : List.of(
                before + " xyzzy4711 " + after,
                before + "<br>xyzzy4711<br>" + after,
                "{{ubl|" + before + "|{{efn|xyzzy4711}}}}" + after,
                before + "<ref>xyzzy4711</ref>" + after,
                before + "<!-- " + after + " -->{{unheard of|xyzzy4711}}",
                "'''xyzzy4711:'''<br>" + before + " 5 men")) {
            Infobox infobox =
                    Infobox.parse("{{Infobox military conflict|combatant1=A|casualties1=" + marked + "}}", "a");
            assertTrue(
                    said(infobox).contains("xyzzy4711"),
                    () -> marked + "\n" + infobox.problems() + "\n"
                            + infobox.dossier().claims());
        }
    }

    private static String said(Infobox infobox) {
        return Stream.concat(
                        infobox.dossier().claims().stream().map(InfoboxPropertiesTest::said),
                        Stream.concat(
                                infobox.dossier().sources().stream().map(Source::toString),
                                infobox.problems().stream().map(Problem::text)))
                .collect(Collectors.joining("\n"));
    }

    private static String said(Claim claim) {
        return String.join(
                "\n", claim.figure().text(), claim.quantity().label(), claim.claimant(), claim.note(), claim.locator());
    }

    static Stream<String> hostile() {
        int many = Integer.getInteger("test.length", 1_000_000) / 10; // shorter in the newcomer's build
        return Stream.of(
                "{{".repeat(many),
                "{{nowrap|".repeat(many) + "5 men" + "}}".repeat(many),
                "{{ubl|".repeat(many) + "5 men" + "}}".repeat(many),
                "{{unheard of|".repeat(many) + "}}".repeat(many),
                "{{cite book|last=".repeat(many) + "}}".repeat(many),
                "{{efn|".repeat(many) + "}}".repeat(many),
                "[[a|".repeat(many) + "5 men" + "]]".repeat(many),
                "[http://a ".repeat(many),
                "<ref>".repeat(many),
                "<ref>{{r|b}}</ref>".repeat(many),
                "5 men<ref name=a>Hill</ref>" + "<ref name=a/>".repeat(many),
                references(many / 2),
                "<!--".repeat(many),
                "<nowiki>".repeat(many),
                "<a ".repeat(many),
                "'''".repeat(many),
                "}}".repeat(many),
                "5 men, ".repeat(many),
                "5 men<br>".repeat(many),
                "Soviet claim: 5 killed<br>".repeat(many / 2),
                "{{flagicon|A}} 5 ".repeat(many / 2),
                "'''Place:'''<br>".repeat(many / 2),
                "12,34,56<br>".repeat(many / 2),
                "Killed:<br>".repeat(many),
                "Killed:{{efn|a}}<ref>b</ref><br>".repeat(many / 2) + "5<br>".repeat(many / 2),
                "'''Place:'''{{efn|" + "x".repeat(many) + "}}<br>" + "5<br>".repeat(many / 2),
                "x".repeat(10 * many),
                "7".repeat(10 * many),
                " ".repeat(10 * many),
                "\n".repeat(10 * many),
                "5 men (of whom ".repeat(many),
                "&".repeat(10 * many),
                ":".repeat(10 * many));
    }

    private static String references(int many) {
        StringBuilder text = new StringBuilder("5 men");
        for (int i = 0; i < many; i++) {
            text.append("<ref name=r").append(i).append(">{{r|r").append(i + 1).append("}}</ref>");
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextTakesSeconds(String cell) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Infobox wikitext = Infobox.parse(
                    "{{Infobox military conflict|combatant1=A|combatant2=B|strength2=7 men|strength1=" + cell + "\n}}",
                    "a");
            assertEquals("a", wikitext.dossier().name());
            Infobox text = Infobox.parse("Belligerents\nA\tB\nStrength\n" + cell + "\t7 men", "a");
            assertEquals("a", text.dossier().name());
        });
    }
}
