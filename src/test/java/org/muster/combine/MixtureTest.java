package org.muster.combine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.muster.compare.Costs;
import org.muster.compare.Ranges;
import org.muster.dossier.Dossier;
import org.muster.interval.Interval;
import org.muster.statistics.EmpiricalDistribution;
import org.muster.statistics.EmpiricalDistribution.Step;
import org.muster.statistics.QuantileType;
import org.muster.statistics.Sample;

/** The weighted mixture of what voices say. */
class MixtureTest {

    private static Mixture of(String claims) {
        return Mixture.of(Cases.evidence(claims)).orElseThrow();
    }

    /** Weights 5 + 3 = 8 and 1 + 3 = 4, worked out by hand. */
    @Example
    void byHand() {
        Mixture mixture = of("A [A] = 10–20 | B [E] = 16–50");
        assertEquals(Interval.of(12, 30), mixture.mean()); // (8·10 + 4·16)/12, (8·20 + 4·50)/12
        assertEquals(Interval.of(10, 20), mixture.quantile(0.5));
        assertEquals(Interval.of(16, 50), mixture.quantile(0.9));
        Interval two = Interval.of(2).divide(Interval.of(3));
        assertEquals(
                List.of(
                        new Step(10, Interval.of(0, two.sup())),
                        new Step(16, Interval.of(0, 1)),
                        new Step(20, Interval.of(two.inf(), 1)),
                        new Step(50, Interval.of(1))),
                mixture.steps());
        assertEquals(Interval.of(0), mixture.cumulative(9));
        assertEquals("mean 12 to 30, median 10 to 20", mixture.toString());
        assertThrows(IllegalArgumentException.class, () -> mixture.cumulative(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> mixture.quantile(0));
    }

    @Example
    void withoutARangeThereIsNone() {
        assertTrue(Mixture.of(Cases.evidence("A = heavy | B = up to 3")).isEmpty());
    }

    @Example
    void theTableCanBeReplaced() {
        Dossier dossier = Cases.dossier("A [A] = 10 | B [E] = 50");
        Evidence evidence =
                Evidence.of(Ranges.of(dossier), dossier.quantities().get(0), Costs.of(Map.of("A", 7, "E", 27, "", 3)));
        assertEquals(Interval.of(40), Mixture.of(evidence).orElseThrow().mean()); // (10·10 + 30·50)/40
        assertEquals(
                "{A=7, B=4, C=3, D=2, E=1, F=3, 1=5, 2=4, 3=3, 4=2, 5=1, 6=3, not given=3}",
                Costs.of(Map.of("A", 7)).table().toString());
    }

    @Provide
    Arbitrary<List<Interval>> ranges() {
        Arbitrary<Integer> ends = Arbitraries.integers().between(0, 50);
        return Combinators.combine(ends, ends)
                .as((x, y) -> Interval.of(Math.min(x, y), Math.max(x, y)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    /** Ungraded voices weigh the same, so that the mixture is the plain distribution of the sample. */
    @Property
    void withEqualWeightsItIsTheEmpiricalDistribution(@ForAll("ranges") List<Interval> ranges) {
        List<String> claims = new ArrayList<>();
        for (Interval range : ranges) {
            claims.add("source " + claims.size() + " = " + (long) range.inf() + "–" + (long) range.sup());
        }
        Mixture mixture = of(String.join(" | ", claims));
        Sample sample = Sample.of(ranges);
        assertEquals(sample.mean(), mixture.mean());
        assertEquals(EmpiricalDistribution.of(sample).steps(), mixture.steps());
        for (double probability : new double[] {0.05, 0.5, 0.95, 1}) {
            assertEquals(sample.quantile(probability, QuantileType.R1), mixture.quantile(probability));
        }
    }
}
