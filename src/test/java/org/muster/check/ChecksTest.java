package org.muster.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.compare.Ranges;
import org.muster.compare.Tolerance;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.dossier.Source;
import org.muster.dossier.WrittenRule;
import org.muster.figure.Measure;
import org.muster.interval.Interval;
import org.muster.rows.Column;
import org.muster.text.Problem;

/** Checks by example: the numbers are small enough to add in one's head. */
class ChecksTest {

    private static Claim claim(String party, String measure, String figure, String source) {
        return Claim.of(party, measure, figure, source);
    }

    private static List<String> told(Dossier dossier) {
        return Checks.of(dossier).rows().stream()
                .map(row -> row.quantity().orElseThrow().label() + " "
                        + told(row.whole().range()) + " against "
                        + told(row.parts().range()) + " " + row.partsFrom() + ": " + row.verdict() + " "
                        + told(row.residual()))
                .toList();
    }

    private static String told(Interval range) {
        return range.isSingleton() ? "[" + (long) range.inf() + "]" : range.toString();
    }

    private static Dossier of(List<Claim> claims, Breakdown... breakdowns) {
        return Dossier.of("battle", claims).with(breakdowns);
    }

    private static final Breakdown FRONTS = Breakdown.of(Dimension.PARTY, "A", "A1", "A2");

    private static List<Claim> fronts(String whole, String first, String second) {
        return List.of(
                claim("A", "tanks strength", whole, "book"),
                claim("A1", "tanks strength", first, "book"),
                claim("A2", "tanks strength", second, "book"));
    }

    @Test
    void sums() {
        assertEquals(
                List.of("A: tanks strength [30] against [30] same voice: holds [0]"),
                told(of(fronts("30", "10", "20"), FRONTS)));
        assertEquals(
                List.of("A: tanks strength [29] against [30] same voice: short [-1]"),
                told(of(fronts("29", "10", "20"), FRONTS)));
        assertEquals(
                List.of("A: tanks strength [31] against [30] same voice: over [1]"),
                told(of(fronts("31", "10", "20"), FRONTS)));
        assertEquals(
                List.of("A: tanks strength [28, 32] against [30] same voice: possible [-2, 2]"),
                told(of(fronts("28–32", "10", "20"), FRONTS)));
        assertEquals(
                List.of("A: tanks strength [25, Infinity] against [30] same voice: possible [-5, Infinity]"),
                told(of(fronts("at least 25", "10", "20"), FRONTS)));
    }

    @Test
    void aPartWithoutAFigureMayBeAnything() {
        // 30 − [10, ∞) reaches down without end; 9 is short whatever the other part is.
        assertEquals(
                List.of("A: tanks strength [30] against [10, Infinity] ranges: open [-Infinity, 20]"),
                told(of(fronts("30", "10", "unknown"), FRONTS)));
        assertEquals(
                List.of("A: tanks strength [9] against [10, Infinity] ranges: short [-Infinity, -1]"),
                told(of(fronts("9", "10", "heavy"), FRONTS)));
        assertEquals(List.of(), told(of(fronts("30", "unknown", "heavy"), FRONTS)));
        assertEquals(List.of(), told(of(fronts("unknown", "10", "20"), FRONTS)));
    }

    @Test
    void boundsFromBelow() {
        Breakdown some = Breakdown.within(Dimension.PARTY, "A", "A1", "A2");
        assertEquals(
                List.of("A: tanks strength [40] against [30] same voice: holds [10]"),
                told(of(fronts("40", "10", "20"), some)));
        assertEquals(
                List.of("A: tanks strength [20] against [30] same voice: short [-10]"),
                told(of(fronts("20", "10", "20"), some)));
        assertEquals(
                List.of("A: tanks strength [30] against [25, 35] same voice: possible [-5, 5]"),
                told(of(fronts("30", "5–15", "20"), some)));
        Check row = Checks.of(of(fronts("40", "10", "20"), some)).rows().get(0);
        assertEquals("bound", row.kind().toString());
    }

