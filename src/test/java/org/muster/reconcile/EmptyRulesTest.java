package org.muster.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.exact.Bounds;
import org.muster.exact.Constraint;
import org.muster.exact.Hull;
import org.muster.exact.LinearForm;
import org.muster.exact.LinearProgram;
import org.muster.exact.Rational;
import org.muster.exact.Simplex;
import org.muster.interval.Interval;

/** What is claimed is narrowed no less without the rules that say nothing, against one linear programme of all rules. */
class EmptyRulesTest {

    private static final List<String> DATES = List.of("1943-01-05", "1943-02-05", "1943-03-05");

    /** Sums of states, the whole first, of the built-in hierarchy.csv; each is a rule where one of its parts is claimed. */
    private static final List<List<String>> SUMS = List.of(
            List.of("casualties", "killed", "wounded", "missing", "captured"),
            List.of("casualties", "killed", "wounded", "captured_missing"),
            List.of("casualties", "killed_wounded", "captured_missing"),
            List.of("killed_wounded", "killed", "wounded"),
            List.of("killed_missing", "killed", "missing"),
            List.of("captured_missing", "captured", "missing"),
            List.of("wounded_missing", "wounded", "missing"),
            List.of("deaths", "killed", "died_of_wounds", "noncombat_deaths"),
            List.of("irrecoverable", "deaths", "missing", "captured"),
            List.of("sanitary", "wounded", "sick"));

    @Property
    void nothingIsLost(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> states = new ArrayList<>(List.of("killed", "wounded", "casualties", "missing", "killed_wounded"));
        Collections.shuffle(states, random);
        states.subList(1 + random.nextInt(states.size()), states.size()).clear();
        Map<String, Interval> given = new HashMap<>();
        List<Claim> claims = new ArrayList<>();
        for (String state : states) {
            for (String date : DATES) {
                int low = random.nextInt(50);
                int high = low + random.nextInt(100);
                claims.add(Claim.of("A", state, low + " to " + high, "s " + state + date)
                        .asOf(date));
            }
        }
        Reconciliation reconciliation = Reconciliation.of(Dossier.of("war", claims));
        for (Reconciled row : reconciliation.rows()) {
            row.stated()
                    .ifPresent(range ->
                            given.put(row.quantity().measure() + row.asOf().toString(), range));
        }
        assertEquals(DATES.size() * states.size(), given.size());
        Map<String, Integer> numbers = new HashMap<>();
        Simplex simplex = Simplex.of(programme(states, given, numbers));
        if (simplex.infeasible().isPresent()) {
            assertTrue(reconciliation.rows().stream().anyMatch(row -> row.status() == Reconciled.Status.INFEASIBLE));
            return;
        }
        List<Hull.Range> hull = simplex.hull().ranges();
        for (Reconciled row : reconciliation.rows()) {
            String name = row.quantity().measure() + row.asOf().toString();
            if (given.containsKey(name)) {
                Bounds all = hull.get(numbers.get(name)).bounds();
                assertEquals(Reconciliation.whole(all), row.implied().orElseThrow(), name);
            }
        }
    }

    private static LinearProgram programme(
            List<String> claimed, Map<String, Interval> given, Map<String, Integer> numbers) {
        List<List<String>> sums = SUMS.stream()
                .filter(sum -> sum.subList(1, sum.size()).stream().anyMatch(claimed::contains))
                .toList();
        List<List<String>> grow = new ArrayList<>(sums);
        claimed.forEach(state -> grow.add(List.of(state)));
        List<Bounds> bounds = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        for (String date : DATES) {
            for (List<String> sum : grow) {
                LinearForm form = LinearForm.ZERO;
                for (String state : sum) {
                    Integer number = numbers.get(state + date);
                    if (number == null) {
                        number = bounds.size();
                        numbers.put(state + date, number);
                        Interval range = given.get(state + date);
                        bounds.add(range == null ? Bounds.atLeast(Rational.ZERO) : Bounds.of(range));
                    }
                    LinearForm variable = LinearForm.variable(number);
                    form = state.equals(sum.get(0)) ? variable : form.subtract(variable);
                }
                if (sum.size() > 1) {
                    constraints.add(Constraint.exactly(form, Rational.ZERO));
                }
            }
        }
        for (List<String> sum : grow) {
            for (String state : sum) {
                for (int later = 1; later < DATES.size(); later++) {
                    constraints.add(Constraint.atLeast(
                            LinearForm.variable(numbers.get(state + DATES.get(later)))
                                    .subtract(LinearForm.variable(numbers.get(state + DATES.get(later - 1)))),
                            Rational.ZERO));
                }
            }
        }
        return new LinearProgram(bounds, constraints);
    }
}
