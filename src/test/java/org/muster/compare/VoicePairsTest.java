package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Source;
import org.muster.interval.Interval;

/** Voice against voice. */
class VoicePairsTest {

    private static Claim claim(String party, String measure, String figure, String voice) {
        return Claim.of(party, measure, figure, "book").claimedBy(voice);
    }

    @Test
    void allMeasuresTogetherThenEach() {
        List<VoicePair> rows = VoicePairs.of(Dossier.of(
                        "battle",
                        claim("North", "strength", "5,000", ""),
                        claim("South", "killed", "100", "South"),
                        claim("South", "killed", "400", "North"),
                        claim("North", "killed", "100", "North"),
                        claim("North", "killed", "300", "South"),
                        claim("North", "killed", "350–360", "South"),
                        claim("North", "killed", "1 million", "South"), // beside firm numbers it says nothing
                        claim("South", "killed", "heavy", "Press"),
                        claim("South", "tanks lost", "10", "South"),
                        claim("South", "tanks lost", "5–50", "North"),
                        claim("South", "wounded", "7", "North")))
                .rows();
        assertEquals(
                List.of("", "killed", "tanks lost"),
                rows.stream().map(VoicePair::measure).toList());
        for (VoicePair row : rows) {
            assertEquals("North", row.a(), "by name");
            assertEquals("South", row.b());
        }
        // Killed: of North 300…360 to 100 is 3 to 3.6, of South 100 to 400 is 0.25; tanks: 10 to 5…50 is 0.2 to 2.
        assertEquals("[0.2, 3.6]", rows.get(0).ratio().toString());
        assertEquals(3, rows.get(0).quantities());
        assertEquals(2, rows.get(0).conflicts());
        assertTrue(rows.get(0).difference().isEmpty());
        assertEquals("[0.25, 3.6]", rows.get(1).ratio().toString());
        // 100 − 400 = −300, 360 − 100 = 260.
        assertEquals(Interval.of(-300, 260), rows.get(1).difference());
        assertEquals(
                new TreeSet<>(List.of("C2", "C3", "C4", "C5", "C6")),
                new TreeSet<>(Claim.ids(rows.get(1).claims())));
        assertEquals(Interval.of(-40, 5), rows.get(2).difference());
        assertEquals(0, rows.get(2).conflicts());
    }

    @Test
    void oneMeasureStandsAlone() {
        VoicePairs one = VoicePairs.of(Dossier.of(
                "battle",
                claim("Japan", "killed", "21,389", "Japan"),
                claim("Japan", "killed", "83,737", "Soviet Union"),
                claim("Japan", "killed", "0", "Press")));
        assertEquals(
                List.of("Japan, Press", "Japan, Soviet Union", "Press, Soviet Union"),
                one.rows().stream().map(row -> row.a() + ", " + row.b()).toList());
        assertEquals(
                "Soviet Union / Japan, killed: [3.91495, 3.91496] in 1 quantity, 1 in conflict",
                one.rows().get(1).toString());
    }

    /** Different dates excuse a difference, but not that a loss shrinks; a sum of parts is said by nobody. */
    @Test
    void datesAndSums() {
        VoicePairs pairs = VoicePairs.of(Dossier.of(
                        "battle",
                        claim("A", "killed", "7,401", "x").asOf("1945-06-30"),
                        claim("A", "killed", "16,000", "y").asOf("1945-11"),
                        claim("B", "killed", "16,000", "x").asOf("1945-06-30"),
                        claim("B", "killed", "7,401", "y").asOf("1945-11"),
                        claim("A1", "strength", "10", "x"),
                        claim("A2", "strength", "10", "x"),
                        claim("A", "strength", "30", "y"))
                .with(new Breakdown(Dimension.PARTY, "A", "", List.of("A1", "A2"), Completeness.YES)));
        assertEquals(1, pairs.rows().size());
        assertEquals(2, pairs.rows().get(0).quantities());
        assertEquals(1, pairs.rows().get(0).conflicts());
    }

    /** Without a claimant the voice is the origin; a work that copies adds none, and a claim of two works speaks for both. */
    @Test
    void voicesWithoutClaimants() {
        List<VoicePair> rows = VoicePairs.of(Dossier.of(
                                "battle",
                                Claim.of("A", "killed", "10", "a;b"),
                                Claim.of("A", "killed", "20", "copy"),
                                Claim.of("A", "killed", "30", "c"))
                        .with(
                                Source.of("a"),
                                Source.of("b"),
                                Source.of("c"),
                                new Source("copy", "", "", "", "", "", "", "a", "")))
                .rows();
        assertEquals(
                List.of("a b [1, 1] [C1]", "a c [3, 3] [C1, C3]", "b c [3, 3] [C1, C3]"),
                rows.stream()
                        .map(row -> row.a() + " " + row.b() + " " + row.ratio() + " " + Claim.ids(row.claims()))
                        .toList());
    }

    @Test
    void nobodyToCompare() {
        assertEquals(
                List.of(),
                VoicePairs.of(Dossier.of("battle", claim("A", "killed", "1", "A"), claim("B", "killed", "1", "B")))
                        .rows());
    }

