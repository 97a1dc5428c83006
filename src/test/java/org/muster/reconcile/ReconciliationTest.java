package org.muster.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.muster.compare.Costs;
import org.muster.compare.Tolerance;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.dossier.Source;
import org.muster.dossier.WrittenRule;
import org.muster.exact.Bounds;
import org.muster.exact.Rational;
import org.muster.interval.Interval;

class ReconciliationTest {

    private static Claim claim(String id, String measure, String figure, String source) {
        return Claim.of("Army", measure, figure, source).named(id);
    }

    /** Casualties of two sources, C = k + w + m: the smallest conflicts and corrections are worked out by hand. */
    private static Dossier twoSources() {
        return Dossier.of(
                        "battle",
                        claim("A:C", "casualties", "1,000–1,050", "A"),
                        claim("A:k", "killed", "200–250", "A"),
                        claim("A:w", "wounded", "500–600", "A"),
                        claim("A:m", "missing", "0–100", "A"),
                        claim("B:C", "casualties", "700–800", "B"),
                        claim("B:k", "killed", "300–400", "B"))
                .with(Breakdown.of(Dimension.STATE, "casualties", "killed", "wounded", "missing"));
    }

    private static Set<String> conflicts(Reconciliation reconciliation) {
        Set<String> sets = new TreeSet<>();
        for (Conflict conflict : reconciliation.conflicts().all()) {
            sets.add(String.join(" ", Claim.ids(conflict.claims())));
        }
        return sets;
    }

    private static Set<String> setAside(Reconciliation reconciliation) {
        Set<String> sets = new TreeSet<>();
        for (Correction correction : reconciliation.corrections().all()) {
            if (correction.actions().get(0).kind() == Correction.Kind.SET_ASIDE) {
                List<Claim> claims = new ArrayList<>();
                correction
                        .actions()
                        .forEach(action -> claims.addAll(action.statement().claims()));
                sets.add(correction.component() + " " + String.join(" ", Claim.ids(claims)));
            }
        }
        return sets;
    }

