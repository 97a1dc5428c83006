package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.exact.RationalRange;
import org.muster.interval.Interval;
import org.muster.interval.Overlap;
import org.muster.text.Problem;

/** How two claims differ. */
class DiscrepanciesPropertiesTest {

    private static Claim killed(String figure, String source) {
        return Claim.of("Japan", "killed", figure, source);
    }

    private static Discrepancy of(String a, String b) {
        return Discrepancies.of(Dossier.of("battle", killed(a, "a"), killed(b, "b")))
                .rows()
                .get(0);
    }

    private static String text(Interval range) {
        return Double.isInfinite(range.sup())
                ? "at least " + (long) range.inf()
                : (long) range.inf() + "–" + (long) range.sup();
    }

    @Example
    void theKilledOfManchuria() {
        Discrepancy row = of("21,389", "83,737");
        assertEquals(Overlap.BEFORE, row.relation());
        assertEquals(Interval.of(62348), row.difference());
        assertEquals("83737/21389", row.ratio().low().toString());
        assertEquals(row.ratio().low(), row.ratio().high().orElseThrow());
        assertEquals(62348, row.gap());
        assertEquals(OptionalDouble.of(0), row.overlap());
        assertEquals(83737.0 / 21389, row.separation());
    }

    @Example
    void rangesThatOverlap() {
        // methods.md: [100, 200] against [150, 300]: gap 0, whole-number Jaccard 51/201.
        Discrepancy row = of("100–200", "150–300");
        assertEquals(Overlap.OVERLAPS, row.relation());
        assertEquals(Interval.of(-50, 200), row.difference());
        assertEquals("[0.75, 3]", row.ratio().toString());
        assertEquals(0, row.gap());
        assertEquals(OptionalDouble.of(51.0 / 201), row.overlap());
        assertEquals(1, row.separation());
    }

    @Example
    void twoEqualNumbersAgreeFully() {
        assertEquals(OptionalDouble.of(1), of("5", "5").overlap());
        assertEquals(Overlap.EQUALS, of("5", "5").relation());
    }

    @Example
    void ratiosOfNothing() {
        assertEquals(RationalRange.ANY, of("0", "0").ratio());
        assertEquals(RationalRange.ANY, of("0", "5").ratio());
        assertEquals("[0, 0]", of("5", "0").ratio().toString());
        assertEquals("[0.5, Infinity]", of("0–10", "5").ratio().toString());
        assertEquals(Double.POSITIVE_INFINITY, of("0", "5").separation());
        assertEquals(1, of("0", "0").separation());
    }

    @Example
    void openEnds() {
        Discrepancy row = of("at least 300", "100–200");
        assertEquals(Interval.of(Double.NEGATIVE_INFINITY, -100), row.difference());
        assertEquals("[0, 0.666667]", row.ratio().toString());
        assertEquals(100, row.gap());
        assertEquals(OptionalDouble.empty(), row.overlap());
    }