    /** Divisions that served on both fronts: between the greater part and the sum. */
    @Test
    void sharedBreakdowns() {
        Breakdown shared = new Breakdown(Dimension.PARTY, "A", "", List.of("A1", "A2"), Completeness.SHARED);
        assertEquals(
                List.of(
                        "A: tanks strength [25] against [30] same voice: holds [-5]",
                        "A: tanks strength [25] against [20] same voice: holds [5]"),
                told(of(fronts("25", "10", "20"), shared)));
        assertEquals(
                List.of(
                        "A: tanks strength [19] against [20] same voice: short [-1]",
                        "A: tanks strength [19] against [30] same voice: holds [-11]"),
                told(of(fronts("19", "10", "20"), shared)));
        assertEquals(
                List.of(
                        "A: tanks strength [31] against [30] same voice: over [1]",
                        "A: tanks strength [31] against [20] same voice: holds [11]"),
                told(of(fronts("31", "10", "20"), shared)));
        // The greater part may be 26, more than the whole; the sum may be 30 to 36.
        assertEquals(
                List.of(
                        "A: tanks strength [25] against [20, 26] same voice: possible [-1, 5]",
                        "A: tanks strength [25] against [30, 36] same voice: holds [-11, -5]"),
                told(of(fronts("25", "10", "20–26"), shared)));
        assertEquals(
                List.of("sum party: A <= A1 + A2", "bound party: A >= greatest of A1, A2"),
                Checks.of(of(fronts("25", "10", "20"), shared)).rows().stream()
                        .map(row -> row.kind() + " " + row.rule())
                        .toList());
    }

    @Test
    void theOwnSourceFirstThenTheRanges() {
        List<Claim> claims = new ArrayList<>(fronts("30", "10", "20"));
        claims.add(claim("A", "tanks strength", "35", "archive"));
        claims.add(claim("A1", "tanks strength", "14", "archive"));
        // The archive has one front only: the ranges are 10–14 and 20.
        assertEquals(
                List.of(
                        "A: tanks strength [35] against [30, 34] ranges: over [1, 5]",
                        "A: tanks strength [30] against [30] same voice: holds [0]"),
                told(of(claims, FRONTS)));
    }

    /** Of one source's "over 8" and "10" the bound limits and does not widen. */
    @Test
    void theOwnSourceIsReadLikeAnyOther() {
        List<Claim> claims = new ArrayList<>(fronts("30", "10", "20"));
        claims.add(claim("A1", "tanks strength", "over 8", "book"));
        assertEquals(List.of("A: tanks strength [30] against [30] same voice: holds [0]"), told(of(claims, FRONTS)));
    }

    @Test
    void aBookThatReportsTwoSides() {
        List<Claim> claims = List.of(
                claim("A", "killed", "30", "book").claimedBy("A"),
                claim("A", "killed", "300", "book").claimedBy("B"),
                claim("A1", "killed", "10", "book").claimedBy("A"),
                claim("A1", "killed", "100", "book").claimedBy("B"),
                claim("A2", "killed", "20", "book").claimedBy("A"),
                claim("A2", "killed", "200", "book").claimedBy("B"));
        assertEquals(
                List.of(
                        "A: killed [30] against [30] same voice: holds [0]",
                        "A: killed [300] against [300] same voice: holds [0]"),
                told(of(claims, FRONTS)));
    }

    @Test
    void claimsOfEqualRangeShareARow() {
        List<Claim> claims = new ArrayList<>(fronts("30", "10", "20"));
        claims.add(claim("A", "tanks strength", "30", "archive"));
        claims.add(claim("A", "tanks strength", "about 30", "letter")); // says so less firmly
        List<Check> rows = Checks.of(of(claims, FRONTS)).rows();
        assertEquals(2, rows.size());
        assertEquals(
                List.of("C1", "C4"),
                rows.get(0).whole().claims().stream().map(Claim::id).toList());
        assertEquals("same voice", rows.get(0).partsFrom().toString());
        assertFalse(rows.get(0).soft());
        assertTrue(rows.get(1).soft());
    }

