package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.muster.compare.DepthProfile.Region;
import org.muster.interval.Interval;

/** Where most voices agree, against a count of the voices at every whole and half number. */
class DepthProfilePropertiesTest {

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
        DepthProfile profile = DepthProfile.of(voices);
        assertEquals(most, profile.depth());
        assertEquals(expected, profile.deepest());
    }

    /** Marzullo's algorithm returns one of the two. */
    @Example
    void tiesAreAllReturned() {
        DepthProfile profile = DepthProfile.of(List.of(Interval.of(8, 9), Interval.of(8, 12), Interval.of(10, 12)));
        assertEquals(2, profile.depth());
        assertEquals(List.of(Interval.of(8, 9), Interval.of(10, 12)), profile.deepest());
        assertEquals(List.of(new Region(Interval.of(8, 9), 2), new Region(Interval.of(10, 12), 2)), profile.groups());
        assertEquals("[8, 9] 2, [9, 10] 1, [10, 12] 2", profile.toString());
    }

    @Example
    void oneLineHoldsTheFirstPartsOfMany() {
        DepthProfile profile = DepthProfile.of(IntStream.range(0, 1_000_000)
                .mapToObj(i -> Interval.of(3.0 * i, 3.0 * i + 1))
                .toList());
        assertEquals(1_000_000, profile.groups().size());
        assertTrue(profile.toString().startsWith("[0, 1] 1, [3, 4] 1, "));
        assertTrue(profile.toString().endsWith("[57, 58] 1 and 999980 more parts"));
    }

    @Example
    void nobodyAgreesWithNobody() {
        DepthProfile profile = DepthProfile.of(List.of());
        assertEquals(0, profile.depth());
        assertEquals(List.of(), profile.deepest());
        assertEquals(List.of(), profile.groups());
        assertEquals(0, profile.at(3));
    }

    /** A group is what a number's ranges have in common, where no other number is covered by all of these and more. */
    @Property
    void groupsAsTriedNumberByNumber(@ForAll("voices") List<Interval> voices) {
        Set<Set<Integer>> tried = new HashSet<>();
        for (int i = 0; i <= 2 * TOP + 1; i++) {
            Set<Integer> covering = new TreeSet<>();
            for (int j = 0; j < voices.size(); j++) {
                if (voices.get(j).contains(i / 2.0)) {
                    covering.add(j);
                }
            }
            tried.add(covering);
        }
        List<Region> expected = new ArrayList<>();
        for (Set<Integer> some : tried) {
            boolean isMaximal = !some.isEmpty()
                    && tried.stream().noneMatch(other -> other.size() > some.size() && other.containsAll(some));
            if (isMaximal) {
                Interval common = some.stream().map(voices::get).reduce(Interval.ENTIRE, Interval::intersection);
                expected.add(new Region(common, some.size()));
            }
        }
        expected.sort(Comparator.comparingDouble(group -> group.range().inf()));
        assertEquals(expected, DepthProfile.of(voices).groups());
    }

    @Property
    void regionsAndDepthsAsCounted(
            @ForAll("voices") List<Interval> voices, @ForAll @IntRange(min = 1, max = 4) int least) {
        DepthProfile profile = DepthProfile.of(voices);
        Interval covered = Interval.EMPTY;
        for (Region region : profile.regions(least)) {
            double inside = region.range().sup() == Double.POSITIVE_INFINITY
                    ? 2 * TOP
                    : region.range().mid();
            assertEquals(voices.stream().filter(voice -> voice.contains(inside)).count(), region.depth());
            assertTrue(region.depth() >= least);
            covered = covered.convexHull(region.range());
        }
        for (int i = 0; i <= 2 * TOP + 1; i++) {
            double x = i / 2.0;
            long depth = voices.stream().filter(voice -> voice.contains(x)).count();
            assertEquals(depth, profile.at(x));
            assertEquals(depth >= least, profile.coveredBy(least).stream().anyMatch(part -> part.contains(x)));
            assertTrue(depth < least || covered.contains(x));
        }
    }

    @Example
    void anEmptyRangeCoversNothing() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> DepthProfile.of(List.of(Interval.of(1), Interval.EMPTY)));
        assertEquals("ranges: the one at index 1 is empty: it covers nothing", refused.getMessage());
    }
}
