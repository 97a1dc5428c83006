package org.muster.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.muster.compare.SmallDossiers;
import org.muster.compare.Statement;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.WrittenRule;

/**
 * The order of the rows of a dossier changes nothing but the order of rows in the reports: no range, no conflict, no proof
 * and no correction.
 */
@Domain(SmallDossiers.class)
@Domain(DomainContext.Global.class)
class OrderPropertiesTest {

    private static final List<String> DATES = List.of("", "", "", "1941-06", "1941-06-22", "1941-07", "1941");

    private static final List<String> RULES = List.of(
            "{North | killed} + {North | captured} <= {North | strength}",
            "{South | killed} >= 2 * {North | killed}",
            "{North | killed} = {South | killed} + 1");

    private static Dossier shuffled(Dossier dossier, List<WrittenRule> rules, long seed) {
        Random random = new Random(seed);
        List<Claim> claims = new ArrayList<>(dossier.claims());
        List<Breakdown> breakdowns = new ArrayList<>();
        for (Breakdown breakdown : dossier.hierarchy().own()) {
            List<String> parts = new ArrayList<>(breakdown.parts());
            Collections.shuffle(parts, random);
            breakdowns.add(new Breakdown(
                    breakdown.dimension(), breakdown.whole(), breakdown.partition(), parts, breakdown.complete()));
        }
        List<WrittenRule> written = new ArrayList<>(rules);
        Collections.shuffle(claims, random);
        Collections.shuffle(breakdowns, random);
        Collections.shuffle(written, random);
        return Dossier.of(dossier.name(), claims)
                .with(breakdowns.toArray(Breakdown[]::new))
                .with(written.toArray(WrittenRule[]::new));
    }

    /** Words in any order: parts of a breakdown stand in that of its rows. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(Arrays.asList(text.split("[ ;,()]+")));
        Collections.sort(words);
        return words;
    }

    private static Set<String> ids(List<Claim> claims) {
        return new TreeSet<>(Claim.ids(claims));
    }

    private static Set<Object> conflicts(Reconciliation reconciliation) {
        Set<Object> all = new HashSet<>();
        for (Conflict conflict : reconciliation.conflicts().all()) {
            all.add(List.of(ids(conflict.claims()), conflict.shortfall(), conflict.soft(), words(conflict.why())));
        }
        return all;
    }

    private static Set<Object> corrections(Reconciliation reconciliation) {
        Set<Object> all = new HashSet<>();
        for (Correction correction : reconciliation.corrections().all()) {
            Set<Object> actions = new HashSet<>();
            for (Correction.Action action : correction.actions()) {
                Statement statement = action.statement();
                actions.add(List.of(ids(statement.claims()), action.kind(), action.range(), action.why()));
            }
            all.add(List.of(correction.cost(), actions));
        }
        return all;
    }

    private static Set<Object> rows(Reconciliation reconciliation) {
        Set<Object> all = new HashSet<>();
        for (Reconciled row : reconciliation.rows()) {
            all.add(List.of(
                    row.quantity(),
                    row.asOf(),
                    row.stated(),
                    row.implied(),
                    row.corrected(),
                    row.status(),
                    row.exact(),
                    ids(row.claims()),
                    ids(row.dropped()),
                    words(String.join(" ", new TreeSet<>(row.rules())))));
        }
        return all;
    }

    @Property(tries = 200)
    void theOrderOfRowsDoesNotMatter(@ForAll Dossier drawn, @ForAll long seed) {
        Random random = new Random(seed);
        List<Claim> dated = new ArrayList<>();
        for (Claim claim : drawn.claims()) {
            dated.add(claim.asOf(DATES.get(random.nextInt(DATES.size()))));
        }
        Dossier dossier =
                Dossier.of(drawn.name(), dated).with(drawn.hierarchy().own().toArray(Breakdown[]::new));
        List<WrittenRule> rules = new ArrayList<>();
        for (String rule : RULES) {
            try {
                if (random.nextInt(3) == 0) {
                    WrittenRule written = WrittenRule.parse(rule).named("rule" + rules.size());
                    dossier.with(written);
                    rules.add(written);
                }
            } catch (IllegalArgumentException e) {
                // names a party that this dossier does not have
            }
        }
        Reconciliation one = Reconciliation.of(shuffled(dossier, rules, seed));
        Reconciliation other = Reconciliation.of(shuffled(dossier, rules, seed + 1));
        assertSame(rows(one), rows(other));
        assertSame(conflicts(one), conflicts(other));
        assertSame(corrections(one), corrections(other));
    }

    private static void assertSame(Set<Object> one, Set<Object> other) {
        assertEquals(without(one, other), without(other, one));
    }

    private static String without(Set<Object> all, Set<Object> others) {
        return all.stream()
                .filter(each -> !others.contains(each))
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
