import java.util.List;
import org.muster.exact.RationalRange;
import org.muster.interval.Interval;
import org.muster.interval.IntervalArray;

/** Ranges and exact ratios, with no dependency of Muster on the class path. */
class Difference {
    public static void main(String[] args) {
        Interval soviet = Interval.of(9_780, 12_031);
        System.out.println(Interval.of(83_737).subtract(soviet));
        System.out.println(IntervalArray.of(soviet, Interval.of(72)).sum());
        System.out.println(RationalRange.quotient(List.of(Interval.of(21_389)), List.of(soviet)).toInterval());
    }
}
