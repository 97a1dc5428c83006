package org.muster.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.muster.dossier.AsOf;

/** The dates of one quantity, against their definitions, which compare all dates with all. */
class TimelineTest {

    private static AsOf date(Random random) {
        LocalDate day = LocalDate.of(1943, 11, 1).plusDays(random.nextInt(120));
        return AsOf.parse(
                switch (random.nextInt(10)) {
                    case 0 -> "";
                    case 1 -> day.toString().substring(0, 4);
                    case 2, 3 -> day.toString().substring(0, 7);
                    default -> day.toString();
                });
    }

    private static Set<AsOf> dates(Random random) {
        Set<AsOf> dates = new LinkedHashSet<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            dates.add(date(random));
        }
        return dates;
    }

    private static List<AsOf> narrowest(Set<AsOf> dates) {
        List<AsOf> narrowest = new ArrayList<>();
        for (AsOf date : dates) {
            boolean isWider = dates.stream().anyMatch(other -> other.isWithin(date) && !date.isWithin(other));
            if (date.isGiven() && !isWider) {
                narrowest.add(date);
            }
        }
        narrowest.sort(Timeline.BY_DATE);
        return narrowest;
    }

    @Property
    void theNarrowestContainNoOther(@ForAll long seed) {
        Set<AsOf> dates = dates(new Random(seed));
        assertEquals(narrowest(dates), List.copyOf(Timeline.narrowest(dates)));
    }

    @Property
    void aFigureStatesTheDatesWithADayInCommon(@ForAll long seed, @ForAll boolean grows) {
        Random random = new Random(seed);
        Set<AsOf> dates = dates(random);
        Timeline timeline = Timeline.of(grows, dates);
        AsOf date = date(random);
        List<AsOf> within = new ArrayList<>(narrowest(dates));
        within.removeIf(known -> known.isDifferentFrom(date));
        if (!date.isGiven()) {
            within = grows ? List.of(AsOf.WHOLE_EVENT) : List.copyOf(timeline.all());
        } else if (grows && within.size() > 1) {
            within = within.subList(within.size() - 1, within.size());
        }
        assertEquals(within, List.copyOf(timeline.statedBy(date)));
    }
}