    @Test
    void softnessAndTolerance() {
        Dossier dossier = of(fronts("about 32", "10", "20"), FRONTS);
        Check over = Checks.of(dossier).rows().get(0);
        assertTrue(over.soft());
        assertEquals("over", over.verdict().toString());
        // 10 % of 32 is 3.2: from 28.8 to 35.2.
        Check widened = Checks.of(dossier, Tolerance.about("10%")).rows().get(0);
        assertEquals("possible", widened.verdict().toString());
        assertEquals("about 10%", widened.tolerance().toString());
        assertTrue(Interval.of(29, 35).isInterior(widened.whole().range()));
        assertFalse(
                Checks.of(of(fronts("32", "10", "20"), FRONTS)).rows().get(0).soft());
    }

    @Test
    void severalBreakdownsOfOneWholeAreCheckedApart() {
        List<Claim> claims = new ArrayList<>(fronts("30", "10", "20"));
        claims.add(claim("Army", "tanks strength", "25", "book"));
        claims.add(claim("Navy", "tanks strength", "4", "book"));
        Breakdown services = new Breakdown(Dimension.PARTY, "A", "services", List.of("Army", "Navy"), Completeness.YES);
        assertEquals(
                List.of(
                        "A: tanks strength [30] against [29] same voice: over [1]",
                        "A: tanks strength [30] against [30] same voice: holds [0]"),
                told(of(claims, FRONTS, services)));
        assertEquals(
                List.of("party (services): A = Army + Navy", "party: A = A1 + A2"),
                Checks.of(of(claims, FRONTS, services)).rows().stream()
                        .map(Check::rule)
                        .toList());
    }

    /** killed_wounded = killed + wounded is built in: 12 = 5 + 6 is over by 1, unless switched off. */
    @Test
    void builtInBreakdownsCanBeSwitchedOff() {
        List<Claim> claims = List.of(
                claim("A", "killed_wounded", "12", "book"),
                claim("A", "killed", "5", "book"),
                claim("A", "wounded", "6", "book"));
        assertEquals(
                List.of("A: killed_wounded [12] against [11] same voice: over [1]"),
                told(Dossier.of("battle", claims)));
        assertEquals(
                List.of(),
                told(of(claims, new Breakdown(Dimension.STATE, "killed_wounded", "", List.of(), Completeness.OFF))));
    }

    @Test
    void lossesAreAtMostTheStrength() {
        // 40 + 30 + 35 = 105 of 100 men, although each by itself fits; 20 tanks of 18.
        List<Claim> claims = List.of(
                claim("A", "strength", "100", "book"),
                claim("A", "killed", "40", "book"),
                claim("A", "missing", "30", "book"),
                claim("A", "captured", "35", "book"),
                claim("A", "wounded", "60", "book"),
                claim("A", "tanks strength", "18", "book"),
                claim("A", "tanks lost", "20", "book"));
        assertEquals(
                List.of(
                        "losses: tanks strength >= tanks lost short [-2]",
                        "losses: strength >= killed + missing + captured short [-5]",
                        "losses: strength >= missing holds [70]",
                        "losses: strength >= captured holds [65]",
                        "losses: strength >= killed holds [60]",
                        "losses: strength >= wounded holds [40]"),
                Checks.of(Dossier.of("battle", claims)).rows().stream()
                        .map(row -> row.rule() + " " + row.verdict() + " " + told(row.residual()))
                        .toList());
    }

    @Test
    void lossesElsewhereSayNothing() {
        assertEquals(
                List.of(),
                told(Dossier.of(
                        "battle",
                        claim("A", "strength", "100", "book"),
                        claim("A", "killed", "200", "book").in("hill"),
                        claim("B", "killed", "200", "book"))));
    }