    /** Voices v000 … v100, of which v007 makes one claim and all others two. */
    @Test
    void overAHundredVoices() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            String voice = String.format("v%03d", i);
            claims.add(claim("A", "killed", "1", voice));
            if (i != 7) {
                claims.add(claim("B" + i, "killed", "1", voice));
            }
        }
        VoicePairs pairs = VoicePairs.of(Dossier.of("battle", claims));
        assertEquals(100 * 99 / 2, pairs.rows().size());
        assertTrue(pairs.rows().stream()
                .noneMatch(row -> row.a().equals("v007") || row.b().equals("v007")));
        assertEquals("voices.csv", pairs.problems().get(0).file());
        assertEquals(
                "only 100 of 101 voices are compared: those with the most claims",
                pairs.problems().get(0).message());
        claims.removeIf(claim -> claim.claimant().equals("v007"));
        assertEquals(List.of(), VoicePairs.of(Dossier.of("battle", claims)).problems());
    }

    /** Of a hundred voices or fewer all are compared, of more none that makes one claim: which would be a matter of names. */
    @Test
    void overAHundredVoicesWithASingleClaim() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            claims.add(claim("A", "killed", "1", "v" + i));
        }
        assertEquals(
                100 * 99 / 2, VoicePairs.of(Dossier.of("battle", claims)).rows().size());
        claims.add(claim("A", "killed", "1", "v100"));
        VoicePairs none = VoicePairs.of(Dossier.of("battle", claims));
        assertEquals(List.of(), none.rows());
        assertEquals(
                "none of the 101 voices are compared: each makes a single claim, and discrepancies.csv compares the claims",
                none.problems().get(0).message());
        claims.add(claim("B", "killed", "1", "v7"));
        claims.add(claim("B", "killed", "1", "v8"));
        VoicePairs two = VoicePairs.of(Dossier.of("battle", claims));
        assertEquals(1, two.rows().size());
        assertEquals("v7", two.rows().get(0).a());
        assertEquals("v8", two.rows().get(0).b());
        assertEquals(2, two.rows().get(0).quantities());
        assertEquals(
                "only 2 of 101 voices are compared: those with several claims",
                two.problems().get(0).message());
    }

    /** Rows, but for the order of measures and of the claims in a cell, do not depend on the order of the claims. */
    @Property
    @Domain(SmallDossiers.class)
    @Domain(DomainContext.Global.class)
    void theOrderOfTheClaimsDoesNotMatter(@ForAll Dossier dossier, @ForAll long seed) {
        List<Claim> claims = new ArrayList<>(dossier.claims());
        Collections.shuffle(claims, new Random(seed));
        Dossier shuffled = Dossier.of("battle", claims)
                .with(dossier.sources().toArray(Source[]::new))
                .with(dossier.hierarchy().own().toArray(Breakdown[]::new));
        assertEquals(shown(VoicePairs.of(dossier)), shown(VoicePairs.of(shuffled)));
        Matrix matrix = Matrix.of(dossier);
        Matrix other = Matrix.of(shuffled);
        assertEquals(
                matrix.columns().stream().map(column -> column.headings()).toList(),
                other.columns().stream().map(column -> column.headings()).toList());
        assertEquals(
                matrix.toString()
                        .lines()
                        .map(VoicePairsTest::sortedWords)
                        .sorted()
                        .toList(),
                other.toString()
                        .lines()
                        .map(VoicePairsTest::sortedWords)
                        .sorted()
                        .toList());
    }

    private static String sortedWords(String line) {
        List<String> words = new ArrayList<>(List.of(line.replace(",", "").split(" ")));
        Collections.sort(words);
        return words.toString();
    }

    private static List<String> shown(VoicePairs pairs) {
        return pairs.rows().stream()
                .map(row -> row + " " + row.difference() + " " + new TreeSet<>(Claim.ids(row.claims())))
                .sorted()
                .toList();
    }

    /** Each row against what the two voices say, quantity by quantity. */
    @Property
    @Domain(SmallDossiers.class)
    void everyPairStandsOnceAndIsRight(@ForAll Dossier dossier) {
        Ranges ranges = Ranges.of(dossier);
        VoicePairs pairs = VoicePairs.of(ranges);
        TreeSet<String> seen = new TreeSet<>();
        for (VoicePair row : pairs.rows()) {
            assertTrue(seen.add(row.a() + "|" + row.b() + "|" + row.measure()));
            assertTrue(row.a().compareTo(row.b()) < 0);
            int quantities = 0;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (var quantity : dossier.quantities()) {
                var a = ranges.said(quantity, row.a()).filter(said -> !said.isSum());
                var b = ranges.said(quantity, row.b()).filter(said -> !said.isSum());
                if (a.isPresent()
                        && b.isPresent()
                        && (row.measure().isEmpty()
                                || row.measure().equals(quantity.measure().toString()))) {
                    quantities++;
                    least = Math.min(
                            least, b.get().range().inf() - a.get().range().sup());
                    most = Math.max(
                            most, b.get().range().sup() - a.get().range().inf());
                }
            }
            assertEquals(quantities, row.quantities());
            assertEquals(
                    row.measure().isEmpty() ? Interval.EMPTY : Interval.of(least, most),
                    row.difference(),
                    row::toString);
            assertFalse(row.claims().isEmpty());
        }
        for (var quantity : dossier.quantities()) {
            List<String> voices = ranges.said(quantity).stream()
                    .filter(said -> !said.isSum())
                    .map(Said::voice)
                    .sorted()
                    .toList();
            for (int i = 0; i < voices.size(); i++) {
                for (int j = i + 1; j < voices.size(); j++) {
                    assertTrue(seen.contains(voices.get(i) + "|" + voices.get(j) + "|" + quantity.measure()));
                }
            }
        }
    }
}
