package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.AsOf;
import org.muster.dossier.Quantity;
import org.muster.figure.Measure;
import org.muster.interval.Interval;

/** What is found by sorting is what a look at every pair finds. */
class DateSweepPropertiesTest {

    private static final List<String> DATES = List.of(
            "",
            "1944",
            "1945",
            "1946",
            "1945-07",
            "1945-08",
            "1945-09",
            "1945-08-08",
            "1945-08-09",
            "1945-08-10",
            "1944-12-31");

    private static List<Said> voices(Random random) {
        Quantity quantity = new Quantity("E", "A", "", Measure.parse("killed"), "");
        List<Said> voices = new ArrayList<>();
        for (int voice = random.nextInt(6); voice >= 0; voice--) {
            Set<AsOf> dates = new LinkedHashSet<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                dates.add(AsOf.parse(DATES.get(random.nextInt(DATES.size()))));
            }
            List<Said.Dated> dated = new ArrayList<>();
            for (AsOf date : dates) {
                int low = random.nextInt(8);
                int high = random.nextInt(4) == 0 ? Integer.MAX_VALUE : low + random.nextInt(4);
                dated.add(new Said.Dated(
                        date, Interval.of(low, high == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : high)));
            }
            voices.add(
                    new Said("v" + voice, quantity, Interval.of(0, 10), Firmness.FIRM, List.of(), dated, false, false));
        }
        return voices;
    }

    /** The definition, pair by pair. */
    private static Said.Conclusion literally(List<Said> voices, boolean isLoss) {
        Said.Conclusion worst = Said.Conclusion.FIT;
        for (Said some : voices) {
            for (Said other : voices) {
                for (Said.Dated a : some.dated()) {
                    for (Said.Dated b : other.dated()) {
                        if (some != other && a.range().isDisjoint(b.range())) {
                            Said.Conclusion found =
                                    Said.excludes(a, b, isLoss) ? Said.Conclusion.EXCLUDE : Said.Conclusion.BY_DATE;
                            worst = found.compareTo(worst) > 0 ? found : worst;
                        }
                    }
                }
            }
        }
        return worst;
    }

    @Property
    void theWorstPair(@ForAll long seed, @ForAll boolean isLoss) {
        List<Said> voices = voices(new Random(seed));
        assertEquals(literally(voices, isLoss), DateSweep.worst(voices, isLoss), voices::toString);
    }

    @Property
    void datesThatGoTogether(@ForAll long seed) {
        Random random = new Random(seed);
        Set<AsOf> dates = new LinkedHashSet<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            dates.add(AsOf.parse(DATES.get(random.nextInt(DATES.size()))));
        }
        Map<AsOf, Set<AsOf>> together = new HashMap<>();
        dates.forEach(date -> together.put(date, new HashSet<>(Set.of(date))));
        DateSweep.forEachTogether(List.copyOf(dates), date -> date, (one, other) -> {
            assertTrue(together.get(one).add(other), "twice");
            assertTrue(together.get(other).add(one), "twice");
        });
        together.forEach((date, others) -> assertEquals(
                dates.stream().filter(other -> !other.isDifferentFrom(date)).collect(Collectors.toSet()), others));
    }
}
