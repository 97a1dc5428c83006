package org.muster.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.figure.Figure;
import org.muster.figure.Measure;
import org.muster.figure.Qualifier;
import org.muster.interval.Interval;
import org.muster.text.Problem;
import org.muster.text.Problem.Severity;

/** Dossiers made in code, as an analyst types them. */
class DossierTest {

    private static final Claim FRIESER = Claim.of("Germany", "tanks lost", "278", "Frieser 2007");
    private static final Claim KONEV =
            Claim.of("Germany", "tanks lost", "2,952", "Konev 1948").claimedBy("Soviet Union");

    private static String fault(org.junit.jupiter.api.function.Executable faulty) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, faulty).getMessage());
    }

    /** Names that mean something else here than in most books. */
    @Test
    void aMeasureThatIsEasilyMistaken(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("hill.csv"),
                "party,measure,figure,source\nRed,men killed,12,A\nRed,fighters killed,3,A\nRed,fighters lost,2,A\n"
                        + "Red,women killed,1,A\nRed,tanks strength,4,A\nRed,strength,900,A\nRed,men killed,13,B\n");
        assertEquals(
                List.of(
                        "\"men killed\" is taken for the item \"civilian men\"; if \"killed\" is meant, write that",
                        "\"fighters killed\" is taken for the item \"fighters\"; if \"killed\" is meant, write that"),
                Dossier.read(file).problems().stream().map(Problem::message).toList());
    }

    /** Some of an item are no whole, and do not contradict it; a scope that is given says more. */
    @Test
    void aMeasureInWordsThatIsAboutSome(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("hill.csv"),
                "party,measure,scope,figure,source\nRed,officers killed,,12,A\nRed,killed,,242,A\n"
                        + "Red,Officers killed,by noon,3,A\nRed,soldiers killed,,242,A\nRed,light tanks lost,,7,A\n");
        List<String> read = Dossier.read(file).claims().stream()
                .map(claim ->
                        claim.quantity().measure() + "|" + claim.quantity().scope())
                .toList();
        assertEquals(
                List.of("killed|officers", "killed|", "killed|by noon", "killed|", "tanks lost|light tanks"), read);
    }

    /** The ends are written where the text alone, without its row, gives no number. */
    @Test
    void tonsAreWrittenWithTheirEnds(@TempDir Path folder) throws IOException {
        Dossier.of(
                        "convoy",
                        Claim.of("A", "tonnage lost", "843,000 tons", "s"),
                        Claim.of("A", "ships lost", "12 ships", "s"))
                .write(folder);
        String written = Files.readString(folder.resolve("claims.csv"));
        assertTrue(written.contains("\"843,000 tons\",843000,843000,,exactly"), written);
        assertTrue(written.contains("12 ships,,,,"), written);
        assertEquals(
                Interval.of(843_000),
                Dossier.read(folder).claims().get(0).figure().range().orElseThrow());
    }

    /** What is a size elsewhere is the count of a row about tonnage; nothing else is. */
    @Test
    void tonsAreAFigureOfTonnageAlone() {
        assertEquals(
                Interval.of(1_200_000),
                Claim.of("A", "tonnage lost", "1.2 million tons", "s")
                        .figure()
                        .range()
                        .orElseThrow());
        assertEquals(
                Interval.of(30_000),
                Claim.of("A", "tonnage lost", "12 ships of 30,000 tons", "s")
                        .figure()
                        .range()
                        .orElseThrow());
        assertTrue(fault(() -> Claim.of("A", "killed", "300 tons", "s")).contains("gives no figure"));
    }

    @Test
    void claimsAreNamedByTheirPlaceAndJoinTheEventOfTheDossier() {
        Dossier kursk = Dossier.of(" kursk ", FRIESER, KONEV.named("konev"), FRIESER.in("Prokhorovka"));
        assertEquals("kursk", kursk.name());
        assertEquals(
                List.of("C1", "konev", "C3"),
                kursk.claims().stream().map(Claim::id).toList());
        assertEquals(2, kursk.quantities().size());
        assertEquals("kursk", kursk.quantities().get(0).event());
        assertEquals(2, kursk.claims(kursk.quantities().get(0)).size());
        assertEquals(List.of(), kursk.claims(FRIESER.quantity()));
        assertEquals(List.of(), kursk.problems());
        assertEquals("kursk: 3 claims about 2 quantities from 2 sources, no problems", kursk.toString());
        assertEquals(
                "x: 1 claim about 1 quantity from 1 source, no problems",
                Dossier.of("x", FRIESER).toString());
    }

    @Test
    void allFaultsOfClaimsAreNamedTogether() {
        assertEquals(
                "claims: claim id \"a\" is used twice; claim C3: state \"slain\" is not known; a new state needs a breakdown",
                fault(() -> Dossier.of(
                        "x",
                        FRIESER.named("a"),
                        Claim.of("Japan", "tankettes_of_glass lost", "5", "s").named("a"),
                        Claim.of("Japan", "slain", "5", "s"))));
        assertEquals("name is blank: reports need one", fault(() -> Dossier.of(" ", FRIESER)));
    }

    @Test
    void newItemsAreKeptWithOneWarningAName() {
        Dossier dossier = Dossier.of(
                        "x",
                        Claim.of("Japan", "tankettes_of_glass lost", "5", "s"),
                        Claim.of("Japan", "tankettes_of_glass lost", "6", "t"))
                .with(Claim.of("Japan", "tankss lost", "7", "s"));
        assertEquals(3, dossier.claims().size());
        assertEquals(
                List.of(
                        "item \"tankettes_of_glass\" is new and is kept as an item of its own",
                        "item \"tankss\" is new and is kept as an item of its own; the nearest known name is \"tanks\""),
                dossier.problems().stream().map(Problem::message).toList());
        assertEquals(List.of(), dossier.errors());
    }

    @Test
    void anAbsentPathThrows(@TempDir Path folder) throws IOException {
        Path absent = folder.resolve("nowhere");
        NoSuchFileException thrown = assertThrows(NoSuchFileException.class, () -> Dossier.read(absent));
        assertEquals(absent.toString(), thrown.getFile());
        Path claims =
                Files.writeString(folder.resolve("c.csv"), "party,measure,figure,source\nA,killed,1,s\n,killed,2,s\n");
        IllegalStateException faulty = assertThrows(
                IllegalStateException.class, () -> Dossier.read(claims).orThrow());
        assertEquals(
                "c: 1 claim about 1 quantity from 1 source, 1 problem:\nc.csv:3, column party: the cell is blank; expected the"
                        + " party",
                faulty.getMessage());
        Dossier good = Dossier.of("x", FRIESER);
        assertEquals(good, good.orThrow());
    }

    @Test
    void aPartIsTheClaimsAboutANameAndWhatIsPartOfIt() {
        Dossier dossier = Dossier.of(
                        "x",
                        Claim.of("Axis", "killed", "50", "s"),
                        Claim.of("Italy", "killed", "20", "s"),
                        Claim.of("France", "killed", "30", "s"),
                        Claim.of("Italy", "tanks lost", "3", "s"))
                .with(Breakdown.of(Dimension.PARTY, "Axis", "Germany", "Italy"));
        Dossier axis = dossier.only(Dimension.PARTY, Set.of("Axis"));
        assertEquals(
                List.of("C1", "C2", "C4"), axis.claims().stream().map(Claim::id).toList());
        assertEquals(
                List.of("C1", "C2"),
                axis.only(Dimension.ITEM, Set.of("personnel")).claims().stream()
                        .map(Claim::id)
                        .toList());
        assertEquals(dossier.hierarchy(), axis.hierarchy());
        assertEquals(List.of(), dossier.only(Dimension.PLACE, Set.of("Rome")).claims());
    }

    @Test
    void onceASourceIsDescribedAllHaveToBe() {
        Dossier kursk = Dossier.of("kursk", FRIESER, KONEV);
        assertEquals(
                "claims: claim C2: source \"Konev 1948\" is not described",
                fault(() -> kursk.with(Source.of("Frieser 2007"))));
        Dossier described = kursk.with(
                Source.of("Frieser 2007", "Karl-Heinz Frieser", "Die Ostfront 1943/44", "2007")
                        .withGrade("B"),
                Source.of("Konev 1948"));
        assertEquals("B", described.source("Frieser 2007").grade());
        assertEquals(Source.of("nobody"), described.source("nobody"));
        assertEquals(
                "A",
                described
                        .with(Source.of("Konev 1948").withGrade("A"))
                        .sources()
                        .get(1)
                        .grade());
        assertThrows(IllegalArgumentException.class, () -> described.with(Claim.of("x", "killed", "5", "nobody")));
    }

    @Test
    void aNewNameNeedsABreakdown() {
        Dossier kursk = Dossier.of("kursk", FRIESER).with(Breakdown.within(Dimension.ITEM, "tanks", "tiger_tanks"));
        assertEquals(
                2,
                kursk.with(Claim.of("Germany", "tiger_tanks lost", "10", "s"))
                        .claims()
                        .size());
        assertTrue(kursk.hierarchy().isPeople(Measure.parse("killed")));
        assertFalse(kursk.hierarchy().isPeople(Measure.parse("tiger_tanks lost")));
        assertEquals("item: tanks >= tiger_tanks", kursk.hierarchy().toString());
    }

    @Test
    void aVoiceIsTheClaimantElseTheOriginElseTheSource() {
        Claim claim = Claim.of("Germany", "tanks lost", "278", "a;b; c ");
        Dossier plain = Dossier.of("x", claim, KONEV);
        assertEquals(List.of("a", "b", "c"), claim.sources());
        assertEquals(Set.of("a", "b", "c"), plain.voices(plain.claims().get(0)));
        assertEquals(Set.of("Soviet Union"), plain.voices(plain.claims().get(1)));
        Dossier copied = Dossier.of("x", claim)
                .with(Source.of("a").withOrigin("archive"), Source.of("b").withOrigin("archive"), Source.of("c"));
        assertEquals(Set.of("archive", "c"), copied.voices(copied.claims().get(0)));
        Claim own = new Claim(
                "", claim.quantity(), claim.figure(), List.of("a"), "", "", "", "", "radio", AsOf.WHOLE_EVENT, "");
        assertEquals(Set.of("radio"), copied.with(own).voices(own));
    }

    @Test
    void whiteSpaceAroundATextIsNoPartOfIt() {
        Claim padded = Claim.of("\u00a0Japan ", "killed", " 21,389\n", " coox\t")
                .at(" p. 1 ")
                .in("\u2003Korea");
        assertEquals(Claim.of("Japan", "killed", "21,389", "coox").at("p. 1").in("Korea"), padded);
        assertEquals(Source.of("a"), Source.of(" a\ufeff"));
        assertEquals(Breakdown.of(Dimension.PARTY, "A", "B"), Breakdown.of(Dimension.PARTY, "A ", " B"));
    }

    @Test
    void aClaimHasToBeOne() {
        assertEquals(
                "party is blank: say whose men or tanks are counted", fault(() -> Claim.of(" ", "killed", "5", "s")));
        assertEquals("sources are empty: say who gives the figure", fault(() -> Claim.of("Japan", "killed", "5", " ")));
        assertEquals("sources are empty: say who gives the figure", fault(() -> Claim.of("Japan", "killed", "5", ";")));
        assertTrue(fault(() -> Claim.of("Japan", "tanks", "5", "s")).contains("write \"tanks strength\""));
        assertTrue(fault(() -> Claim.of("Japan", "killed", "", "s")).contains("gives no figure"));
        assertTrue(fault(() -> FRIESER.asOf("1945-02-30")).startsWith("as_of \"1945-02-30\" is not a date"));
        assertTrue(fault(() -> new Claim(
                        "",
                        FRIESER.quantity(),
                        FRIESER.figure(),
                        List.of("a;b"),
                        "",
                        "",
                        "",
                        "",
                        "",
                        AsOf.WHOLE_EVENT,
                        ""))
                .startsWith("source \"a;b\" contains a ;"));
        assertTrue(fault(() -> new Claim(
                        "",
                        FRIESER.quantity(),
                        FRIESER.figure(),
                        List.of("a"),
                        "",
                        "",
                        "",
                        "7",
                        "",
                        AsOf.WHOLE_EVENT,
                        ""))
                .startsWith("credibility \"7\" is not one of 1 to 6"));
        assertTrue(fault(() -> Claim.of("Japan", "killed", "5 ".repeat(60_000), "s"))
                .contains("characters"));
    }

    @Test
    void aBoundIsOpenOnTheSideThatItLeavesOpen() {
        Interval point = Interval.of(300, 300);
        assertEquals(
                "qualifier \"at least\" leaves the range open above, which [300, 300] is not; if it is a bound: low"
                        + " 300, high Infinity",
                fault(() -> Claim.of(FRIESER.quantity(), Figure.of("300", point, Qualifier.AT_LEAST), "s")));
        Interval open = Interval.of(300, Double.POSITIVE_INFINITY);
        assertEquals(
                "qualifier \"at most\" closes the range above, and [300, Infinity] is open",
                fault(() -> Claim.of(FRIESER.quantity(), Figure.of("300", open, Qualifier.AT_MOST), "s")));
        assertTrue(Claim.of(FRIESER.quantity(), Figure.of("300+", open, Qualifier.AT_LEAST), "s")
                .figure()
                .isOneSided());
    }

    @Test
    void ofSeveralFiguresTheOneOfTheMeasureIsMeant() {
        Claim combat = Claim.of("Japan", "combat_aircraft strength", "1,042 aircraft (232 combat)", "scap");
        assertEquals(Optional.of(Interval.of(232, 232)), combat.figure().range());
        assertEquals("1,042 aircraft (232 combat)", combat.figure().text());
        assertEquals(OptionalDouble.empty(), combat.figure().best());
    }

    @Test
    void everyTypeReadsWell() {
        assertEquals(
                "Germany: tanks lost, 2,952 → [2952, 2952] exactly (Konev 1948, claimed by Soviet Union)",
                KONEV.toString());
        assertEquals("Germany: tanks lost", FRIESER.quantity().toString());
        assertEquals(
                "Japan, Manchuria: tanks strength (fit) [1945]",
                new Quantity("1945", "Japan", "Manchuria", Measure.parse("tanks strength"), "fit").toString());
        assertEquals(
                "coox: Coox, Nomonhan (1985)",
                Source.of("coox", "Coox", "Nomonhan", "1985").toString());
        assertEquals("coox", Source.of("coox").toString());
        assertEquals("party", Dimension.PARTY.toString());
        assertEquals("shared", Completeness.of("shared").toString());
        assertEquals("warning", Severity.WARNING.toString());
        assertEquals(
                "claims.csv:17, column high: \"60OO\" is not a number",
                new Problem("claims.csv", 17, "high", Severity.ERROR, "\"60OO\" is not a number", "").toString());
        assertEquals("claims.csv: gone", new Problem("claims.csv", 0, "", Severity.ERROR, "gone", "").toString());
        assertEquals(
                "place (areas): whole area = Manchuria + Korea",
                new Breakdown(Dimension.PLACE, "", "areas", List.of("Manchuria", "Korea"), Completeness.YES)
                        .toString());
        assertEquals(
                "state: casualties off",
                new Breakdown(Dimension.STATE, "casualties", "", List.of(), Completeness.OFF).toString());
    }
}
