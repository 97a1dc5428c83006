package limits;

import java.util.List;
import org.muster.adjust.GrossErrors;
import org.muster.adjust.LinearConstraint;
import org.muster.adjust.Observation;
import org.muster.interval.Interval;
import org.muster.statistics.BinomialLimits;
import org.muster.statistics.Comparison;
import org.muster.statistics.Sample;
import org.muster.statistics.Spread;

/** Statistics and adjustment, with no dependency of Muster but Commons Math. */
final class Limits {

    private Limits() {}

    public static void main(String[] args) {
        Sample killed = Sample.of(Interval.of(9_780, 12_031), Interval.of(21_389), Interval.of(83_737));
        System.out.println(killed.median() + " " + Spread.GINI.of(killed));
        System.out.println(BinomialLimits.CLOPPER_PEARSON.of(Interval.of(3), Interval.of(10), 0.95));
        System.out.println(Comparison.of(killed, killed).rankTest(0.95));
        System.out.println(GrossErrors.of(
                List.of(Observation.of(1_000, 100), Observation.of(700, 100), Observation.of(250, 100)),
                List.of(LinearConstraint.sum("total", 0, List.of(1, 2))),
                0.05));
    }
}
