package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.AsOf;
import org.muster.interval.Interval;

/** The two sides that are furthest apart, against a look at each pair. */
class WidestSidesPropertiesTest {

    private static final List<String> DATES =
            List.of("", "1944", "1944-03", "1944-03-05", "1944-03-06", "1944-04", "1945", "1945-01-01", "1946-07");

    private static List<Side> sides(Random random) {
        List<Side> sides = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            int low = random.nextInt(random.nextBoolean() ? 6 : 60);
            double high = random.nextInt(8) == 0 ? Double.POSITIVE_INFINITY : low + random.nextInt(4);
            sides.add(new Side(
                    Interval.of(low, high), Firmness.FIRM, AsOf.parse(DATES.get(random.nextInt(DATES.size())))));
        }
        return sides.stream().distinct().toList();
    }

    /** Pairs are looked at from the least high end, and for each from the greatest low end; the first of equals counts. */
    private static Optional<Side.Opposed> byPairs(List<Side> sides, boolean isLoss) {
        List<Side> fromTop = new ArrayList<>(sides);
        fromTop.sort(
                Comparator.comparingDouble((Side side) -> side.range().inf()).reversed());
        List<Side> fromBottom = new ArrayList<>(sides);
        fromBottom.sort(Comparator.comparingDouble(side -> side.range().sup()));
        Optional<Side.Opposed> widest = Optional.empty();
        double most = 0;
        for (Side low : fromBottom) {
            for (Side high : fromTop) {
                boolean excluded = low.range().precedes(high.range())
                        && low.range().sup() < high.range().inf()
                        && Said.excludes(
                                new Said.Dated(low.asOf(), low.range()),
                                new Said.Dated(high.asOf(), high.range()),
                                isLoss);
                if (excluded && Side.separation(low.range(), high.range()) > most) {
                    most = Side.separation(low.range(), high.range());
                    widest = Optional.of(new Side.Opposed(low, high));
                }
            }
        }
        return widest;
    }

    @Property(tries = 1000)
    void theWidestPairIsFound(@ForAll long seed, @ForAll boolean isLoss) {
        List<Side> sides = sides(new Random(seed));
        assertEquals(byPairs(sides, isLoss), Side.widest(sides, isLoss), sides::toString);
    }
}
