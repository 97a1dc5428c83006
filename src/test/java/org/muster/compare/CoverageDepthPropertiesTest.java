package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.muster.interval.Interval;

/** Where most voices agree, against a count of the voices at every whole and half number. */
class CoverageDepthPropertiesTest {

    private static final int TOP = 12;

    @Provide
    Arbitrary<List<Interval>> voices() {
        Arbitrary<Integer> ends = Arbitraries.integers().between(0, TOP);
        Arbitrary<Interval> ranges = Combinators.combine(
                        ends, ends, Arbitraries.integers().between(0, 9))
                .as((x, y, open) -> Interval.of(Math.min(x, y), open == 0 ? Double.POSITIVE_INFINITY : Math.max(x, y)));
        return ranges.list().ofMaxSize(8);
    }

    @Property
    void asCounted(@ForAll("voices") List<Interval> voices) {
        int most = 0;
        int[] counts = new int[2 * TOP + 2];
        for (int i = 0; i < counts.length; i++) {
            double x = i / 2.0;
            counts[i] = (int) voices.stream().filter(voice -> voice.contains(x)).count();
            most = Math.max(most, counts[i]);
        }
        List<Interval> expected = new ArrayList<>();
        for (int i = 0; i < counts.length && most > 0; i++) {
            if (counts[i] == most && (i == 0 || counts[i - 1] < most)) {
                int last = i;
                while (last + 1 < counts.length && counts[last + 1] == most) {
                    last++;
                }
                // Beyond the greatest finite end the count stays as it is.
                expected.add(Interval.of(i / 2.0, last == counts.length - 1 ? Double.POSITIVE_INFINITY : last / 2.0));
            }
        }
        assertEquals(new CoverageDepth(most, expected), CoverageDepth.of(voices));
    }

    /** Marzullo's algorithm returns one of the two. */
    @Example
    void tiesAreAllReturned() {
        List<Interval> voices = List.of(Interval.of(8, 9), Interval.of(8, 12), Interval.of(10, 12));
        assertEquals(new CoverageDepth(2, List.of(Interval.of(8, 9), Interval.of(10, 12))), CoverageDepth.of(voices));
    }

    @Example
    void nobodyAgreesWithNobody() {
        assertEquals(new CoverageDepth(0, List.of()), CoverageDepth.of(List.of()));
    }
}
