package org.muster.report;

import java.util.ArrayList;
import java.util.List;
import org.muster.compare.Agreement;
import org.muster.dossier.Claim;
import org.muster.plot.TimelinePlot;
import org.muster.report.PageContext.Figure;
import org.muster.report.PageContext.Link;

/** The quantities that are counted at several dates, each with a timeline. */
final class DateSection {

    private static final int MOST_PICTURES = 20;
    private static final int MOST_LINKS = 40;

    /**
     * A quantity that is counted at several dates.
     *
     * @param quantity a link to it
     * @param figure its timeline
     */
    record Dated(Link quantity, Figure figure) {}

    private final List<Dated> quantities = new ArrayList<>();
    private final List<Link> claims = new ArrayList<>();
    private int leftOut;

    DateSection(PageContext page, PageLimits limits) {
        List<Claim> dated = new ArrayList<>();
        for (Agreement row : page.report.quantities().rows()) {
            long dates = row.claims().stream()
                    .map(Claim::asOf)
                    .filter(date -> date.isGiven())
                    .distinct()
                    .count();
            if (dates > 1 && limits.drawsAll() && quantities.size() < MOST_PICTURES) {
                TimelinePlot.of(row, page.ranges, page.names, page.voiceKinds)
                        .ifPresent(picture ->
                                quantities.add(new Dated(page.quantity(row.quantity()), page.figure(picture))));
            } else if (dates > 1) {
                leftOut++;
            }
            row.claims().stream().filter(claim -> claim.asOf().isGiven()).forEach(dated::add);
        }
        for (Claim claim : dated.subList(0, Math.min(MOST_LINKS, dated.size()))) {
            claims.add(page.claim(
                    claim,
                    page.names.quantity(claim.quantity()) + ", " + claim.asOf().shortLabel()));
        }
    }

    List<Dated> quantities() {
        return quantities;
    }

    /** How many quantities of several dates have no timeline. */
    int leftOut() {
        return leftOut;
    }

    boolean hasQuantities() {
        return !quantities.isEmpty();
    }

    /** Whether something is left out. */
    boolean isCut() {
        return leftOut() > 0;
    }

    /** The first claims with a date. */
    List<Link> claims() {
        return claims;
    }
}