    /** The same men fight twice: events add losses, never strengths. */
    @Test
    void eventsNeverSumStrengths() {
        List<Claim> claims = new ArrayList<>();
        Quantity men = new Quantity("war", "A", "", Measure.parse("strength"), "");
        for (String event : List.of("war", "spring", "autumn")) {
            claims.add(claim("A", "strength", "100", "book").with(men.with(Dimension.EVENT, event)));
            claims.add(claim("A", "killed", "10", "book")
                    .with(men.with(Dimension.EVENT, event).with(Dimension.STATE, "killed")));
        }
        List<String> rules =
                Checks.of(of(claims, Breakdown.of(Dimension.EVENT, "war", "spring", "autumn"))).rows().stream()
                        .filter(row -> row.rule().startsWith("event"))
                        .map(row -> row.quantity().orElseThrow().measure() + " " + row.verdict() + " "
                                + told(row.residual()))
                        .toList();
        assertEquals(List.of("killed short [-10]"), rules);
    }

    @Test
    void gravestFirst() {
        List<Claim> claims = new ArrayList<>();
        int party = 0;
        List<Breakdown> breakdowns = new ArrayList<>();
        for (List<String> figures : Arrays.asList(
                List.of("30", "10", "20"), // P0 holds
                List.of("30", "10", "unknown"), // P1 open
                List.of("29–31", "10", "20"), // P2 possible, off by 1 of 29 at the nearer end
                List.of("31", "10", "20"), // P3 over
                List.of("about 15", "10", "20"), // P4 short by all of the whole
                List.of("29", "10", "20"), // P5 short by 1 of 29
                List.of("20", "10", "20"), // P6 short by 10 of 20
                List.of("60", "10", "20"), // P7 over by 30 of 60
                List.of("100", "10", "60"), // P8 over by 30 of 100
                List.of("25–200", "10", "20"))) { // P9 may be short by 5 of 25
            String whole = "P" + party++;
            claims.add(claim(whole, "killed", figures.get(0), "book"));
            claims.add(claim(whole + "a", "killed", figures.get(1), "book"));
            claims.add(claim(whole + "b", "killed", figures.get(2), "book"));
            breakdowns.add(Breakdown.of(Dimension.PARTY, whole, whole + "a", whole + "b"));
        }
        assertEquals(
                List.of("P4", "P6", "P7", "P8", "P5", "P3", "P9", "P2", "P1", "P0"),
                Checks.of(of(claims, breakdowns.toArray(Breakdown[]::new))).rows().stream()
                        .map(row -> row.quantity().orElseThrow().party())
                        .toList());
    }

