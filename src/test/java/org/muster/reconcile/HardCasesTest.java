package org.muster.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.muster.compare.Ranges;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.WrittenRule;
import org.muster.exact.Rational;
import org.muster.exact.WorkLimit;
import org.muster.interval.Interval;
import org.muster.text.Problem;

/**
 * Small dossiers with more conflicts than anybody can list. The searches have a budget of work: each ends, with the
 * smallest conflicts first, a correction that mends all, and a warning that names the component.
 */
class HardCasesTest {

    private static List<Claim> claims(int number, String prefix, int first) {
        List<Claim> claims = new ArrayList<>();
        for (int i = first; i < first + number; i++) {
            claims.add(Claim.of(prefix + i, "killed", String.valueOf(i), "s").named(prefix + i));
        }
        return claims;
    }

    private static void assertCut(Reconciliation reconciliation) {
        assertFalse(reconciliation.conflicts().all().isEmpty());
        assertFalse(reconciliation.conflicts().isComplete());
        assertTrue(reconciliation.conflicts().rows().size() <= 110_000, "rows");
        assertTrue(reconciliation.corrections().rows().size() <= 20_000, "rows");
        for (Problem problem : reconciliation.problems()) {
            assertTrue(problem.message().startsWith("component 1"), problem::message);
        }
        int size = 0;
        for (Conflict conflict : reconciliation.conflicts().all()) {
            assertTrue(conflict.statements().size() >= size, "smallest first");
            size = conflict.statements().size();
        }
    }

    /** What is left when the first option is set aside. */
    private static Dossier mended(Dossier dossier, Reconciliation reconciliation) {
        Set<Claim> aside = new HashSet<>();
        for (Correction.Action action :
                reconciliation.corrections().all().get(0).actions()) {
            aside.addAll(action.statement().claims());
        }
        return Dossier.of(
                        dossier.name(),
                        dossier.claims().stream()
                                .filter(claim -> !aside.contains(claim))
                                .toList())
                .with(dossier.hierarchy().own().toArray(Breakdown[]::new));
    }

