package org.muster.reconcile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.muster.dossier.AsOf;
import org.muster.dossier.Quantity;
import org.muster.exact.Bounds;
import org.muster.exact.Rational;

/** A rule of a dossier that says nothing of dates yet, with the dates of each of its quantities. */
record RuleDraft(
        String text,
        List<Quantity> quantities,
        List<Timeline> timelines,
        List<Rational> factors,
        Bounds bounds,
        boolean disregardsDates) {

    /** The date of each quantity, as an unknown that is one from now on. */
    List<Unknown> unknowns(Function<Timeline, AsOf> dates) {
        List<Unknown> unknowns = new ArrayList<>(quantities.size());
        for (int i = 0; i < quantities.size(); i++) {
            AsOf date = dates.apply(timelines.get(i));
            timelines.get(i).add(date);
            unknowns.add(new Unknown(quantities.get(i), date));
        }
        return unknowns;
    }

    /** Whether the final count of one of the quantities is a different unknown from its count as of the latest date. */
    boolean hasFinalApart() {
        return timelines.stream().anyMatch(Timeline::hasFinalApart);
    }

    /** The narrowest dates of all quantities. */
    Set<AsOf> dates() {
        Set<AsOf> dates = new HashSet<>();
        timelines.forEach(timeline -> dates.addAll(timeline.dates()));
        return dates;
    }
}
