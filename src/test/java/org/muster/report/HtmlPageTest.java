package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.compare.Tolerance;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.dossier.Source;
import org.muster.figure.Figure;
import org.muster.figure.Measure;
import org.muster.figure.Qualifier;
import org.muster.interval.Interval;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The page report.html: what stands on it, where its links lead, and what hostile text does to it. */
class HtmlPageTest {

    private static final Path RIVER_WAR = Path.of("src/test/resources/org/muster/report/river-war");
    private static final Path MANCHURIA = Path.of("datasets/manchuria-1945");

    @TempDir
    Path folder;

    private static String read(Element element) {
        return Page.read(element);
    }

    @Test
    void everyClaimAndLinkOfTwoDossiers() throws IOException {
        for (Path path : List.of(RIVER_WAR, MANCHURIA)) {
            Dossier dossier = Dossier.read(path);
            assertEquals(List.of(), dossier.problems());
            Page.of(dossier).check(dossier);
        }
    }

    @Test
    void sectionsStandInOrder() throws IOException {
        Page page = Page.of(Dossier.read(RIVER_WAR));
        assertEquals("The River War, 1911–1913", page.headings().get(0));
        List<String> sections = page.all("h2").stream().map(Page::read).toList();
        assertEquals(
                List.of(
                        "In one minute",
                        "Findings",
                        "Who disagrees with whom",
                        "Counts by date",
                        "The quantities",
                        "Sums and bounds",
                        "Conflicts",
                        "What the rules would print",
                        "Ratios between the parties",
                        "How it was computed",
                        "Sources"),
                sections);
    }

    /** First the widest conflict; then the sentences count what the findings list, and name who it is. */
    @Test
    void theMinuteNamesTheGravest() throws IOException {
        Path passes = RIVER_WAR.resolveSibling("pass-campaign-1919");
        String minute = read(Page.of(Dossier.read(passes)).byId("minute"));
        assertTrue(
                minute.startsWith(
                        "In one minute Aurland, killed: 12,400 (Aurland) or 31,000 (Corvia), 2.5 times as many. Of the 7"
                                + " quantities on which several voices speak, 4 have claims that cannot all be true."),
                minute);
        assertTrue(
                minute.contains(
                        "Voices contradict themselves 4 times. The gravest: Dalmar, killed: Ost & Lind 1934 gives"
                                + " both 2,300 (p. 41) and 3,200 (table 7), 1.4 times as many; Dalmar, wounded: The"
                                + " Harbour Gazette counts 5,200"),
                minute);
        String voices = read(Page.of(Dossier.read(passes)).byId("voices"));
        assertTrue(
                voices.contains("The voices with figures on the most quantities: Hald 1921 (13), Ost & Lind 1934 (6),"),
                voices);
    }

    /** A copy that differs is no voice that contradicts itself, and what only the copy says is not said by the work it copies. */
    @Test
    void aCopyIsCalledACopy() {
        Dossier dossier = Dossier.of(
                        "battle",
                        Claim.of("A", "killed", "4,390", "Varga").named("v"),
                        Claim.of("A", "killed", "4,930", "Handbook").named("h"),
                        Claim.of("A", "killed", "4,390", "Varga; Handbook").named("both"))
                .with(Source.of("Varga"), Source.of("Handbook").withOrigin("Varga"));
        Page page = Page.of(dossier);
        String minute = read(page.byId("minute"));
        assertTrue(
                minute.contains(
                        "A copy differs from its original: A, killed: Handbook copies 4,930 from Varga, where the"
                                + " figure is 4,390: 540 more."),
                minute);
        assertFalse(minute.contains("itself"), minute);
        assertTrue(read(page.byId("c-h")).contains("copied from Varga"), () -> read(page.byId("c-h")));
        assertFalse(read(page.byId("c-v")).contains("copied"), () -> read(page.byId("c-v")));
        assertFalse(read(page.byId("c-both")).contains("copied"), () -> read(page.byId("c-both")));
    }

