package org.muster.combine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.compare.Costs;
import org.muster.compare.Ranges;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.interval.Interval;
import org.muster.text.ResourceTable;

/** The named rules, case by case. Where each answer comes from stands in {@code rules.csv}. */
class NamedRuleTest {

    private static final List<List<String>> CASES = ResourceTable.rows(
            NamedRuleTest.class, "rules.csv", "rule", "claims", "outcome", "low", "high", "best", "note", "origin");

    @TestFactory
    Stream<DynamicTest> cases() {
        return CASES.stream().map(row -> DynamicTest.dynamicTest(row.get(0) + ": " + row.get(1), () -> check(row)));
    }

    private static void check(List<String> row) {
        Combination found = Combination.of(NamedRule.of(row.get(0)), Cases.evidence(row.get(1)));
        assertEquals(row.get(2), found.outcome().toString(), found::why);
        assertEquals(
                row.get(3).isEmpty()
                        ? Interval.EMPTY
                        : Interval.of(Double.parseDouble(row.get(3)), Double.parseDouble(row.get(4))),
                found.answer().range());
        assertEquals(best(row.get(5)), found.answer().best());
        assertTrue(found.why().contains(row.get(6)), found::why);
        assertFalse(row.get(7).isEmpty(), "the answer's origin");
    }

    /** A number, a fraction, or two numbers with "to". */
    private static Interval best(String cell) {
        if (cell.isEmpty()) {
            return Interval.EMPTY;
        }
        String[] parts = cell.split(" to |/");
        Interval first = Interval.of(Double.parseDouble(parts[0]));
        if (parts.length == 1) {
            return first;
        }
        Interval second = Interval.of(Double.parseDouble(parts[1]));
        return cell.contains("/") ? first.divide(second) : first.convexHull(second);
    }

    @ParameterizedTest
    @EnumSource(NamedRule.class)
    void everyRuleIsDescribedAndHasFiveCases(NamedRule rule) {
        assertTrue(CASES.stream().filter(row -> row.get(0).equals(rule.id())).count() >= 5);
        assertFalse(rule.citation().isBlank());
        assertTrue(rule.assumptions().endsWith("."));
        assertTrue(rule.id().matches("[a-z0-9]+(_[a-z0-9]+)*"));
        assertEquals(rule, NamedRule.of(rule.id()));
    }

