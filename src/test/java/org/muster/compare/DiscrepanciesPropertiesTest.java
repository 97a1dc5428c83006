package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Source;
import org.muster.exact.RationalRange;
import org.muster.interval.Interval;
import org.muster.interval.Overlap;
import org.muster.text.Problem;

/** How two statements differ. */
class DiscrepanciesPropertiesTest {

    private static Claim killed(String figure, String source) {
        return Claim.of("Japan", "killed", figure, source);
    }

    private static Discrepancy of(String a, String b) {
        return Discrepancies.of(Dossier.of("battle", killed(a, "a"), killed(b, "b")))
                .rows()
                .get(0);
    }

    @Example
    void theKilledOfManchuria() {
        Discrepancy row = of("83,737", "21,389");
        assertEquals(List.of("b"), row.a().voices(), "the lower one, whatever the order of the claims");
        assertEquals(Overlap.BEFORE, row.relation());
        assertEquals(Interval.of(62348), row.difference());
        assertEquals("83737/21389", row.ratio().low().toString());
        assertEquals(row.ratio().low(), row.ratio().high().orElseThrow());
        assertEquals(62348, row.gap());
        assertEquals(OptionalDouble.of(0), row.overlap());
        assertEquals(83737.0 / 21389, row.separation());
        assertEquals(
                "Japan: killed: 21,389 (b) against 83,737 (a), ratio 3.91495 to 3.91496, difference 62348",
                row.toString());
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
    void ratiosOfNothing() {
        assertEquals(RationalRange.ANY, of("0", "5").ratio());
        assertEquals("[0.5, Infinity]", of("0–10", "5").ratio().toString());
        assertEquals(Double.POSITIVE_INFINITY, of("0", "5").separation());
    }

    @Example
    void openEnds() {
        Discrepancy row = of("at least 300", "100–200");
        assertEquals(Interval.of(100, Double.POSITIVE_INFINITY), row.difference());
        assertEquals("[1.5, Infinity]", row.ratio().toString());
        assertEquals(100, row.gap());
        assertEquals(OptionalDouble.empty(), row.overlap());
        assertTrue(row.toString().endsWith("(a), ratio at least 1.5, difference at least 100"), row.toString());
    }

    @Example
    void onlyOneQuantityAtATime() {
        Dossier dossier =
                Dossier.of("battle", killed("5", "a"), killed("6", "a").in("hill"));
        assertThrows(
                IllegalArgumentException.class,
                () -> Discrepancy.of(
                        Statement.of(dossier, dossier.quantities().get(0)).get(0),
                        Statement.of(dossier, dossier.quantities().get(1)).get(0)));
    }

    /** A figure that several works repeat is one statement; what is said as of another date, or softly, is another. */
    @Example
    void whatIsRepeatedStandsOnce() {
        List<Discrepancy> rows = Discrepancies.of(Dossier.of(
                                "battle",
                                killed("500 killed", "a").at("p. 1"),
                                killed("heavy", "d"),
                                killed("500 dead", "b").claimedBy("North").at("p. 2"),
                                killed("700", "c"),
                                killed("about 500", "c"),
                                killed("500 killed", "c").at("p. 1"),
                                killed("500", "e").asOf("1945-08"))
                        .with(
                                Source.of("a"),
                                Source.of("b"),
                                Source.of("c"),
                                Source.of("d"),
                                new Source("e", "", "", "", "", "", "", "archive", "")))
                .rows();
        // Three statements of 500, which do not differ, each against the 700.
        assertEquals(3, rows.size());
        Statement first = rows.get(0).a();
        assertEquals(List.of("C1", "C3", "C6"), first.ids());
        assertEquals(List.of("500 killed", "500 dead"), first.texts());
        assertEquals(List.of("a", "North", "c"), first.voices());
        assertEquals(List.of("North"), first.claimants());
        assertEquals(List.of("a", "b", "c"), first.sources());
        assertEquals(List.of("p. 1", "p. 2"), first.locators());
        assertEquals(List.of("exactly"), first.qualifiers());
        assertTrue(rows.get(1).a().soft());
        assertEquals(List.of("archive"), rows.get(2).a().voices());
    }

    @Example
    void widestFirstThenInDossierOrderAndDifferentDatesLast() {
        Dossier dossier = Dossier.of(
                "battle",
                Claim.of("A", "killed", "10", "s"),
                Claim.of("B", "killed", "100–200", "s"),
                Claim.of("A", "killed", "20", "t"),
                Claim.of("B", "killed", "500", "t"), // 500 / 200 = 2.5
                Claim.of("C", "killed", "7", "s"),
                Claim.of("C", "killed", "heavy", "t"),
                Claim.of("C", "killed", "0", "u"), // 7 / 0
                Claim.of("D", "killed", "1", "s").asOf("1945-07"),
                Claim.of("D", "killed", "9", "s").asOf("1945-08"), // 9, but of different dates
                Claim.of("D", "killed", "2", "t").asOf("1945"), // 9 / 2 and 2 / 1
                Claim.of("E", "killed", "20", "s"),
                Claim.of("E", "killed", "40", "s"));
        assertEquals(
                List.of("C7 C5", "D10 D9", "B2 B4", "A1 A3", "D8 D10", "E11 E12", "D8 D9"),
                Discrepancies.of(dossier).rows().stream()
                        .map(row -> row.quantity().party()
                                + row.a().ids().get(0).substring(1) + " "
                                + row.quantity().party() + row.b().ids().get(0).substring(1))
                        .toList());
    }

    /** As doubles both ratios are 1 + 2^-52: 2^53 / (2^53 − 2) is the greater of the two. */
    @Example
    void ratiosAreComparedExactly() {
        String top = "9007199254740992";
        List<Discrepancy> rows = Discrepancies.of(Dossier.of(
                        "battle",
                        Claim.of("A", "killed", "9007199254740991", "s"),
                        Claim.of("A", "killed", top, "t"),
                        Claim.of("B", "killed", "9007199254740990", "s"),
                        Claim.of("B", "killed", top, "t")))
                .rows();
        assertEquals(
                List.of("B", "A"),
                rows.stream().map(row -> row.quantity().party()).toList());
    }

    /** Claims about two quantities with few numbers, dates, voices and copies. */
    @Provide
    Arbitrary<Dossier> crowded() {
        return Arbitraries.longs().withoutEdgeCases().map(seed -> crowded(new Random(seed)));
    }

    private static Dossier crowded(Random random) {
        List<Claim> claims = new ArrayList<>();
        int number = 1 + random.nextInt(14);
        for (int i = 0; i < number; i++) {
            int low = random.nextInt(9);
            String range = low + (random.nextInt(3) == 0 ? "–" + (low + 1 + random.nextInt(4)) : "");
            String figure = List.of("about ", "at least ", "up to ", "heavy", "", "", "", "", "")
                    .get(random.nextInt(9));
            figure = figure.equals("heavy") ? figure : figure + range;
            claims.add(Claim.of("Side", random.nextBoolean() ? "killed" : "strength", figure, "s" + random.nextInt(4))
                    .claimedBy(random.nextInt(4) == 0 ? "Side" : "")
                    .asOf(List.of("", "", "1945", "1945-07", "1945-08").get(random.nextInt(5)))
                    .named("c" + i));
        }
        Dossier dossier = Dossier.of("battle", claims);
        return random.nextBoolean()
                ? dossier
                : dossier.with(
                        Source.of("s0"),
                        new Source("s1", "", "", "", "", "", "", "s0", ""),
                        new Source("s2", "", "", "", "", "", "", "archive", ""),
                        Source.of("s3"));
    }

    /** A row as text, without regard to the order of lists in a cell. */
    private static String shown(Discrepancy row) {
        List<String> cells = new ArrayList<>(List.of(row.quantity().toString()));
        for (Statement side : List.of(row.a(), row.b())) {
            for (List<String> list : List.of(
                    side.ids(),
                    side.texts(),
                    side.qualifiers(),
                    side.voices(),
                    side.claimants(),
                    side.sources(),
                    side.locators())) {
                cells.add(new TreeSet<>(list).toString());
            }
            cells.add(side.asOf() + " " + side.range() + side.soft());
        }
        cells.add(row.relation() + " " + row.difference() + row.ratio() + row.gap() + row.overlap());
        return cells.toString();
    }

    /** A number as a fraction of two whole numbers; 1/0 is an open end. */
    private static BigInteger[] fraction(double over, double under) {
        return new BigInteger[] {BigInteger.valueOf((long) over), BigInteger.valueOf((long) under)};
    }

    private static int compare(BigInteger[] x, BigInteger[] y) {
        return x[0].multiply(y[1]).compareTo(y[0].multiply(x[1]));
    }

    /** The ratio between the nearer ends of two ranges, by every pair of whole numbers in them. */
    private static BigInteger[] separation(Interval a, Interval b) {
        BigInteger[] least = null;
        for (int x = 0; x <= TOP; x++) {
            for (int y = 0; y <= TOP; y++) {
                if (a.contains(x) && b.contains(y)) {
                    int greater = Math.max(x, y);
                    BigInteger[] ratio = greater == 0 ? fraction(1, 1) : fraction(greater, Math.min(x, y));
                    least = least == null || compare(ratio, least) < 0 ? ratio : least;
                }
            }
        }
        return least;
    }

    private static final int TOP = 30;

    @Property
    void everyPairOfStatementsStandsOnceAndIsRight(@ForAll("crowded") Dossier dossier) {
        // By brute force over the claims: two that differ in range make a row, told by range, softness and date.
        Set<Set<String>> pairs = new HashSet<>();
        List<Claim> claims = dossier.claims().stream()
                .filter(claim -> claim.figure().hasNumber())
                .toList();
        for (Claim a : claims) {
            for (Claim b : claims) {
                if (a.quantity().equals(b.quantity())
                        && !a.figure().range().equals(b.figure().range())) {
                    pairs.add(Set.of(key(a), key(b)));
                }
            }
        }
        List<Discrepancy> rows = Discrepancies.of(dossier).rows();
        Set<Set<String>> found = new HashSet<>();
        for (Discrepancy row : rows) {
            for (Statement side : List.of(row.a(), row.b())) {
                Set<String> keys = new HashSet<>();
                side.claims().forEach(claim -> keys.add(key(claim)));
                assertEquals(1, keys.size());
                List<Claim> same = claims.stream()
                        .filter(claim -> keys.contains(key(claim)))
                        .toList();
                assertEquals(same, side.claims());
            }
            assertTrue(found.add(
                    Set.of(key(row.a().claims().get(0)), key(row.b().claims().get(0)))));
            check(row);
        }
        assertEquals(pairs, found);
        for (int i = 1; i < rows.size(); i++) {
            Discrepancy before = rows.get(i - 1);
            Discrepancy after = rows.get(i);
            assertFalse(before.isOfDifferentDates() && !after.isOfDifferentDates());
            if (before.isOfDifferentDates() == after.isOfDifferentDates()) {
                BigInteger[] wide = separation(before.a().range(), before.b().range());
                BigInteger[] narrow = separation(after.a().range(), after.b().range());
                assertTrue(compare(wide, narrow) >= 0, () -> before + " before " + after);
            }
        }
    }

    private static String key(Claim claim) {
        return claim.quantity() + " " + claim.figure().range() + claim.figure().isSoft() + claim.asOf();
    }

    /** One row by brute force over whole numbers, up to one that stands for an open end. */
    private static void check(Discrepancy row) {
        Interval a = row.a().range();
        Interval b = row.b().range();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double near = Double.POSITIVE_INFINITY;
        int both = 0;
        int either = 0;
        for (double x = 0; x <= TOP; x++) {
            both += a.contains(x) && b.contains(x) ? 1 : 0;
            either += a.contains(x) || b.contains(x) ? 1 : 0;
            for (double y = 0; y <= TOP; y++) {
                if (a.contains(x) && b.contains(y)) {
                    least = Math.min(least, y - x);
                    most = Math.max(most, y - x);
                    near = Math.min(near, Math.abs(y - x));
                }
            }
        }
        boolean openA = Double.isInfinite(a.sup());
        boolean openB = Double.isInfinite(b.sup());
        assertEquals(openA ? Double.NEGATIVE_INFINITY : least, row.difference().inf());
        assertEquals(openB ? Double.POSITIVE_INFINITY : most, row.difference().sup());
        assertEquals(near, row.gap());
        assertEquals(
                openA || openB ? OptionalDouble.empty() : OptionalDouble.of((double) both / either), row.overlap());
        BigInteger[] nearer = separation(a, b);
        assertEquals(nearer[0].doubleValue() / nearer[1].doubleValue(), row.separation());
        assertTrue(a.inf() < b.inf() || a.inf() == b.inf() && a.sup() <= b.sup());
    }

    /** Rows may change places only with rows that are as wide; what stands in them does not change. */
    @Property
    void theOrderOfTheClaimsDoesNotMatter(@ForAll("crowded") Dossier dossier, @ForAll long seed) {
        List<Claim> claims = new ArrayList<>(dossier.claims());
        Collections.shuffle(claims, new Random(seed));
        Dossier shuffled = Dossier.of("battle", claims).with(dossier.sources().toArray(Source[]::new));
        List<Discrepancy> before = Discrepancies.of(dossier).rows();
        List<Discrepancy> after = Discrepancies.of(shuffled).rows();
        assertEquals(sorted(before), sorted(after));
        for (int i = 0; i < before.size(); i++) {
            assertEquals(0, Discrepancy.WIDEST_FIRST.compare(before.get(i), after.get(i)));
        }
        // Where each of the two quantities keeps one pair, that does not depend on the order either.
        Discrepancies few = Discrepancies.of(dossier, 2);
        if (before.size() > 2) {
            assertEquals(
                    sorted(few.rows()), sorted(Discrepancies.of(shuffled, 2).rows()));
        }
    }

    private static List<String> sorted(List<Discrepancy> rows) {
        return rows.stream().map(DiscrepanciesPropertiesTest::shown).sorted().toList();
    }

    private static Dossier numbers(String party, int first, int many) {
        Claim[] claims = new Claim[many];
        Arrays.setAll(claims, i -> Claim.of(party, "killed", Integer.toString(first + i), "s" + i));
        return Dossier.of("battle", claims);
    }

    /** Of 1 … 50, 300+, up to 700 and 60–800: 20 from below, and from above 300+, 60–800, up to 700 and 17 numbers. */
    @Example
    void overFortyStatements() {
        assertEquals(780, Discrepancies.of(numbers("A", 1, 40)).rows().size());
        assertEquals(List.of(), Discrepancies.of(numbers("A", 1, 40)).problems());
        Discrepancies cut = Discrepancies.of(numbers("A", 1, 50)
                .with(
                        Claim.of("A", "killed", "60–800", "x"),
                        Claim.of("A", "killed", "300+", "y"),
                        Claim.of("A", "killed", "up to 700", "z")));
        assertEquals(780, cut.rows().size());
        Set<String> compared = new HashSet<>();
        for (Discrepancy row : cut.rows()) {
            compared.addAll(row.a().texts());
            compared.addAll(row.b().texts());
        }
        Set<String> expected = new HashSet<>(Set.of("60–800", "300+", "up to 700"));
        // From below: up to 700 (which begins at 0), 1 … 19. From above: 300+, 60–800, (up to 700), 50 … 33.
        for (int i = 1; i <= 19; i++) {
            expected.add(Integer.toString(i));
        }
        for (int i = 33; i <= 50; i++) {
            expected.add(Integer.toString(i));
        }
        assertEquals(expected, compared);
        Problem problem = cut.problems().get(0);
        assertEquals("discrepancies.csv", problem.file());
        assertTrue(problem.message().startsWith("only 40 of 53 statements are compared"), problem.message());
        assertEquals("A: killed [battle]", problem.text());
    }

    /** A: 2, 4–6, 20; B: 5, 0–9; C: 1, 100; D says one number twice. */
    @Example
    void overTheMostRows() {
        Dossier dossier = Dossier.of(
                "battle",
                Claim.of("A", "killed", "2", "s"),
                Claim.of("A", "killed", "4–6", "s"),
                Claim.of("A", "killed", "20", "s"),
                Claim.of("B", "killed", "5", "s"),
                Claim.of("B", "killed", "about 5", "s"),
                Claim.of("B", "killed", "0–9", "s"),
                Claim.of("C", "killed", "1", "s"),
                Claim.of("C", "killed", "100", "s"),
                Claim.of("D", "killed", "1", "s"),
                Claim.of("D", "killed", "1", "t"));
        assertEquals(6, Discrepancies.of(dossier, 6).rows().size());
        assertEquals(List.of(), Discrepancies.of(dossier, 6).problems());

        Discrepancies one = Discrepancies.of(dossier, 5);
        assertEquals(List.of("1 100", "2 20", "0–9 5"), texts(one));
        assertTrue(
                one.problems().get(0).message().startsWith("there would be more than 5 rows: for each quantity only"));

        Discrepancies two = Discrepancies.of(dossier, 2);
        assertEquals(List.of("1 100", "2 20"), texts(two));
        assertTrue(two.problems()
                .get(1)
                .message()
                .startsWith("only 2 of 3 quantities with differing statements have a row"));
    }

    private static List<String> texts(Discrepancies rows) {
        return rows.rows().stream()
                .map(row -> row.a().texts().get(0) + " " + row.b().texts().get(0))
                .toList();
    }
}
