package org.muster.exact;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;
import org.muster.interval.Interval;
import org.muster.interval.Intervals;

/** Finite doubles of every magnitude, and ranges of counts with zeros, open ends, tiny and huge ends. */
class Rationals extends DomainContextBase {

    @Provide
    static Arbitrary<Double> reals() {
        return Intervals.reals();
    }

    @Provide
    static Arbitrary<Interval> counts() {
        Arbitrary<Double> ends = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 2_000_000).map(Integer::doubleValue)),
                Tuple.of(2, Arbitraries.integers().between(0, 12).map(Integer::doubleValue)),
                Tuple.of(2, reals().map(Math::abs)),
                Tuple.of(1, Arbitraries.just(0.0)));
        return Combinators.combine(ends, ends, Arbitraries.integers().between(0, 9))
                .as((x, y, open) -> Interval.of(Math.min(x, y), open == 0 ? Double.POSITIVE_INFINITY : Math.max(x, y)))
                .withoutEdgeCases();
    }
}