    /** Thousands of claims about a whole and its parts, each of its own source, are not compared each with each. */
    @Test
    void manyClaimsAreQuick() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            claims.add(claim("A", "killed", Integer.toString(i % 3), "w" + i));
            claims.add(claim("A1", "killed", Integer.toString(i % 5), "p" + i));
            claims.add(claim("A2", "killed", Integer.toString(i % 7), "q" + i));
        }
        Dossier dossier = of(claims, FRONTS);
        assertTimeout(
                Duration.ofMinutes(1),
                () -> assertEquals(3, Checks.of(dossier).rows().size()));
    }

    /** A voice's later count of a loss is not below its earlier ones; the final count has no date. */
    /** Of each kind, as many are kept as there is room for, and none is kept before a surer one. */
    @Test
    void theSurestOfEachKindAreKept() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String party = "A" + i % 3;
            claims.add(claim(party, "killed", Integer.toString(100 + 7 * i % 50), "book")
                    .asOf("19" + (50 - i)));
            claims.add(claim(party, "strength", Integer.toString(90 + 11 * i % 40), "other" + i));
        }
        Ranges ranges = Ranges.of(of(claims));
        List<Check> all = Checks.of(ranges).rows();
        List<Check> losses = ofKind(all, Check.Kind.LOSSES);
        List<Check> series = ofKind(all, Check.Kind.SERIES);
        assertTrue(losses.size() > 12 && series.size() > 12, all::toString);
        for (int most = 1; most <= all.size(); most++) {
            Checks cut = Checks.of(ranges, most);
            List<Check> kept = new ArrayList<>(losses.subList(0, Math.min(most, losses.size())));
            kept.addAll(series.subList(0, Math.min(most, series.size())));
            assertEquals(all.stream().filter(kept::contains).toList(), cut.rows());
            List<String> told = new ArrayList<>();
            if (most < losses.size()) {
                told.add("only the " + most + " surest of " + losses.size()
                        + " checks of sums, bounds and losses are listed");
            }
            if (most < series.size()) {
                told.add("only the " + most + " surest of " + series.size() + " checks of counts over time are listed");
            }
            assertEquals(told, cut.problems().stream().map(Problem::message).toList());
        }
    }

    private static List<Check> ofKind(List<Check> checks, Check.Kind kind) {
        return checks.stream().filter(check -> check.kind() == kind).toList();
    }

    /** A voice that counts every day is not listed without end. */
    @Test
    void countsOverTimeHaveALimit() {
        List<Claim> claims = new ArrayList<>();
        for (int day = 0; day < 300; day++) {
            claims.add(
                    claim("A", "killed", Integer.toString(1000 - day), "book").asOf(Integer.toString(1500 + day)));
        }
        Checks checks = Checks.of(of(claims));
        assertEquals(200, checks.rows().size());
        assertEquals(-299, checks.rows().get(0).residual().inf());
        assertEquals(-100, checks.rows().get(199).residual().inf());
        assertEquals(
                List.of("only the 200 most serious of 299 checks over time of one quantity are listed"),
                checks.problems().stream().map(Problem::message).toList());
    }

    @Test
    void ofManyClaimsOfThePartsTheFirstAreListed() {
        List<Claim> claims = new ArrayList<>(fronts("30", "10", "20"));
        for (int i = 0; i < 250; i++) {
            claims.add(claim("A1", "tanks strength", Integer.toString(10 + i % 2), "writer " + i));
        }
        claims.add(claim("A", "tanks strength", "35", "another"));
        Checks checks = Checks.of(of(claims, FRONTS));
        Check row = checks.rows().stream()
                .filter(check -> check.whole().voices().equals(List.of("another")))
                .findFirst()
                .orElseThrow();
        assertEquals(252, row.parts().claims().size());
        assertEquals(251, row.parts().sources().size());
        List<String> cells = new ArrayList<>();
        for (Column<Check> column : checks.columns()) {
            if (column instanceof Column.Texts<Check> texts && texts.heading().startsWith("parts")) {
                cells.add(texts.cell().apply(row));
            }
        }
        assertEquals(100, cells.get(0).split("; ").length - 1);
        assertTrue(cells.get(0).startsWith("C2; "), cells.get(0));
        assertTrue(cells.get(0).endsWith("; … and 152 more"), cells.get(0));
        assertTrue(cells.get(2).endsWith("; … and 151 more"), cells.get(2));
        assertEquals(
                List.of("of parts that rest on more than 100 claims, only 100 claims, works and dates are listed;"
                        + " quantities.csv has the claims of each part"),
                checks.problems().stream().map(Problem::message).toList());
    }

    @Test
    void countsOverTime() {
        List<String> rising = told(Dossier.of(
                "war",
                claim("A", "killed", "7,401", "a").asOf("1945-06-30"),
                claim("A", "killed", "16,000", "a").asOf("1945-11")));
        assertEquals(List.of("A: killed [16000] against [7401] same voice: holds [8599]"), rising);
        Dossier falling = Dossier.of(
                "war",
                claim("A", "killed", "16,000", "a").asOf("1945-06-30"),
                claim("A", "killed", "7,401", "a").asOf("1945-11"),
                claim("A", "killed", "16,500", "a"));
        assertEquals(
                List.of(
                        "A: killed [7401] against [16000] same voice: short [-8599]",
                        "A: killed [16500] against [16000] same voice: holds [500]"),
                told(falling));
        assertEquals("series", Checks.of(falling).rows().get(0).kind().toString());
    }

    @Test
    void aCopyIsHeldAgainstItsOriginal() {
        Dossier dossier = Dossier.of(
                        "war",
                        claim("A", "killed", "83,737", "a"),
                        claim("A", "killed", "83,773", "b"),
                        claim("A", "killed", "83,737", "c"))
                .with(
                        Source.of("a"),
                        Source.of("b").withOrigin("a"),
                        Source.of("c").withOrigin("a"));
        assertEquals(
                List.of(
                        "A: killed [83773] against [83737] same voice: over [36]",
                        "A: killed [83737] against [83737] same voice: holds [0]"),
                told(dossier));
        assertEquals("copy", Checks.of(dossier).rows().get(0).kind().toString());
    }

    @Test
    void writtenRules() {
        Dossier dossier = Dossier.of(
                        "war",
                        claim("A", "killed", "40", "a"),
                        claim("A", "killed", "60", "b"),
                        claim("A", "captured", "70", "a"),
                        claim("A", "wounded", "90–130", "a"),
                        claim("A", "strength", "100", "a"))
                .with(
                        WrittenRule.parse("{A | killed} + {A | captured} <= {A | strength}"),
                        WrittenRule.parse("{A | wounded} >= 2 * {A | killed}"),
                        WrittenRule.parse("{A | strength} <= 400"),
                        WrittenRule.parse("{A | strength} = {A | killed} + {A | sick}"));
        assertEquals(
                List.of(
                        "R1 [100] against [110] same voice: short [-10]",
                        "R4 [100] against [40, Infinity] ranges: open [-Infinity, 60]",
                        "R3 [400] against [100] ranges: holds [300]",
                        "R2 [90, 130] against [80] same voice: holds [10, 50]"),
                Checks.of(dossier).rows().stream()
                        .filter(row -> row.kind() == Check.Kind.RULE)
                        .map(row -> row.rule().substring(0, 2) + " "
                                + told(row.whole().range()) + " against "
                                + told(row.parts().range()) + " " + row.partsFrom() + ": " + row.verdict() + " "
                                + told(row.residual()))
                        .toList());
    }

    /** Of several built-in breakdowns one makes a row if it knows a claimed part that no earlier one knows. */
    @Test
    void builtInBreakdownsDoNotRepeatOneAnother() {
        Dossier dossier = Dossier.of(
                "war",
                claim("A", "casualties", "100", "a"),
                claim("A", "killed", "30", "a"),
                claim("A", "wounded", "50", "a"),
                claim("A", "missing", "10", "a"));
        assertEquals(
                List.of("state: casualties = killed + wounded + missing + captured"),
                Checks.of(dossier).rows().stream().map(Check::rule).toList());
    }

    /** The parts of another date are no parts; earlier losses are at least what they were. */
    @Test
    void datesBindAsTheyMay() {
        assertEquals(
                List.of("A: killed [100] against [70, Infinity] ranges: open [-Infinity, 30]"),
                told(of(
                        List.of(
                                claim("A", "killed", "100", "x").asOf("1945-12"),
                                claim("A1", "killed", "40", "y").asOf("1945-06"),
                                claim("A2", "killed", "30", "y").asOf("1945-12")),
                        FRONTS)));
        assertEquals(
                List.of("A: strength [100] against [30, Infinity] ranges: open [-Infinity, 70]"),
                told(of(
                        List.of(
                                claim("A", "strength", "100", "x").asOf("1945-12"),
                                claim("A1", "strength", "40", "y").asOf("1945-06"),
                                claim("A2", "strength", "30", "y").asOf("1945-12")),
                        FRONTS)));
    }
}
