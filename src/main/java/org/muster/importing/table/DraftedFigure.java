package org.muster.importing.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muster.figure.State;

/**
 * Columns of a table that give one figure; -1 where there is none.
 *
 * @param named the measure that their names say
 * @param period the period that their names say
 */
record DraftedFigure(
        int figure, int low, int high, int best, Optional<ColumnWords.Named> named, Optional<PeriodName> period) {

    int first() {
        return figure >= 0 ? figure : low;
    }

    /** Whether it is of a loss that its column says, as of the date in its row. */
    boolean isRunningLoss() {
        return named.isPresent() && period.isEmpty() && figure >= 0 && mayBeLoss();
    }

    /** The measure that its column names, and what else that says, but for the time counted. */
    List<String> quantity() {
        return named.stream().flatMap(of -> Stream.of(of.measure(), label())).toList();
    }

    /** What the name of its column says besides the measure, but for the time counted: not "new" or "cumulative". */
    String label() {
        return named.map(of -> ColumnWords.without("cumulative", ColumnWords.without("increment", of.label())))
                .orElse("");
    }

    /** Whether it may be of a loss, which a strength is not. */
    boolean mayBeLoss() {
        return named.isEmpty() || !named.get().measure().endsWith(State.STRENGTH.name());
    }
}
