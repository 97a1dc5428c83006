package org.muster.plot;

import java.util.ArrayList;
import java.util.List;
import org.muster.check.Check;
import org.muster.check.Checks;
import org.muster.compare.Agreement;
import org.muster.compare.Agreements;
import org.muster.compare.Ratios;
import org.muster.compare.VoicePairs;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Names;
import org.muster.interval.Interval;
import org.muster.reconcile.Reconciliation;
import org.muster.statistics.Sample;

/** All pictures of a dossier. */
final class Pictures {

    private Pictures() {}

    static List<Picture> of(Dossier dossier) {
        Agreements quantities = Agreements.of(dossier);
        Names names = Names.of(dossier);
        VoiceKind.Finder voiceKinds = VoiceKind.in(dossier);
        List<Picture> pictures = new ArrayList<>();
        VerdictStrip.of(quantities).ifPresent(pictures::add);
        ConflictOverview.of(quantities, names).ifPresent(pictures::add);
        VoiceMatrix.of(VoicePairs.of(quantities), names).ifPresent(pictures::add);
        for (Agreement row : quantities.rows()) {
            pictures.addAll(RangePlot.of(row, quantities.ranges(), names, voiceKinds));
            TimelinePlot.of(row, quantities.ranges(), names, voiceKinds).ifPresent(pictures::add);
        }
        for (Check check : Checks.of(quantities.ranges()).rows()) {
            SumPlot.of(check, quantities.ranges(), names).ifPresent(pictures::add);
        }
        BeforeAfterPlot.of(Reconciliation.of(dossier), names).ifPresent(pictures::add);
        pictures.addAll(RatioPlot.of(Ratios.of(dossier), names));
        List<Interval> ranges = new ArrayList<>();
        for (Claim claim : dossier.claims()) {
            claim.figure().range().ifPresent(ranges::add);
        }
        if (!ranges.isEmpty()) {
            pictures.add(PBoxPlot.of(Sample.of(ranges)));
        }
        return pictures;
    }
}
