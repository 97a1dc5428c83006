package org.muster.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.muster.dossier.AsOf;

/**
 * Finds which counts of many dates are compatible, by sorting. Dates that have a day in common are found by sweeping
 * over the days: a year contains its months, and a month its days, so few dates are open at a time.
 */
final class DateSweep {

    private record Count(int place, int voice, Said.Dated dated) {
        double low() {
            return dated.range().inf();
        }

        double high() {
            return dated.range().sup();
        }

        AsOf asOf() {
            return dated.asOf();
        }
    }

    /** The greatest of some numbers, and the greatest of those of any other voice. */
    private static final class Greatest {
        private double first = Double.NEGATIVE_INFINITY;
        private double second = Double.NEGATIVE_INFINITY;
        private int voice = -1;

        void add(double number, int of) {
            if (of == voice) {
                first = Math.max(first, number);
            } else if (voice < 0 || number > first) {
                second = first;
                first = number;
                voice = of;
            } else {
                second = Math.max(second, number);
            }
        }

        double ofOthers(int than) {
            return than == voice ? second : first;
        }
    }

    private DateSweep() {}

    /** How well the two voices that disagree most go together. */
    static Said.Conclusion worst(List<Said> voices, boolean isLoss) {
        List<Count> counts = new ArrayList<>();
        for (int voice = 0; voice < voices.size(); voice++) {
            for (Said.Dated dated : voices.get(voice).dated()) {
                counts.add(new Count(counts.size(), voice, dated));
            }
        }
        if (!areDisjoint(counts)) {
            return Said.Conclusion.FIT;
        }
        boolean exclude = isLoss
                ? excludeAsLosses(counts)
                : excludeOnOneDay(counts); // without a date, a strength is that of every day
        return exclude ? Said.Conclusion.EXCLUDE : Said.Conclusion.BY_DATE;
    }

    /** Whether two counts of different voices have no number in common. */
    private static boolean areDisjoint(List<Count> counts) {
        Greatest low = new Greatest();
        for (Count count : counts) {
            low.add(count.low(), count.voice);
        }
        return isAnyBelow(low, counts);
    }

    /** Whether any count is wholly below the greatest number of the other voices. */
    private static boolean isAnyBelow(Greatest lows, List<Count> counts) {
        for (Count count : counts) {
            if (lows.ofOthers(count.voice) > count.high()) {
                return true;
            }
        }
        return false;
    }

    /** A later count of a loss that is wholly below another voice's earlier one, or two of one date that are apart. */
    private static boolean excludeAsLosses(List<Count> counts) {
        List<Count> last = new ArrayList<>();
        List<Count> given = new ArrayList<>();
        for (Count count : counts) {
            (count.asOf().isGiven() ? given : last).add(count);
        }
        if (areDisjoint(last) || excludeOnOneDay(given)) {
            return true;
        }
        List<Count> byStart = sorted(given, AsOf.BY_FIRST_DAY);
        List<Count> byEnd = sorted(given, AsOf.BY_LAST_DAY);
        Greatest earlier = new Greatest();
        int ended = 0;
        for (Count later : byStart) {
            while (ended < byEnd.size() && byEnd.get(ended).asOf().isBefore(later.asOf())) {
                earlier.add(byEnd.get(ended).low(), byEnd.get(ended).voice);
                ended++;
            }
            if (earlier.ofOthers(later.voice) > later.high()) {
                return true;
            }
        }
        while (ended < byEnd.size()) {
            earlier.add(byEnd.get(ended).low(), byEnd.get(ended).voice);
            ended++;
        }
        return isAnyBelow(earlier, last);
    }

    private static List<Count> sorted(List<Count> counts, Comparator<AsOf> order) {
        List<Count> sorted = new ArrayList<>(counts);
        sorted.sort(Comparator.comparing(Count::asOf, order));
        return sorted;
    }

    /** Whether two counts of different voices, of dates with a day in common, have no number in common. */
    private static boolean excludeOnOneDay(List<Count> counts) {
        TreeSet<Count> byLow =
                new TreeSet<>(Comparator.comparingDouble(Count::low).reversed().thenComparing(Count::place));
        TreeSet<Count> byHigh =
                new TreeSet<>(Comparator.comparingDouble(Count::high).thenComparing(Count::place));
        PriorityQueue<Count> ending = new PriorityQueue<>(Comparator.comparing(Count::asOf, AsOf.BY_LAST_DAY));
        for (Count next : sorted(counts, AsOf.BY_FIRST_DAY)) {
            while (!ending.isEmpty() && ending.element().asOf().isBefore(next.asOf())) {
                Count ended = ending.remove();
                byLow.remove(ended);
                byHigh.remove(ended);
            }
            for (Count greatest : byLow) {
                if (greatest.low() <= next.high()) {
                    break;
                } else if (greatest.voice != next.voice) {
                    return true;
                }
            }
            for (Count least : byHigh) {
                if (least.high() >= next.low()) {
                    break;
                } else if (least.voice != next.voice) {
                    return true;
                }
            }
            ending.add(next);
            byLow.add(next);
            byHigh.add(next);
        }
        return false;
    }

    /** Passes on every two things of which the dates are not different. */
    static <T> void forEachTogether(List<T> things, Function<T, AsOf> date, BiConsumer<T, T> together) {
        if (things.size() < 2) {
            return;
        }
        List<T> sorted = new ArrayList<>(things);
        sorted.sort(Comparator.comparing(date, AsOf.BY_FIRST_DAY));
        List<T> open = new ArrayList<>();
        for (T next : sorted) {
            for (Iterator<T> others = open.iterator(); others.hasNext(); ) {
                T other = others.next();
                if (date.apply(other).isBefore(date.apply(next))) {
                    others.remove();
                } else {
                    together.accept(other, next);
                }
            }
            open.add(next);
        }
    }
}
