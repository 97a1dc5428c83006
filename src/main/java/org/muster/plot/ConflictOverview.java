package org.muster.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.muster.compare.Agreement;
import org.muster.compare.Agreements;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.compare.Side;
import org.muster.dossier.Hierarchy;
import org.muster.dossier.Names;
import org.muster.interval.Interval;

/**
 * How far apart the claims are that cannot all be true: a row for each quantity, the widest first, from the lesser to the
 * greater of the two sides that exclude one another most.
 */
public final class ConflictOverview extends Picture {

    private static final int MOST_ROWS = 12;

    private final List<Row> rows;
    private final int conflicts;
    private final double greatest;

    private ConflictOverview(List<Row> rows, int conflicts, double greatest) {
        this.rows = rows;
        this.conflicts = conflicts;
        this.greatest = greatest;
    }

    private record Apart(Agreement row, Side.Opposed sides) {}

    /**
     * Returns the picture of the conflicts.
     *
     * @param quantities what the voices say of every quantity
     * @param names the names of quantities
     * @return the 12 widest conflicts; empty where there is none
     */
    public static Optional<ConflictOverview> of(Agreements quantities, Names names) {
        Hierarchy hierarchy = quantities.ranges().dossier().hierarchy();
        List<Apart> found = new ArrayList<>();
        for (Agreement row : quantities.rows()) {
            if (row.verdict() == Agreement.Verdict.CONFLICT) {
                Side.widest(row, hierarchy).ifPresent(sides -> found.add(new Apart(row, sides)));
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        found.sort(Comparator.comparingDouble((Apart each) -> each.sides().weight())
                .reversed());
        List<Apart> shown = found.subList(0, Math.min(MOST_ROWS, found.size()));
        double greatest = 1;
        for (Apart each : shown) {
            double ratio = each.sides().separation();
            greatest = ratio < Double.POSITIVE_INFINITY ? Math.max(greatest, ratio) : greatest;
        }
        List<Row> rows = new ArrayList<>();
        for (Apart each : shown) {
            Side low = each.sides().low();
            Side high = each.sides().high();
            boolean soft = low.firmness() == Firmness.SOFT || high.firmness() == Firmness.SOFT;
            Mark mark =
                    new Mark("third", Interval.of(1, each.sides().separation()), false, soft, OptionalDouble.empty());
            rows.add(new Row(
                    names.quantity(each.row().quantity()),
                    "",
                    mark,
                    low.text(each.row()) + " against " + high.text(each.row())));
        }
        return Optional.of(new ConflictOverview(rows, found.size(), greatest));
    }

    @Override
    public String title() {
        return "How far apart the claims are that cannot all be true";
    }

    @Override
    public String description() {
        List<String> told = new ArrayList<>();
        rows.forEach(row -> told.add(row.name() + ": " + row.value()));
        return String.join("; ", told)
                + (conflicts > rows.size() ? "; and " + (conflicts - rows.size()) + " more." : ".");
    }

    @Override
    double draw(Svg svg, Width width) {
        double left = RowsPicture.left(rows, width) + (width == Width.WIDE ? 8 : 0);
        return RowsPicture.draw(svg, rows, Axis.ofRatios(1, greatest, left, width.units() - 10, width), width, "");
    }
}