    private static Reconciled row(Reconciliation reconciliation, String label) {
        return reconciliation.rows().stream()
                .filter(row -> row.quantity().label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " is not in\n" + reconciliation));
    }

    @Test
    void smallestConflictsAndCheapestCorrectionsOfTwoSources() {
        Reconciliation reconciliation = Reconciliation.of(twoSources());
        assertEquals(Set.of("A:C B:C", "A:k B:k", "A:C A:k A:w A:m"), conflicts(reconciliation));
        assertEquals(Set.of("1 A:C A:k", "1 A:C B:k", "1 A:k B:C"), setAside(reconciliation));
        Conflict sum = reconciliation.conflicts().all().get(2);
        assertEquals(Rational.of(50), sum.shortfall());
        assertEquals(
                "Army: killed + Army: missing + Army: wounded is at most 250 + 100 + 600 = 950, but not less than"
                        + " Army: casualties, which is at least 1,000: 50 short"
                        + " (state: casualties = killed + wounded + missing)",
                sum.why());
    }

    @Test
    void conflictsAndCorrectionsByThemselvesAreThoseOfTheReconciliation() {
        Assumptions first = Assumptions.NONE.atMost(1);
        for (Assumptions assumptions : List.of(Assumptions.NONE, first)) {
            Reconciliation reconciliation = Reconciliation.of(twoSources(), assumptions);
            assertEquals(
                    reconciliation.conflicts().all(),
                    Conflicts.of(twoSources(), assumptions).all());
            assertEquals(
                    reconciliation.corrections().all(),
                    Corrections.of(twoSources(), assumptions).all());
        }
        assertEquals(3, Conflicts.of(twoSources()).all().size());
        assertFalse(Conflicts.of(twoSources(), first).isComplete());
    }

    @Test
    void startingRangesAreReadFromTheirNames() {
        for (String name : List.of("ranges", "agreed", "grades", "claimant Red Army")) {
            assertEquals(name, StartingRanges.parse(name).toString());
        }
        assertEquals(new StartingRanges.Agreed(), StartingRanges.parse("AGREED"));
        assertThrows(IllegalArgumentException.class, () -> StartingRanges.parse("claimant"));
    }

    /** Graded claims are dearer: A3 costs 8, blank 6, so that B's two claims are set aside if they have to be. */
    @Test
    void gradesDecideWhatIsSetAside() {
        Dossier graded =
                twoSources().with(Source.of("A").withGrade("A"), Source.of("B").withGrade("E"));
        Reconciliation reconciliation = Reconciliation.of(graded);
        // A costs 5 + 3, B 1 + 3: {A:C, B:k} and {A:k, B:C} cost 12, {A:C, A:k} 16.
        assertEquals(Set.of("1 A:C B:k", "1 A:k B:C"), setAside(reconciliation));
        Reconciliation dear = Reconciliation.of(graded, Assumptions.NONE.with(Costs.of(Map.of("E", 50))));
        assertEquals(Set.of("1 A:C A:k"), setAside(dear));
        assertThrows(IllegalArgumentException.class, () -> Costs.of(Map.of("G", 1)));
        assertThrows(IllegalArgumentException.class, () -> Costs.of(Map.of("A", 0)));
    }

    @Test
    void whatSourcesOfOneOriginSayIsOneStatement() {
        Dossier dossier = Dossier.of(
                        "battle",
                        claim("copy 1", "killed", "100", "a"),
                        claim("copy 2", "killed", "100", "b"),
                        claim("other", "killed", "200", "c"))
                .with(
                        Source.of("a").withOrigin("army report"),
                        Source.of("b").withOrigin("army report"),
                        Source.of("c"));
        Reconciliation reconciliation = Reconciliation.of(dossier);
        assertEquals(Set.of("copy 1 copy 2 other"), conflicts(reconciliation), "one statement of one voice");
        assertEquals(Set.of("1 copy 1 copy 2", "1 other"), setAside(reconciliation));
        assertEquals(Rational.of(6), reconciliation.corrections().all().get(0).cost());
    }

    @Test
    void smallestWideningTellsWhatEachClaimMayGive() {
        Dossier dossier =
                Dossier.of("battle", claim("low", "killed", "100–150", "a"), claim("high", "killed", "190–200", "b"));
        Correction widening = Reconciliation.of(dossier).corrections().all().get(2);
        assertEquals(Rational.of(40), widening.cost());
        assertEquals("[100, 190]", widening.actions().get(0).range().toString());
        assertEquals(
                "high end by 0 to 40, out of 40 in total",
                widening.actions().get(0).why());
        assertEquals("[150, 200]", widening.actions().get(1).range().toString());
    }

    @Test
    void rulesAloneMayContradictOneAnother() {
        Dossier dossier = Dossier.of("battle", claim("k", "killed", "5", "a"))
                .with(WrittenRule.parse("{Army | killed} >= 10"), WrittenRule.parse("{Army | killed} <= 3"));
        Reconciliation reconciliation = Reconciliation.of(dossier);
        assertEquals(Set.of(""), conflicts(reconciliation));
        Conflict conflict = reconciliation.conflicts().all().get(0);
        assertEquals(List.of("R1: {Army | killed} >= 10", "R2: {Army | killed} <= 3"), conflict.rules());
        assertEquals(Rational.of(7), conflict.shortfall());
        assertTrue(reconciliation.corrections().all().isEmpty(), "no claim can mend it");
        assertEquals(
                Reconciled.Status.INFEASIBLE,
                row(reconciliation, "Army: killed").status());
    }

    @Test
    void writtenRulesNarrowAndNameTheirGrounds() {
        Dossier dossier = Dossier.of("battle", claim("k", "killed", "10–20", "a"), claim("w", "wounded", "0–100", "a"))
                .with(WrittenRule.parse("{Army | wounded} >= 2.5 * {Army | killed}"));
        Reconciliation reconciliation = Reconciliation.of(dossier);
        Reconciled wounded = row(reconciliation, "Army: wounded");
        assertEquals("[25, 100]", wounded.range().toString());
        assertFalse(wounded.exact(), "a factor that is not whole");
        assertEquals(List.of("R1: {Army | wounded} >= 2.5 * {Army | killed}"), wounded.rules());
        assertEquals(List.of("w", "k"), Claim.ids(wounded.claims()));
    }

    @Test
    void lossesAreBoundByStrengthOnRequestOnly() {
        Dossier dossier = Dossier.of(
                "battle", claim("had", "tanks strength", "400", "a"), claim("lost", "tanks captured", "369–600", "b"));
        assertEquals(
                "[369, 600]",
                row(Reconciliation.of(dossier), "Army: tanks captured").range().toString());
        Reconciliation bound = Reconciliation.of(dossier, Assumptions.NONE.withLossesWithinStrength());
        assertEquals("[369, 400]", row(bound, "Army: tanks captured").range().toString());
    }

    @Test
    void startsFromOneClaimantOrTheBestGrade() {
        Dossier dossier = Dossier.of(
                        "battle",
                        claim("own", "killed", "100", "a").claimedBy("Army"),
                        claim("enemy", "killed", "900", "b").claimedBy("Enemy"))
                .with(Source.of("a").withGrade("B"), Source.of("b").withGrade("D"));
        assertEquals(
                "[100, 900]",
                row(Reconciliation.of(dossier), "Army: killed").range().toString());
        for (StartingRanges start : List.of(new StartingRanges.Claimant("Army"), new StartingRanges.BestGraded())) {
            Reconciliation reconciliation = Reconciliation.of(dossier, Assumptions.NONE.startingFrom(start));
            assertEquals(
                    "[100, 100]", row(reconciliation, "Army: killed").range().toString());
            assertEquals(1, reconciliation.conflicts().all().size(), "conflicts take every claim");
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> Reconciliation.of(dossier, Assumptions.NONE.startingFrom(new StartingRanges.Claimant("Nobody"))));
    }

    @Test
    void startsFromWhatMostVoicesCover() {
        Dossier dossier = Dossier.of(
                "battle",
                claim("a", "killed", "100–200", "a"),
                claim("b", "killed", "150–300", "b"),
                claim("c", "killed", "900", "c"));
        Reconciliation reconciliation =
                Reconciliation.of(dossier, Assumptions.NONE.startingFrom(new StartingRanges.Agreed()));
        assertEquals("[150, 200]", row(reconciliation, "Army: killed").range().toString());
    }

    /** k in [10, 20] and w in [5, 30]: k / (k + w) is in [1/4, 4/5], where the ends alone would give [1/5, 4/3]. */
    @Test
    void ratiosKeepTheRules() {
        Dossier dossier = Dossier.of("battle", claim("k", "killed", "10–20", "a"), claim("w", "wounded", "5–30", "a"))
                .with(Breakdown.of(Dimension.STATE, "casualties", "killed", "wounded"));
        Reconciliation reconciliation = Reconciliation.of(dossier);
        Quantity killed = row(reconciliation, "Army: killed").quantity();
        Quantity casualties = killed.with(Dimension.STATE, "casualties");
        assertEquals(
                Optional.of(Bounds.of(Rational.of(1, 4), Rational.of(4, 5))), reconciliation.ratio(killed, casualties));
        Quantity wounded = killed.with(Dimension.STATE, "wounded");
        assertEquals(Optional.of(Bounds.of(Rational.of(1, 3), Rational.of(4))), reconciliation.ratio(killed, wounded));
        assertThrows(
                IllegalArgumentException.class,
                () -> reconciliation.ratio(killed, killed.with(Dimension.PARTY, "Nobody")));
    }

    /** 95 + 42 against 130: three weights alike share the 7 that are too many, a narrow range gives less. */
    @Test
    void adjustedValuesKeepTheSumsInWholeNumbers() {
        Dossier dossier = Dossier.of(
                        "battle",
                        claim("C", "casualties", "120–140", "a"),
                        claim("k", "killed", "90–100", "a"),
                        claim("w", "wounded", "32–52", "a"))
                .with(Breakdown.of(Dimension.STATE, "casualties", "killed", "wounded"));
        assertEquals(
                List.of(133.0, 93.0, 40.0), // 132.33, 92.67, 39.67: each moved by 7/3; 92 + 40 and 132 would do as well
                adjusted(dossier, "mid", "equal"));
        assertEquals(
                List.of(133.0, 94.0, 39.0), // variances 100, 25, 100: moved by 28/9, 7/9, 28/9
                adjusted(dossier, "mid", "width"));
        assertEquals(List.of(), adjusted(dossier, "best", "equal"), "nobody states a best value");
        assertThrows(IllegalArgumentException.class, () -> AdjustmentMethod.parse("middle", "equal"));
    }

    private static List<Double> adjusted(Dossier dossier, String point, String weights) {
        Assumptions assumptions = Assumptions.NONE.with(AdjustmentMethod.parse(point, weights));
        return Reconciliation.of(dossier, assumptions).rows().stream()
                .filter(row -> row.adjusted().isPresent()
                        && !dossier.claims(row.quantity()).isEmpty())
                .map(row -> row.adjusted().getAsDouble())
                .toList();
    }

    @Test
    void manyConflictsAreCutShortWithAWord() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            claims.add(claim("c" + i, "killed", String.valueOf(10 * i), "s" + i));
        }
        Reconciliation reconciliation = Reconciliation.of(Dossier.of("battle", claims), Assumptions.NONE.atMost(100));
        assertEquals(100, reconciliation.conflicts().all().size());
        assertFalse(reconciliation.conflicts().isComplete());
        assertEquals("conflicts.csv", reconciliation.problems().get(0).file());
        // Any claim may be the one that stays.
        assertEquals(60, setAside(reconciliation).size());
    }

    @Test
    void deepAndWideDossiers() {
        deepAndWide(500, 2_500);
    }

    @Test
    @Tag("slow")
    void deeperAndWiderDossiers() {
        deepAndWide(2_000, 10_000);
    }

    /** A chain of parties, each within the next, and a sum of parts, one of them not claimed: no stack to overflow, nothing squared. */
    private static void deepAndWide(int deep, int wide) {
        List<Claim> chain = new ArrayList<>();
        Breakdown[] links = new Breakdown[deep];
        for (int i = 0; i < deep; i++) {
            links[i] = Breakdown.within(Dimension.PARTY, "P" + i, "P" + (i + 1));
        }
        chain.add(Claim.of("P0", "killed", "at most 900", "s"));
        chain.add(Claim.of("P" + deep, "killed", "400–1,000", "s"));
        for (int i = 1; i < deep; i++) {
            chain.add(Claim.of("P" + i, "killed", "at least 100", "s"));
        }
        Reconciliation narrowed = Reconciliation.of(Dossier.of("deep", chain).with(links));
        assertEquals(
                "[400, 900]", row(narrowed, "P" + deep / 2 + ": killed").range().toString());

        String[] parts = new String[wide];
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < wide; i++) {
            parts[i] = "P" + i;
            if (i > 0) {
                claims.add(Claim.of(parts[i], "killed", "2", "s"));
            }
        }
        claims.add(Claim.of("All", "killed", String.valueOf(2 * wide + 5), "s"));
        Reconciliation sum =
                Reconciliation.of(Dossier.of("wide", claims).with(Breakdown.of(Dimension.PARTY, "All", parts)));
        assertEquals("[7, 7]", row(sum, "P0: killed").range().toString());
    }

    @Test
    void numbersNearTheLimitOfDoublesAreExact() {
        long limit = 1L << 53;
        Dossier dossier = Dossier.of(
                        "battle",
                        claim("C", "casualties", String.valueOf(limit), "a"),
                        claim("k", "killed", String.valueOf(limit - 1), "a"),
                        claim("w", "wounded", "2", "a"))
                .with(Breakdown.of(Dimension.STATE, "casualties", "killed", "wounded"));
        Reconciliation reconciliation = Reconciliation.of(dossier);
        assertEquals(Set.of("C k w"), conflicts(reconciliation));
        assertEquals(Rational.of(1), reconciliation.conflicts().all().get(0).shortfall());
    }

    @Test
    void quantitiesWithoutAnEndStayOpen() {
        Dossier dossier = Dossier.of(
                        "battle",
                        claim("C", "casualties", "over 1,000", "a"),
                        claim("k", "killed", "at least 300", "a"))
                .with(Breakdown.of(Dimension.STATE, "casualties", "killed", "wounded"));
        Reconciliation reconciliation = Reconciliation.of(dossier);
        assertEquals(
                Bounds.atLeast(Rational.of(1000)),
                row(reconciliation, "Army: casualties").implied().orElseThrow());
        assertTrue(reconciliation.conflicts().all().isEmpty());
    }

    @Test
    void anInterruptedThreadStops() {
        Thread.currentThread().interrupt();
        Reconciliation reconciliation = Reconciliation.of(twoSources());
        assertThrows(CancellationException.class, reconciliation::conflicts);
        assertThrows(CancellationException.class, reconciliation::rows);
        assertTrue(Thread.interrupted(), "the interruption stays on record");
    }

    @Test
    void manchuria() throws IOException {
        Dossier dossier = Dossier.read(Path.of("datasets/manchuria-1945"));
        Reconciliation reconciliation = Reconciliation.of(dossier);
        assertTrue(conflicts(reconciliation)
                .contains("infobox-japan-killed-japanese-claim infobox-japan-killed-soviet-claim"));
        String rocketLaunchers = "Soviet Union: rocket_launchers strength";
        assertEquals(
                List.of("infobox-soviet-rocket-launchers"),
                Claim.ids(row(reconciliation, rocketLaunchers).dropped()));
        assertEquals(
                "[1171, 1171]", row(reconciliation, rocketLaunchers).range().toString());
        Conflict dead = reconciliation.conflicts().all().stream()
                .filter(conflict -> conflict.shortfall().equals(Rational.of(489)))
                .findFirst()
                .orElseThrow();
        assertTrue(dead.soft());
        assertEquals(
                List.of(
                        "infobox-japan-killed-japanese-claim",
                        "ref-13-japan-dead-in-manchuria",
                        "ref-13-border-conflicts-dead",
                        "ref-13-insurgency-dead"),
                Claim.ids(dead.claims()));
        assertTrue(
                dead.why()
                        .startsWith("if about 15,000 is taken as exactly 15,000"
                                + " and about 10,000 is taken as exactly 10,000: "),
                dead.why());

        Reconciliation tolerant = Reconciliation.of(dossier, Assumptions.NONE.with(Tolerance.about("5%")));
        assertTrue(tolerant.conflicts().all().stream()
                .noneMatch(conflict -> conflict.claims().equals(dead.claims())));

        Reconciliation bound = Reconciliation.of(dossier, Assumptions.NONE.withLossesWithinStrength());
        assertEquals("[369, 370]", row(bound, "Japan: tanks captured").range().toString(), "600 against 290 + 80");
        for (Reconciled row : reconciliation.rows()) {
            assertEquals(
                    row.status() == Reconciled.Status.INFEASIBLE, row.range().isEmpty(), row::toString);
            if (row.stated().isPresent() && row.implied().isPresent()) {
                assertTrue(row.range().isSubset(row.stated().get()), row.toString());
            }
        }
    }

    private static String implied(Reconciliation reconciliation, String label) {
        return row(reconciliation, label).range().toString();
    }

    private static Dossier parts(Claim... claims) {
        return Dossier.of("battle", claims).with(Breakdown.of(Dimension.PARTY, "T", "A", "B"));
    }

    /** A firm total narrows its parts; parts narrow a vague one, which reconciliation starts from without them. */
    @Test
    void aTotalNarrowsItsParts() {
        Claim a = Claim.of("A", "killed", "40–70", "s");
        Claim b = Claim.of("B", "killed", "40–50", "s");
        for (String total : List.of("100", "about 100")) {
            Reconciliation reconciliation = Reconciliation.of(parts(Claim.of("T", "killed", total, "s"), a, b));
            assertEquals(
                    "[100, 100]",
                    row(reconciliation, "T: killed").stated().orElseThrow().toString());
            assertEquals("[50, 60]", implied(reconciliation, "A: killed"));
            assertEquals("[40, 50]", implied(reconciliation, "B: killed"));
        }
        Reconciliation vague = Reconciliation.of(parts(Claim.of("T", "killed", "more than 90", "s"), a, b));
        assertEquals("[90, 120]", implied(vague, "T: killed"));
    }

    /** 100 - 70 = 30 and 100 - 50 = 50. */
    @Test
    void casualtiesNarrowTheKilled() {
        Reconciliation reconciliation = Reconciliation.of(Dossier.of(
                "battle",
                claim("C", "casualties", "100", "s"),
                claim("k", "killed", "20–60", "s"),
                claim("w", "wounded", "50–70", "s"),
                claim("m", "missing", "0", "s"),
                claim("c", "captured", "0", "s")));
        assertEquals("[30, 50]", implied(reconciliation, "Army: killed"));
    }

    /** 15 - 10 = 5, of which C and D may have any part. A alone is at most 15, which takes one claim. */
    @Test
    void unclaimedPartsHaveARowWhereSeveralClaimsBindThem() {
        Breakdown breakdown = Breakdown.of(Dimension.PARTY, "T", "A", "C", "D");
        Claim total = Claim.of("T", "killed", "15", "s");
        Reconciliation known = Reconciliation.of(
                Dossier.of("battle", total, Claim.of("A", "killed", "10", "s")).with(breakdown));
        assertEquals("[0, 5]", implied(known, "C: killed"));
        assertEquals("[0, 5]", implied(known, "D: killed"));
        Reconciliation unknown = Reconciliation.of(Dossier.of("battle", total, Claim.of("A", "killed", "unknown", "s"))
                .with(breakdown));
        assertEquals(
                List.of("T: killed", "A: killed"),
                unknown.rows().stream().map(row -> row.quantity().label()).toList(),
                "A is claimed, be it without a number");
        assertEquals("[0, 15]", implied(unknown, "A: killed"));
    }

    @Test
    void anUnclaimedBreakdownOfABuiltInTreeMakesNoRule() {
        Reconciliation reconciliation = Reconciliation.of(Dossier.of(
                "battle",
                claim("k", "killed", "30", "s"),
                claim("w", "wounded", "50", "s"),
                claim("m", "missing", "10", "s"),
                claim("c", "captured", "10", "s"),
                claim("C", "casualties", "100", "s"),
                claim("i", "sick", "40", "s")));
        assertTrue(reconciliation.conflicts().all().isEmpty(), reconciliation.conflicts()::toString);
        for (Reconciled row : reconciliation.rows()) {
            assertEquals(Reconciled.Status.CONSISTENT, row.status(), row::toString);
        }
    }

    /** Strengths change from date to date. */
    @Test
    void strengthsOfDifferentDatesAreDifferentUnknowns() {
        Reconciliation reconciliation = Reconciliation.of(Dossier.of(
                "battle",
                claim("january", "strength", "550,757", "a").asOf("1943-01-01"),
                claim("march", "strength", "760,578", "b").asOf("1943-03-01")));
        assertTrue(reconciliation.conflicts().all().isEmpty());
        assertEquals(
                List.of("1943-01-01 [550757, 550757]", "1943-03-01 [760578, 760578]"),
                reconciliation.rows().stream()
                        .map(row -> row.asOf() + " " + row.range())
                        .toList());
        Reconciliation throughout = Reconciliation.of(Dossier.of(
                "battle",
                claim("january", "strength", "550,757", "a").asOf("1943-01-01"),
                claim("march", "strength", "760,578", "b").asOf("1943-03-01"),
                claim("throughout", "strength", "at most 700,000", "c")));
        assertEquals(Set.of("march throughout"), conflicts(throughout), "a strength without a date holds throughout");
    }

    /** What the definitions of dates say of losses, in the examples that they give. */
    @Test
    void countsOfALossOnlyGrow() {
        assertEquals(Set.of(), growing("7,401", "1945-06-30", "16,000", "1945-11"), "by date");
        assertEquals(Set.of("a b"), growing("110,071", "1945-06-30", "107,539", "1945-07-02"));
        assertEquals(Set.of(), growing("7,401", "1945-06", "16,000", ""), "by date");
        assertEquals(Set.of("a b"), growing("16,000", "1945-06", "7,401", ""), "a final count below an earlier one");
        assertEquals(Set.of(), growing("10,755", "1945-07-02", "over 16,000", "1945-11"));
        assertEquals(Set.of("a b"), growing("7,401", "1945", "16,000", "1945-11"), "one date within the other");
        Conflict shrinking = reconciled("110,071", "1945-06-30", "107,539", "1945-07-02")
                .conflicts()
                .all()
                .get(0);
        assertEquals(List.of("killed only grows: 1945-06-30 <= 1945-07-02"), shrinking.rules());
        assertEquals(Rational.of(110_071 - 107_539), shrinking.shortfall());
    }

    private static Reconciliation reconciled(String a, String dateA, String b, String dateB) {
        return Reconciliation.of(Dossier.of(
                "war",
                claim("a", "killed", a, "a").asOf(dateA),
                claim("b", "killed", b, "b").asOf(dateB)));
    }

    private static Set<String> growing(String a, String dateA, String b, String dateB) {
        return conflicts(reconciled(a, dateA, b, dateB));
    }

    /** A whole without a date goes with the latest date of its parts; a part known only earlier is at least so many. */
    @Test
    void rulesBindDates() {
        Claim whole = Claim.of("T", "killed", "100", "t").named("T");
        Claim june = Claim.of("A", "killed", "70", "a").asOf("1945-06").named("A");
        Claim early = Claim.of("B", "killed", "20", "b").asOf("1945-05").named("B");
        Claim late = Claim.of("B", "killed", "20", "b").asOf("1945-06-10").named("B");
        Claim much = Claim.of("B", "killed", "40", "b").asOf("1945-05").named("B");
        assertEquals(Set.of("T A B"), conflicts(Reconciliation.of(parts(whole, june, late))), "70 + 20 is not 100");
        Reconciliation grown = Reconciliation.of(parts(whole, june, early));
        assertEquals(Set.of(), conflicts(grown), "B may have grown to 30 by June");
        assertEquals(Set.of("T A B"), conflicts(Reconciliation.of(parts(whole, june, much))), "70 + 40 is over 100");
        Claim dated = whole.asOf("1945-03");
        assertEquals(Set.of(), conflicts(Reconciliation.of(parts(dated, june, much))), "different dates are not bound");
        Dossier strengths = Dossier.of(
                        "war",
                        Claim.of("T", "strength", "100", "t").named("T"),
                        Claim.of("A", "strength", "70", "a").asOf("1945-05").named("A5"),
                        Claim.of("A", "strength", "120", "a").asOf("1945-06").named("A6"))
                .with(Breakdown.of(Dimension.PARTY, "T", "A", "B"));
        assertEquals(Set.of("T A6"), conflicts(Reconciliation.of(strengths)), "a strength binds at every date");
    }

    @Test
    void rulesBetweenEventsDisregardDates() {
        Claim war = Claim.of("A", "killed", "50", "w").named("war");
        Claim siege = Claim.of("A", "killed", "60", "s").asOf("1941-06").named("siege");
        Quantity killed = war.quantity();
        Dossier dossier = Dossier.of(
                        "war",
                        war.with(killed.with(Dimension.EVENT, "war")).asOf("1941-01"),
                        siege.with(killed.with(Dimension.EVENT, "siege")))
                .with(Breakdown.within(Dimension.EVENT, "war", "siege"));
        assertEquals(Set.of("war siege"), conflicts(Reconciliation.of(dossier)));
    }

    /** Older counts of one voice, what is soft beside its own firm number, and copies take no part. */
    @Test
    void whatAVoiceDoesNotSayTakesNoPart() {
        Dossier dossier = Dossier.of(
                        "war",
                        claim("soft", "killed", "1.5 million", "g"),
                        claim("exact", "killed", "1,577,725", "g"),
                        claim("old", "wounded", "7,401", "g").asOf("1945-06"),
                        claim("new", "wounded", "16,000", "g").asOf("1945-11"),
                        claim("original", "missing", "83,737", "g"),
                        claim("copy", "missing", "83,773", "b"))
                .with(Source.of("g"), Source.of("b").withOrigin("g"));
        Reconciliation reconciliation = Reconciliation.of(dossier);
        assertEquals(Set.of(), conflicts(reconciliation));
        assertEquals("[83737, 83737]", implied(reconciliation, "Army: missing"));
    }

    /** Two voices say 100 and one says 200: 6 + 6 against 6. */
    @Test
    void aStatementCostsAsMuchAsItsVoices() {
        Reconciliation reconciliation = Reconciliation.of(Dossier.of(
                "battle",
                claim("a", "killed", "100", "a"),
                claim("b", "killed", "100", "b"),
                claim("c", "killed", "200", "c")));
        assertEquals(Set.of("a b c"), conflicts(reconciliation));
        assertEquals(Set.of("1 c"), setAside(reconciliation));
        assertEquals(2, reconciliation.conflicts().rows().size(), "a statement makes a row");
    }

    /** 40 + 80 is not 100: any of the three may be false. */
    @Test
    void correctedRangesSpanAllCheapestCorrections() {
        Reconciliation reconciliation = Reconciliation.of(parts(
                Claim.of("T", "killed", "100", "t"),
                Claim.of("A", "killed", "40", "a"),
                Claim.of("B", "killed", "80", "b")));
        List<String> corrected = reconciliation.rows().stream()
                .map(row -> row.quantity().party() + " " + row.correctedRange())
                .toList();
        assertEquals(List.of("T [100, 120]", "A [20, 40]", "B [60, 80]"), corrected);
    }

    /** A soft statement alone is what a proof takes as exact. */
    @Test
    void aProofSaysWhatItTakesAsExact() {
        Claim soft = claim("a", "killed", "about 400", "a");
        Claim firm = claim("b", "killed", "500", "b");
        Dossier dossier = Dossier.of("battle", soft, firm);
        assertEquals(
                "if about 400 is taken as exactly 400: Army: killed is at least 500 and at most 400: 100 apart",
                Reconciliation.of(dossier).conflicts().all().get(0).why());
        assertEquals(
                "if about 400 is taken as 380–420: Army: killed is at least 500 and at most 420: 80 apart",
                Reconciliation.of(dossier, Assumptions.NONE.with(Tolerance.about("5%")))
                        .conflicts()
                        .all()
                        .get(0)
                        .why());
    }

    /** The figures that were worked out by hand for the dataset. */
    @Test
    void manchuriaWorkedOutByHand() throws IOException {
        Reconciliation reconciliation = Reconciliation.of(Dossier.read(Path.of("datasets/manchuria-1945")));
        Map<String, String> ranges = new LinkedHashMap<>();
        for (Reconciled row : reconciliation.rows()) {
            ranges.put(
                    row.quantity().label(),
                    row.stated().map(Interval::toString).orElse("") + " " + row.range() + " " + row.correctedRange());
        }
        assertEquals("[900000, Infinity] [1001400, 1001400] [empty]", ranges.get("Japan: strength"));
        assertEquals("[400, 400] [empty] [370, 400]", ranges.get("Japan: tanks strength"));
        assertEquals("[290, 290] [empty] [290, 320]", ranges.get("Japan, Manchuria: tanks strength"));
        assertEquals("[80, 80] [empty] [80, 110]", ranges.get("Japan, Korea: tanks strength"));
        assertEquals("[2000, 2000] [empty] [2000, 2004]", ranges.get("Japan: aircraft strength"));
        assertEquals("[962, 962] [empty] [958, 962]", ranges.get("Japan, Korea: aircraft strength"));
        assertEquals("[1040, 1042] [empty] [1042, 1042]", ranges.get("Japan, Manchuria: aircraft strength"));
        assertEquals(
                "[1393, 1393] [empty] [1852, Infinity]",
                ranges.get("Soviet Union, Far East: self_propelled_guns strength"));
        assertEquals("[1152, 1171] [1171, 1171] [empty]", ranges.get("Soviet Union: rocket_launchers strength"));
        assertEquals("[1000, Infinity] [1000, 2416] [empty]", ranges.get("6th Guards Tank Army: armour strength"));
    }
}