    @Example
    void onlyOneQuantityAtATime() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Discrepancy.of(killed("5", "a"), killed("5", "a").in("hill")));
        assertThrows(IllegalArgumentException.class, () -> Discrepancy.of(killed("5", "a"), killed("heavy", "a")));
    }

    @Example
    void widestFirstThenInDossierOrder() {
        Dossier dossier = Dossier.of(
                "battle",
                Claim.of("A", "killed", "10", "s"),
                Claim.of("B", "killed", "100–200", "s"),
                Claim.of("A", "killed", "20", "t"),
                Claim.of("B", "killed", "500", "t"), // 500 / 200 = 2.5
                Claim.of("C", "killed", "7", "s"),
                Claim.of("A", "killed", "20", "u"), // 20 / 10 = 2, twice
                Claim.of("C", "killed", "heavy", "t"),
                Claim.of("C", "killed", "0", "u")); // 7 / 0
        assertEquals(
                List.of("C5 C8", "B2 B4", "A1 A3", "A1 A6", "A3 A6"),
                Discrepancies.of(dossier).rows().stream()
                        .map(row -> row.a().quantity().party() + row.a().id().substring(1) + " "
                                + row.b().quantity().party() + row.b().id().substring(1))
                        .toList());
    }

    @Property
    @Domain(SmallDossiers.class)
    void everyPairStandsOnce(@ForAll Dossier dossier) {
        List<Discrepancy> rows = Discrepancies.of(dossier).rows();
        Set<String> pairs = new TreeSet<>();
        List<Claim> claims = dossier.claims();
        for (int i = 0; i < claims.size(); i++) {
            for (int j = i + 1; j < claims.size(); j++) {
                Claim a = claims.get(i);
                Claim b = claims.get(j);
                if (a.quantity().equals(b.quantity())
                        && a.figure().range().isPresent()
                        && b.figure().range().isPresent()) {
                    pairs.add(a.id() + " " + b.id());
                }
            }
        }
        Map<String, Integer> place = new HashMap<>();
        for (Discrepancy row : rows) {
            place.put(row.a().id() + " " + row.b().id(), place.size());
        }
        assertEquals(rows.size(), place.size());
        assertEquals(pairs, new TreeSet<>(place.keySet()));
        for (int i = 1; i < rows.size(); i++) {
            assertTrue(rows.get(i - 1).separation() >= rows.get(i).separation());
        }
        for (Discrepancy row : rows) {
            Interval a = row.a().figure().range().orElseThrow();
            Interval b = row.b().figure().range().orElseThrow();
            // By brute force over whole numbers, up to one that stands for an open end.
            double top = 40;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            double near = Double.POSITIVE_INFINITY;
            int both = 0;
            int either = 0;
            for (double x = 0; x <= top; x++) {
                both += a.contains(x) && b.contains(x) ? 1 : 0;
                either += a.contains(x) || b.contains(x) ? 1 : 0;
                for (double y = 0; y <= top; y++) {
                    if (a.contains(x) && b.contains(y)) {
                        least = Math.min(least, y - x);
                        most = Math.max(most, y - x);
                        near = Math.min(near, Math.abs(y - x));
                    }
                }
            }
            boolean openA = Double.isInfinite(a.sup());
            boolean openB = Double.isInfinite(b.sup());
            assertEquals(
                    openA ? Double.NEGATIVE_INFINITY : least, row.difference().inf());
            assertEquals(
                    openB ? Double.POSITIVE_INFINITY : most, row.difference().sup());
            assertEquals(near, row.gap());
            assertEquals(
                    openA || openB ? OptionalDouble.empty() : OptionalDouble.of((double) both / either), row.overlap());
        }
    }

    /** Of 1,001 claims: 3 is the lowest low and lowest high end, 5,000–6,000 has the highest ends. */
    @Example
    void overAThousandClaimsOnlyTheExtremes() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 999; i++) {
            claims.add(killed(Integer.toString(100 + i), "s" + i));
        }
        claims.add(500, killed("3", "low"));
        Discrepancies thousand = Discrepancies.of(Dossier.of("battle", claims));
        assertEquals(1000 * 999 / 2, thousand.rows().size());
        assertEquals(List.of(), thousand.problems());

        claims.add(200, killed("5,000–6,000", "high"));
        Discrepancies cut = Discrepancies.of(Dossier.of("battle", claims));
        assertEquals(1, cut.rows().size());
        assertEquals(List.of("high"), cut.rows().get(0).a().sources());
        assertEquals(List.of("low"), cut.rows().get(0).b().sources());
        Problem problem = cut.problems().get(0);
        assertEquals("discrepancies.csv", problem.file());
        assertTrue(problem.message().contains("1001 claims"), problem.message());
        assertTrue(problem.text().contains("Japan: killed"), problem.text());
    }

    /** One claim may hold two of the extreme ends. */
    @Example
    void aClaimMayHoldTwoExtremes() {
        List<Claim> claims = new ArrayList<>();
        for (Interval range :
                List.of(Interval.of(4, 900), Interval.of(5, 8), Interval.of(700, 710), Interval.of(650, 660))) {
            claims.add(killed(text(range), "s"));
        }
        for (int i = 0; i < 1000; i++) {
            claims.add(killed("100–" + (200 + i % 7), "s"));
        }
        claims.add(killed("4–900", "later")); // of equal ends the first in the dossier stands for all
        // Least low 4 (C1), greatest low 700 (C3), least high 8 (C2), greatest high 900 (C1).
        Set<String> paired = new TreeSet<>();
        for (Discrepancy row : Discrepancies.of(Dossier.of("battle", claims)).rows()) {
            paired.add(row.a().id());
            paired.add(row.b().id());
        }
        assertEquals(Set.of("C1", "C2", "C3"), paired);
    }
}