    @Test
    void anUnknownRuleIsRefused() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> NamedRule.of("median"));
        assertTrue(refused.getMessage().startsWith("rule \"median\" is not one of: hull, intersection, ucdp"));
    }

    /** Two figures have nothing in common: the hull answers, the intersection does not. */
    @Test
    void onlyRulesThatAnswerAreCountedAsAnswering() {
        Ranges ranges =
                Ranges.of(Dossier.of("battle", Claim.of("A", "killed", "10", "s"), Claim.of("A", "killed", "20", "t")));
        List<Rule> rules = List.of(NamedRule.of("hull"), NamedRule.of("intersection"));
        assertEquals(
                "A: killed: [10, 20] by 1 of 2 rules",
                Combinations.of(ranges, rules, Costs.USUAL)
                        .sensitivities()
                        .rows()
                        .get(0)
                        .toString());
    }

    @Test
    void everyClaimIsCountedOrLeftOutWithAReason() {
        for (List<String> row : CASES) {
            Combination found = Combination.of(NamedRule.of(row.get(0)), Cases.evidence(row.get(1)));
            assertEquals(
                    row.get(1).split("\\|").length,
                    found.claims().size() + found.leftOut().size(),
                    row::toString);
            assertTrue(found.leftOut().stream().noneMatch(left -> left.why().isEmpty()), row::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(NamedRule.class)
    void whatNobodyClaimsHasNoAnswer(NamedRule rule) {
        Dossier dossier = Cases.dossier("A = 100");
        Evidence evidence =
                Evidence.of(Ranges.of(dossier), dossier.quantities().get(0).with(Dimension.PARTY, "Red"));
        Combination found = Combination.of(rule, evidence);
        assertEquals(Outcome.NO_CLAIM, found.outcome());
        assertEquals("no claim", found.why());
        assertTrue(found.answer().range().isEmpty());
    }

    @Test
    void strengthsOfDifferentDatesAreSaidToBe() {
        Dossier dossier = Dossier.of(
                "siege",
                Claim.of("Blue", "strength", "900", "A").asOf("1945-08-01"),
                Claim.of("Blue", "strength", "700", "B").asOf("1945-08-20"));
        Evidence evidence = Cases.evidence(dossier);
        assertTrue(evidence.isOfDifferentDates());
        Combination found = Combination.of(NamedRule.INTERSECTION, evidence);
        assertEquals("nothing in common; as of different dates", found.why());
        assertFalse(
                Cases.evidence("A [as of 1945] = 900 | B [as of 1945-08] = 700").isOfDifferentDates());
    }

    /** Patterns that look for marks at the end would take the square of this length. */
    @Test
    void aLongTextSaysMoreThanAWordForANumber() {
        String text = "hundreds" + " .".repeat(45_000) + "x";
        Combination found = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Combination.of(NamedRule.ACLED, Cases.evidence("A = " + text)));
        assertEquals(Outcome.NO_NUMBER, found.outcome());
        assertTrue(found.why().contains("says more than \"hundreds\""), found::why);
    }

    /** The repairs of 02_format_UCDP_wardeaths.do, line by line. */
    @Test
    void estimatesArePutInOrderAsPublished() {
        assertEquals(new Estimate(3, 3, 3), new Estimate(3, 2, 3).inOrder()); // bdbest = bdlow if bdlow > bdbest
        assertEquals(new Estimate(18, 18, 18), new Estimate(18, 18, 17).inOrder()); // bdhigh = bdlow if bdlow > bdhigh
        assertEquals(new Estimate(5, 9, 9), new Estimate(5, 10, 9).inOrder()); // bdbest = bdhigh if bdbest > bdhigh
        assertEquals(new Estimate(1, 2, 3), new Estimate(1, 2, 3).inOrder());
        assertEquals(new Estimate(7, 7, 7), new Estimate(7, 20, 4).inOrder()); // the first, then the last
        assertThrows(IllegalArgumentException.class, () -> new Estimate(1, Double.NaN, 3));
    }

    @Test
    void airwarsGrades() {
        Airwars accusing = Airwars.accusing("Coalition");
        Evidence conceded = Cases.evidence("A [by Coalition] = 2 | B = 5–7");
        assertEquals(Airwars.Grade.CONFIRMED, accusing.grade(conceded));
        Combination found = Combination.of(accusing, conceded);
        assertEquals(Interval.of(2, 7), found.answer().range());
        assertTrue(found.why().contains("conceded: 2, alleged: 5–7"), found::why);
        assertEquals(Airwars.Grade.FAIR, accusing.grade(Cases.evidence("A [by Coalition] = 0 | B = 5–7")));
        assertEquals(
                Airwars.Grade.CONTESTED,
                Airwars.accusing("Coalition", "Russia").grade(Cases.evidence("A = 3 | B = 5–7")));
        assertEquals(
                List.of("confirmed", "fair"),
                Arrays.stream(Airwars.Grade.values())
                        .filter(Airwars.Grade::isHeadline)
                        .map(Airwars.Grade::toString)
                        .toList());
    }

    @Test
    void aPreferenceOrderOfOnesOwn() {
        Evidence evidence = Cases.evidence("Livermore 1900 = 28,063 | Fox 1898 = 20,400–20,500");
        PreferenceOrder order = PreferenceOrder.of(List.of("fox-1898", "Livermore 1900"));
        Answer answer = Combination.of(order, evidence).answer();
        assertEquals(Interval.of(20450), answer.best());
        assertEquals(10_000.0 / 12, answer.variance().orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> PreferenceOrder.of(List.of()));
        assertThrows(IllegalArgumentException.class, () -> PreferenceOrder.of(List.of("–")));
    }

    @Test
    void aRuleOfOnesOwn() {
        Rule lowest = new Rule() {
            @Override
            public String id() {
                return "lowest";
            }

            @Override
            public Answer combine(Evidence evidence) {
                return Answer.of(Interval.of(evidence.hull().inf()), evidence.voices());
            }
        };
        Combination found = Combination.of(lowest, Cases.evidence("A = 100–200 | B = 80"));
        assertEquals("Blue: killed, lowest: [80, 80], combined", found.toString());
        assertEquals("lowest", lowest.title());
    }

    @Test
    void anAnswerReadsAsItsRangeItsBestValueAndItsNotes() {
        Answer answer =
                Answer.of(Interval.of(3, 5), List.of()).best(Interval.of(4)).note("as it stands");
        assertEquals("[3, 5], best [4, 4], as it stands", answer.toString());
        assertEquals("not settled", Answer.none(Outcome.NOT_SETTLED, List.of()).toString());
        assertEquals("no answer", Answer.of(Interval.EMPTY, List.of()).toString());
    }
}