    /** One figure was seen in another work: the others were not. */
    @Test
    void aQuoteSaysWhichFigureWasSeenElsewhere() {
        Claim seen = Claim.of("A", "killed", "900", "Register");
        Dossier dossier = Dossier.of(
                "battle",
                new Claim(
                        "",
                        seen.quantity(),
                        seen.figure(),
                        seen.sources(),
                        "",
                        "Holub",
                        "p. 9",
                        "",
                        "",
                        AsOf.WHOLE_EVENT,
                        ""),
                Claim.of("A", "killed", "500", "Holub").at("p. 17"));
        String quantity = read(Page.of(dossier).byId("q-a-killed"));
        assertTrue(
                quantity.contains("A, killed: 900 (Register, p. 9, as cited in Holub); 500 (Holub, p. 17)."), quantity);
    }

    /** One of something is told in the singular, an open share has its sign at the number, and a bound its losses. */
    @Test
    void smallNumbersAndOpenEndsReadWell() {
        Page page = Page.of(Dossier.of(
                "battle",
                Claim.of("A", "strength", "200", "Hoy"),
                Claim.of("A", "killed", "at least 50", "Hoy"),
                Claim.of("B", "strength", "100", "Hoy"),
                Claim.of("A", "strength", "220", "Orr")));
        assertTrue(read(page.byId("voices")).contains("Both voices speak of a quantity that another speaks of too."));
        assertTrue(read(page.byId("ratios")).contains("22.7 % or more"), () -> read(page.byId("ratios")));
        assertTrue(read(page.byId("sums")).contains("losses: killed"), () -> read(page.byId("sums")));
    }

    @Test
    void terminalAndPageSayTheSame() throws IOException {
        Report report = Report.of(Dossier.read(RIVER_WAR), Tolerance.NONE);
        String findings = read(Page.of(report).byId("findings"));
        for (Findings.Section section : Findings.of(report).sections()) {
            assertTrue(findings.contains(section.title()), section::title);
            for (String line :
                    section.lines().subList(0, Math.min(5, section.lines().size()))) {
                assertTrue(findings.contains(line), () -> line + " in " + findings);
            }
        }
    }

    @Test
    void aClaimHasAllThatItsRowSays() throws IOException {
        Page page = Page.of(Dossier.read(RIVER_WAR));
        List<String> cells = new ArrayList<>();
        for (Node cell = page.byId("c-s2").getFirstChild(); cell != null; cell = cell.getNextSibling()) {
            cells.add(Page.read(cell).replace('\u00A0', ' '));
        }
        assertEquals(
                List.of(
                        "61,500–64,000s2 · line 3",
                        "61,500–64,000, best 62,700",
                        "League War Ledger",
                        "League War Ledger B2 (reliability B, credibility 2): p. 11, as of 1 May 1912"),
                cells);
        String bulletin = read(page.byId("c-s5")).replace('\u00A0', ' ');
        assertTrue(bulletin.contains("Crown on its opponent"), bulletin);
        assertTrue(bulletin.contains("seen in Aldous 1931"), bulletin);
        assertTrue(bulletin.contains("counts porters"), bulletin);
    }