    /** 400 · 399 / 2 pairs; any one value may be the true one. */
    @Test
    void manyValuesOfOneQuantity() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            claims.add(Claim.of("A", "killed", String.valueOf(10 * i), "s" + i));
        }
        Reconciliation reconciliation = Reconciliation.of(Dossier.of("war", claims));
        assertCut(reconciliation);
        assertEquals(1000, reconciliation.conflicts().all().size());
        assertEquals(399, reconciliation.corrections().all().get(0).actions().size());
        assertTrue(reconciliation.corrections().rows().get(0).action().why().endsWith("to resolve 79800 conflicts"));
    }

    /** A limit that is over at once, and one that is far off: what is cut says why, and is mended all the same. */
    @Test
    void aTimeLimitIsNamedWhereItCuts() {
        List<Claim> parts = claims(30, "P", 1);
        parts.add(Claim.of("Army", "killed", "100", "s"));
        Dossier dossier = Dossier.of("war", parts)
                .with(Breakdown.of(
                        Dimension.PARTY,
                        "Army",
                        parts.subList(0, 30).stream().map(Claim::id).toArray(String[]::new)));
        Reconciliation cut = Reconciliation.of(dossier, Assumptions.NONE.within(Duration.ofNanos(1)));
        List<String> told = cut.problems().stream().map(Problem::message).toList();
        assertTrue(
                told.stream().anyMatch(message -> message.endsWith("the search was stopped by the time limit of 0 ms")),
                told::toString);
        assertEquals(List.of(), Conflicts.of(mended(dossier, cut)).all());
        assertFalse(cut.corrections().all().get(0).isCheapest());
        Reconciliation far = Reconciliation.of(dossier, Assumptions.NONE.within(Duration.ofDays(1)));
        assertEquals(
                Reconciliation.of(dossier).conflicts().all(), far.conflicts().all());
    }

    /** 1 + 2 + … + 40 = 820, and 1 + … + 13 = 91 is the most that fits: 27 have to go at least. */
    @Test
    void oneSumOfManyTerms() {
        List<String> terms = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            terms.add("{P" + i + " | killed}");
        }
        Dossier dossier =
                Dossier.of("war", claims(40, "P", 1)).with(WrittenRule.parse(String.join(" + ", terms) + " <= 100"));
        Reconciliation reconciliation = Reconciliation.of(dossier);
        assertCut(reconciliation);
        Correction way = reconciliation.corrections().all().get(0);
        int kept = 820;
        for (Correction.Action action : way.actions()) {
            kept -= (int) action.range().inf();
        }
        assertTrue(kept <= 100, "mends the sum");
        assertTrue(way.actions().size() >= 27);
    }

    /** 101 parts of 1 are more than 100; it is cheapest to set the whole aside. */
    @Test
    @Tag("slow")
    void aWholeOfManyParts() {
        List<Claim> claims = new ArrayList<>();
        String[] parts = new String[400];
        claims.add(Claim.of("T", "killed", "100", "t"));
        for (int i = 0; i < parts.length; i++) {
            parts[i] = "P" + i;
            claims.add(Claim.of(parts[i], "killed", "1", "s"));
        }
        Dossier dossier = Dossier.of("war", claims).with(Breakdown.of(Dimension.PARTY, "T", parts));
        Reconciliation reconciliation = Reconciliation.of(dossier);
        assertCut(reconciliation);
        assertEquals(102, reconciliation.conflicts().all().get(0).statements().size());
        Reconciliation mended = Reconciliation.of(mended(dossier, reconciliation));
        assertTrue(mended.conflicts().all().isEmpty());
    }

    /** All parties have lost as many as one another, and no two claims are equal: one claim may stay. */
    @Test
    @Tag("slow")
    void everyoneAtMostEveryOther() {
        List<WrittenRule> rules = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            for (int j = 0; j < 100; j++) {
                if (i != j) {
                    rules.add(WrittenRule.parse("{P" + i + " | killed} <= {P" + j + " | killed}"));
                }
            }
        }
        Dossier dossier = Dossier.of("war", claims(100, "P", 0)).with(rules.toArray(WrittenRule[]::new));
        Reconciliation reconciliation = Reconciliation.of(dossier);
        assertCut(reconciliation);
        assertEquals(2, reconciliation.conflicts().all().get(0).statements().size());
        assertEquals(1, reconciliation.conflicts().all().get(0).rules().size());
        assertEquals(99, reconciliation.corrections().all().get(0).actions().size());
    }

    /** Each within the one before, and each with more than that. */
    @Test
    @Tag("slow")
    void aChainOfParties() {
        Breakdown[] links = new Breakdown[1000];
        for (int i = 0; i < links.length; i++) {
            links[i] = Breakdown.within(Dimension.PARTY, "P" + i, "P" + (i + 1));
        }
        Dossier dossier = Dossier.of("war", claims(1001, "P", 0)).with(links);
        Reconciliation reconciliation = Reconciliation.of(dossier);
        assertCut(reconciliation);
        assertEquals(2, reconciliation.conflicts().all().get(0).statements().size());
        assertEquals(1000, reconciliation.corrections().all().get(0).actions().size());
    }

    /** Two ways lead from each party to the next; 50 at the top, 100 at the bottom. */
    @Test
    void aStringOfDiamonds() {
        List<Breakdown> links = new ArrayList<>();
        int diamonds = 300;
        for (int i = 0; i < diamonds; i++) {
            for (String way : List.of("A", "B")) {
                links.add(new Breakdown(Dimension.PARTY, "P" + i, way, List.of(way + i), Completeness.NO));
                links.add(Breakdown.within(Dimension.PARTY, way + i, "P" + (i + 1)));
            }
        }
        List<Claim> claims = new ArrayList<>();
        claims.add(Claim.of("P0", "killed", "50", "s"));
        for (int i = 1; i < diamonds; i++) {
            claims.add(Claim.of("P" + i, "killed", "at least 10", "s"));
        }
        claims.add(Claim.of("P" + diamonds, "killed", "100", "s"));
        Dossier dossier = Dossier.of("war", claims).with(links.toArray(Breakdown[]::new));
        Reconciliation reconciliation = Reconciliation.of(dossier);
        assertEquals(1, reconciliation.conflicts().all().size());
        assertEquals(
                2 * diamonds, reconciliation.conflicts().all().get(0).rules().size(), "one way of the two");
        assertEquals(2, reconciliation.corrections().all().size(), "top or bottom; too many rules to widen");
    }

    /** A loss that each of n voices counts on a day of its own, growing or shrinking by 1 from day to day. */
    private static Dossier days(int number, boolean grows, String... states) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            for (String state : states) {
                String figure = String.valueOf(grows ? i : number - i);
                claims.add(Claim.of("A", state, figure, "s" + i)
                        .asOf(LocalDate.of(1900, 1, 1).plusDays(i).toString()));
            }
        }
        return Dossier.of("war", claims);
    }

    /** The states of which nobody speaks would be ten unknowns a day, in rules that say nothing. */
    @Test
    void manyDatesOfOneLoss() {
        Dossier dossier = days(10_000, true, "killed");
        RuleNetwork network = RuleNetwork.of(Ranges.of(dossier), false);
        assertTrue(network.unknowns().size() <= 10_020, "unknowns");
        assertEquals(9_999, network.linear().rules().size(), "a rule between one day and the next");
        Reconciliation reconciliation = Reconciliation.of(dossier);
        assertEquals(10_000, reconciliation.rows().size());
        assertTrue(reconciliation.problems().isEmpty());
    }

    @Test
    @Tag("slow")
    void manyDatesOfALossThatShrinks() {
        Reconciliation reconciliation = Reconciliation.of(days(3000, false, "killed"));
        assertCut(reconciliation);
        assertEquals(2, reconciliation.conflicts().all().get(0).statements().size());
        assertEquals(1, reconciliation.conflicts().all().get(0).rules().size());
    }

    /** Every day may be as low as the first and as high as the last; a row names the nearest of them. */
    @Test
    void manyDatesThatOnlyTheFirstAndTheLastNarrow() {
        List<Claim> claims = new ArrayList<>();
        int days = 5000;
        for (int i = 0; i < days; i++) {
            String figure = i == 0 ? "10" : i == days - 1 ? "50" : "0 to 100";
            claims.add(Claim.of("A", "killed", figure, "s" + i)
                    .asOf(LocalDate.of(1900, 1, 1).plusDays(i).toString()));
        }
        Reconciliation reconciliation = Reconciliation.of(Dossier.of("war", claims));
        long named = 0;
        for (Reconciled row : reconciliation.rows()) {
            boolean isFirst = row.asOf().toString().equals("1900-01-01");
            boolean isLast = row.asOf()
                    .toString()
                    .equals(LocalDate.of(1900, 1, 1).plusDays(days - 1).toString());
            assertEquals(Interval.of(isLast ? 50 : 10, isFirst ? 10 : 50), row.range());
            named += row.rules().size() + row.claims().size();
        }
        assertTrue(named <= 300L * days, () -> "rules and claims named");
        assertTrue(reconciliation.problems().get(0).message().contains("only the nearest 79 ends are followed"));
    }

    /** Casualties, killed and wounded on each of 400 days: rules in cycles, more than are solved together. */
    @Test
    void rulesThatAreTooManyAreLeftInWords() {
        List<Claim> claims = new ArrayList<>();
        for (String figure : List.of("killed 1", "wounded 2", "casualties 5")) {
            String[] of = figure.split(" ");
            for (Claim claim : days(400, true, of[0]).claims()) {
                String low = String.valueOf(Integer.parseInt(claim.figure().text()) * Integer.parseInt(of[1]));
                claims.add(
                        Claim.of("A", of[0], "at least " + low, claim.sources().get(0))
                                .asOf(claim.asOf().toString()));
            }
        }
        Reconciliation reconciliation = Reconciliation.of(Dossier.of("war", claims));
        assertFalse(reconciliation.rows().isEmpty());
        assertFalse(reconciliation.conflicts().isComplete());
        List<String> told =
                reconciliation.problems().stream().map(Problem::message).toList();
        assertTrue(
                told.stream().anyMatch(each -> each.contains("conflicts among them may be missing")), told::toString);
        assertTrue(told.stream().anyMatch(each -> each.contains("implied ranges may be too wide")), told::toString);
    }

    /** 400 random claims about sides, members, places and days, most of them in conflict: 900 rules on 600 unknowns. */
    @Test
    @Tag("slow")
    void rulesThatTakeTooMuchWorkAreLeftInWords() {
        Random random = new Random(1);
        String[] parties = {"P1", "P2", "P1a", "P1b", "P2a", "P1a0", "P1a1", "P3", "P30", "P31"};
        String[] measures = {"strength", "killed", "wounded", "missing", "captured", "casualties", "killed_missing"};
        String[] days = {"", "", "", "1943-07", "1943-07-05", "1943-08-01"};
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String party = parties[random.nextInt(parties.length)];
            int number = (int) Math.pow(10, 1 + 4 * random.nextDouble());
            String figure = (random.nextInt(4) == 0 ? "at least " : "") + number;
            claims.add(Claim.of(party, measures[random.nextInt(measures.length)], figure, "s" + random.nextInt(8))
                    .in(random.nextInt(2) == 0 ? "" : "L" + random.nextInt(3))
                    .asOf(days[random.nextInt(days.length)]));
        }
        Dossier dossier = Dossier.of("war", claims)
                .with(
                        Breakdown.of(Dimension.PARTY, "P1", "P1a", "P1b"),
                        Breakdown.of(Dimension.PARTY, "P1a", "P1a0", "P1a1"),
                        Breakdown.of(Dimension.PARTY, "P2", "P2a", "P2b"),
                        Breakdown.of(Dimension.PARTY, "P3", "P30", "P31"),
                        Breakdown.of(Dimension.PLACE, "", "L0", "L1", "L2"));
        Reconciliation reconciliation = Reconciliation.of(dossier);
        assertFalse(reconciliation.rows().isEmpty());
        assertTrue(reconciliation.unsolved() > 0);
        List<String> told =
                reconciliation.problems().stream().map(Problem::message).toList();
        assertTrue(told.stream().anyMatch(each -> each.contains("ranges may be too wide")), told::toString);
    }

    /** One proof of 5,000 rules: a row for each, in a few words. */
    @Test
    void aLongProof() {
        Breakdown[] links = new Breakdown[5000];
        for (int i = 0; i < links.length; i++) {
            links[i] = Breakdown.of(Dimension.PARTY, "P" + i, "P" + (i + 1));
        }
        Dossier dossier = Dossier.of("war", Claim.of("P0", "killed", "5", "s"), Claim.of("P5000", "killed", "9", "s"))
                .with(links);
        Conflicts conflicts = Conflicts.of(dossier);
        assertEquals(1, conflicts.all().size());
        assertEquals(5000, conflicts.all().get(0).rules().size());
        assertEquals(Rational.of(4), conflicts.all().get(0).shortfall());
        assertEquals(5002, conflicts.rows().size());
        assertTrue(conflicts.all().get(0).why().length() < 1000, conflicts::toString);
        assertTrue(conflicts.isComplete());
    }

    /** Without work left for linear programmes, a conflict is told without its sums, and no widening is found. */
    @Test
    void conflictsOfWhichTheProofTakesTooMuchWork() {
        Dossier dossier = Dossier.of(
                        "war",
                        Claim.of("First row", "killed", "10", "s"),
                        Claim.of("Second row", "killed", "10", "t"),
                        Claim.of("First column", "killed", "5", "u"),
                        Claim.of("Second column", "killed", "5", "v"),
                        Claim.of("a", "killed", "0 or more", "w"),
                        Claim.of("b", "killed", "0 or more", "w"),
                        Claim.of("c", "killed", "0 or more", "w"),
                        Claim.of("d", "killed", "0 or more", "w"))
                .with(
                        WrittenRule.parse("{First row|killed} = {a|killed} + {b|killed}"),
                        WrittenRule.parse("{Second row|killed} = {c|killed} + {d|killed}"),
                        WrittenRule.parse("{First column|killed} = {a|killed} + {c|killed}"),
                        WrittenRule.parse("{Second column|killed} = {b|killed} + {d|killed}"));
        List<ConflictComponent> components = ConflictComponent.of(
                dossier,
                NetworkComponent.contradictory(dossier, Assumptions.NONE).components());
        Conflict told = Conflicts.of(dossier, components, List.of(), 10, new WorkLimit(0))
                .all()
                .get(0);
        Conflict proved = Conflicts.of(dossier).all().get(0);
        assertEquals(proved.statements(), told.statements());
        assertEquals(proved.rules(), told.rules());
        assertTrue(told.why().contains("exclude one another by 4 rules ("), told::why);
        StatementSet all = components.get(0).corrections().contested();
        NetworkComponent network = components.get(0).network();
        assertEquals(Optional.empty(), Widening.of(network, all, new WorkLimit(0)));
        assertEquals(
                Rational.of(10),
                Widening.of(network, all, new WorkLimit(100_000)).orElseThrow().total());
    }

    /** Many components share one budget, and each has its first conflict told. */
    @Test
    @Tag("slow")
    void manyHardComponents() {
        long all = 0;
        for (int components : new int[] {1, 20, 1000, 100_000}) {
            all = Math.max(all, components * Budget.of(components, 40));
        }
        assertEquals(100_000L * Budget.LEAST, all);
        List<Claim> claims = new ArrayList<>();
        int quantities = 120;
        for (int i = 0; i < quantities; i++) {
            for (int j = 0; j < 40; j++) {
                claims.add(Claim.of("P" + i, "killed", String.valueOf(j), "s" + j));
            }
        }
        Reconciliation reconciliation = Reconciliation.of(Dossier.of("war", claims));
        Set<Integer> told = new HashSet<>();
        reconciliation.conflicts().all().forEach(conflict -> told.add(conflict.component()));
        assertEquals(quantities, told.size());
        assertTrue(reconciliation.conflicts().rows().size() <= 100_000 + 2 * quantities);
        assertTrue(reconciliation.corrections().rows().size() <= 220_000);
    }
}