    /** Every number in a sum or a proof leads to its claim: a term without a link would be one without a source. */
    @Test
    void everyNumberOfAProofLeadsToItsClaim() throws IOException {
        Page page = Page.of(Dossier.read(MANCHURIA));
        Element rockets = page.byId("k-3");
        assertTrue(read(rockets).startsWith("Soviet Union, rocket launchers: 19 short"), read(rockets));
        List<String> links = new ArrayList<>();
        for (int i = 0; i < rockets.getElementsByTagName("a").getLength(); i++) {
            Element link = (Element) rockets.getElementsByTagName("a").item(i);
            links.add(read(link) + " " + link.getAttribute("href"));
        }
        assertEquals(
                List.of(
                        "1,152 #c-infobox-soviet-rocket-launchers",
                        "583 #c-fronts-transbaikal-rocket-launchers",
                        "516 #c-fronts-1st-far-east-rocket-launchers",
                        "72 #c-fronts-2nd-far-east-rocket-launchers"),
                links);
        for (Element proof : page.all("ol")) {
            if (proof.getAttribute("class").equals("proof")) {
                for (int i = 0; i < proof.getElementsByTagName("li").getLength(); i++) {
                    Element item = (Element) proof.getElementsByTagName("li").item(i);
                    assertTrue(item.getElementsByTagName("a").getLength() >= 1, read(item));
                    assertTrue(read(item).contains(" apart."), read(item));
                }
            }
        }
        String softened = read(page.byId("x-3"));
        assertTrue(softened.contains("If about 80 and about 400 are taken as exact: "), softened);
    }

    @Test
    void whatHasNothingToSayIsLeftOut() {
        Dossier dossier = Dossier.of("small", Claim.of("A", "killed", "5", "book"));
        Page page = Page.of(dossier);
        page.check(dossier);
        for (String absent : List.of("voices", "sums", "conflicts", "ratios", "f-overview", "f-verdicts", "same")) {
            assertFalse(page.has(absent), absent);
        }
        assertTrue(read(page.byId("minute")).contains("No two voices speak of the same quantity"));
        assertTrue(read(page.byId("dates")).contains("No quantity is counted at two dates."));
    }

    @Test
    void hostileTextStaysText() {
        String hostile =
                "<script>alert(1)</script>\" onload='x' &amp; {{title}} \u202Egnirts \u0007\u0000 😀 ]]> --> שלום";
        Dossier dossier = Dossier.of(
                        hostile,
                        Claim.of(
                                        new Quantity("", "P " + hostile, "", Measure.parse("killed"), hostile),
                                        Figure.of(hostile, Interval.of(5), Qualifier.ABOUT),
                                        "s " + hostile.replace(';', ','))
                                .claimedBy(hostile)
                                .at(hostile)
                                .in(hostile)
                                .named("id " + hostile.replaceAll("\\p{Cntrl}", "")),
                        Claim.of(
                                new Quantity("", "P " + hostile, hostile, Measure.parse("killed"), hostile),
                                Figure.of("", Interval.of(500, 600), Qualifier.EXACTLY),
                                "x".repeat(300)),
                        Claim.of("Q", "killed", "7", "</style></title><img src=x>"))
                .with(
                        new Source(
                                "s " + hostile.replace(';', ','),
                                hostile,
                                hostile,
                                "19",
                                hostile,
                                hostile,
                                "A",
                                "",
                                "javascript:alert(1)"),
                        new Source(
                                "x".repeat(300), "", "", "", "", "", "", "", "https://example.org/?a=\"><script>&b=1"),
                        new Source("</style></title><img src=x>", "", "", "", "", "", "", "", " data:text/html,x"));
        Page page = Page.of(dossier);
        page.check(dossier);
        assertFalse(page.text().contains("<script"), "a script");
        assertFalse(page.text().contains("href=\"javascript"), "an address that runs");
        assertFalse(page.text().contains("href=\"data"), "an address that holds a page");
        assertFalse(page.text().contains("{{title}}{{"), "a template in a template");
        String row = page.byId(page.all("tr").stream()
                        .map(element -> element.getAttribute("id"))
                        .filter(id -> id.startsWith("c-id"))
                        .findFirst()
                        .orElseThrow())
                .getElementsByTagName("q")
                .item(0)
                .getTextContent();
        assertTrue(row.contains("<script>alert(1)</script>\" onload='x' &amp; {{title}} \u202Egnirts"), row);
    }

    @Test
    void sameBytesInAnyLocaleAndZone() throws IOException {
        Report report = Report.of(Dossier.read(RIVER_WAR), Tolerance.NONE);
        String text = Page.of(report).text();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertEquals(
                    text,
                    Page.of(Report.of(Dossier.read(RIVER_WAR), Tolerance.NONE)).text());
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(
                    text,
                    Page.of(Report.of(Dossier.read(RIVER_WAR), Tolerance.NONE)).text());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void theRunIsToldWithoutItsTime() throws IOException {
        Path claims = Files.writeString(folder.resolve("claims.csv"), "party,measure,figure,source\nA,killed,5,s\n");
        Run run = new Run("report", List.of(claims.toString(), "--about", "5%"), List.of(claims));
        Path out = folder.resolve("out");
        Report.of(Dossier.read(claims), Tolerance.about("5%")).write(out, run);
        String how = read(Page.of(Files.readString(out.resolve("report.html"))).byId("how"));
        assertTrue(how.contains("muster report " + claims + " --about 5%"), how);
        assertTrue(how.contains("beside this page: quantities.csv, discrepancies.csv"), how);
        assertTrue(how.contains("about 5%"), how);
        // printf 'party,measure,figure,source\nA,killed,5,s\n' | sha256sum
        assertTrue(how.contains("d2396edfc77884a122af588dbc0300e0a4fb1bc31fa7636f3f49825f57d2611b"), how);
    }

    @Test
    void manyClaimsHaveFewerPictures() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 1001; i++) {
            claims.add(Claim.of("A" + i, "killed", "5", "X"));
            claims.add(Claim.of("A" + i, "killed", Integer.toString(i % 2 == 0 ? 1000 + i : 7), "Y"));
        }
        Dossier dossier = Dossier.of("long war", claims);
        Page page = Page.of(dossier);
        page.check(dossier);
        String first = read((Element) page.byId("top").getElementsByTagName("b").item(0));
        assertTrue(first.startsWith("With 2,002 claims, this page draws only the 200 widest conflicts"), first);
        long drawn = page.all("figure").stream()
                .filter(figure ->
                        ((Element) figure.getParentNode()).getAttribute("id").startsWith("q-"))
                .count();
        assertEquals(200, drawn);
        assertEquals("large", page.byId("main").getAttribute("class"), "what is out of sight is laid out later");
        // Of 1,001 quantities all are in conflict: 1,000 + i, or 7, against 5.
        long told = page.all("section").stream()
                .filter(section -> section.getAttribute("id").startsWith("x-"))
                .count();
        assertEquals(50, told);
        assertTrue(read(page.byId("conflicts")).contains("951 more sets of claims are told by muster reconcile"));
    }

    /** Of voices that are too many to be compared in pairs none is said to speak alone. */
    @Test
    void manyVoicesOfOneQuantity() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            claims.add(Claim.of("A", "killed", Integer.toString(i + 1), "s" + i));
        }
        claims.add(Claim.of("B", "killed", "7", "recluse"));
        String voices = read(Page.of(Dossier.of("siege", claims)).byId("voices"));
        assertTrue(voices.contains("101 of the 102 voices speak of a quantity that another speaks of too."), voices);
        assertTrue(voices.contains("Not all in pairs: none of the 102 voices are compared"), voices);
        assertTrue(voices.strip().endsWith("Speak alone: recluse."), voices);
        claims.add(Claim.of("B", "killed", "7", "s7"));
        claims.add(Claim.of("B", "killed", "8", "s8"));
        voices = read(Page.of(Dossier.of("siege", claims)).byId("voices"));
        assertTrue(voices.contains("All 102 voices speak"), voices);
        assertTrue(voices.contains("Not all in pairs: only 2 of 102 voices are compared"), voices);
        assertFalse(voices.contains("Speak alone"), voices);
    }

    /** 6,097 + 674 + 177 already exceed 6,945, whoever is missing: the finding leads to its sum, which is no open one. */
    @Test
    void aSumThatKnownPartsExceedStandsByItself() {
        Dossier dossier = Dossier.of(
                "battle",
                Claim.of("A", "casualties", "6,945", "Marder"),
                Claim.of("A", "killed", "6,097", "Marder"),
                Claim.of("A", "killed", "6,094", "Corbett"),
                Claim.of("A", "wounded", "674", "Marder"),
                Claim.of("A", "wounded", "510", "Corbett"),
                Claim.of("A", "captured", "177", "Marder"));
        Page page = Page.of(dossier);
        page.check(dossier);
        assertTrue(
                read(page.byId("k-1")).contains("6,945 (Marder) is at least 3 short of what its own parts give"),
                read(page.byId("sums")));
        assertTrue(read(page.byId("findings")).contains("at least 3 short"), read(page.byId("findings")));
    }

    /** Who reads no more than the first lines has to know that they tell only of a part; and one source of two is cited. */
    @Test
    void theMinuteSaysWhatWasNotRead() throws IOException {
        Path dossier = Files.createDirectory(folder.resolve("siege"));
        Files.writeString(dossier.resolve("sources.csv"), "id,author,title\ns,Smith,War\nt,Jones,War\n");
        Path claims = dossier.resolve("claims.csv");
        Files.writeString(claims, "party,measure,figure,source\nA,killed,5,s\n");
        Page read = Page.of(Dossier.read(dossier));
        assertTrue(read(read.byId("top")).contains("1 claim from 1 source."), read(read.byId("top")));
        assertFalse(read(read.byId("minute")).contains("could be read"), read(read.byId("minute")));
        Files.writeString(claims, "party,measure,figure,source\nA,killed,5,s\nA,killed,60OO,t\nA,wuonded,7,t\n");
        String minute = read(Page.of(Dossier.read(dossier)).byId("minute"));
        assertTrue(
                minute.contains("Not all of the input could be read: 2 errors leave something out. No two voices"),
                minute);
    }

    /** Every row was read: what a report leaves out has a heading of its own, on the page and in its Markdown. */
    @Test
    void whatIsLeftOutIsNoProblem() throws IOException {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i <= 40; i++) {
            claims.add(Claim.of("A", "killed", Integer.toString(i + 1), "s"));
        }
        Report report = Report.of(Dossier.of("siege", claims), Tolerance.NONE);
        report.write(folder, Run.IN_CODE, Set.of(Format.HTML, Format.MD));
        String findings =
                read(Page.of(Files.readString(folder.resolve("report.html"))).byId("findings"));
        assertTrue(findings.contains("None. Every row of the dossier was read."), findings);
        assertTrue(findings.contains("Left out of the reports 1"), findings);
        String markdown = Files.readString(folder.resolve("report.md"));
        assertTrue(
                markdown.contains("### Problems in the input\n\nNone. Every row of the dossier was read."), markdown);
        assertTrue(markdown.contains("### Left out of the reports (1)"), markdown);
    }

    @Test
    @Tag("slow")
    void veryManyClaimsAreCountedWhereOneVoiceSpeaks() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 20_001; i++) {
            claims.add(Claim.of("A" + i, "killed", "5", "X"));
        }
        claims.add(Claim.of("A1", "killed", "50", "Y"));
        Page page = Page.of(Dossier.of("long war", claims));
        String top = read(page.byId("top"));
        assertTrue(top.contains("muster reconcile does that"), top);
        assertTrue(top.contains("20,000 quantities on which one voice alone speaks are only counted here"), top);
        assertEquals(
                2,
                page.all("tr").stream()
                        .filter(row -> row.getAttribute("id").startsWith("c-"))
                        .count());
    }

    /** What a full disk says is passed on, and not what the templates make of it. */
    @Test
    void aPageThatCannotBeWritten() {
        Report report = Report.of(Dossier.of("war", Claim.of("A", "killed", "5", "s")), Tolerance.NONE);
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        for (Format format : List.of(Format.HTML, Format.MD)) {
            IOException thrown = assertThrows(
                    IOException.class,
                    () -> format.write(report, PageModel.lazily(report, Run.IN_CODE, List.of()), full));
            assertEquals("No space left on device", thrown.getMessage());
        }
    }
}
