package org.muster.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.muster.compare.Side;
import org.muster.compare.Statement;
import org.muster.dossier.AsOf;

/**
 * A later count of a loss that lies below an earlier count of another voice. Where both are the last counts of their voices, that
 * is a conflict; but a voice may have raised its count since, and then the two stand among the statements alone.
 *
 * @param earlier the earlier count, which is higher
 * @param later the later count
 */
record LowerCounts(Statement earlier, Statement later) {

    private static final Comparator<Statement> BY_END = Comparator.comparing(Statement::asOf, AsOf.BY_LAST_DAY);

    private static final Comparator<Statement> BY_BEGINNING = Comparator.comparing(Statement::asOf, AsOf.BY_FIRST_DAY);

    /**
     * Returns the two that are furthest apart. It takes sorting, not a look at each pair: of the earlier counts, the highest is
     * kept, and the highest that has no voice in common with it.
     *
     * @param statements what is stated of a loss
     * @return the first two if several tie; empty where no later count is below one of another voice
     */
    static Optional<LowerCounts> widest(List<Statement> statements) {
        List<Statement> begun = new ArrayList<>(
                statements.stream().filter(each -> each.asOf().isGiven()).toList());
        List<Statement> ended = new ArrayList<>(begun);
        begun.sort(BY_BEGINNING);
        ended.sort(BY_END);
        Optional<LowerCounts> widest = Optional.empty();
        Optional<Statement> highest = Optional.empty();
        Optional<Statement> ofOthers = Optional.empty();
        int next = 0;
        for (Statement later : begun) {
            while (next < ended.size() && ended.get(next).asOf().isBefore(later.asOf())) {
                Statement earlier = ended.get(next++);
                if (isAbove(earlier, highest)) {
                    ofOthers = haveOneVoice(earlier, highest) ? ofOthers : highest;
                    highest = Optional.of(earlier);
                } else if (isAbove(earlier, ofOthers) && !haveOneVoice(earlier, highest)) {
                    ofOthers = Optional.of(earlier);
                }
            }
            Optional<Statement> other = haveOneVoice(later, highest) ? ofOthers : highest;
            if (other.isPresent() && !haveOneVoice(later, other)) {
                LowerCounts pair = new LowerCounts(other.get(), later);
                if (pair.separation() > widest.map(LowerCounts::separation).orElse(1.0)) {
                    widest = Optional.of(pair);
                }
            }
        }
        return widest;
    }

    private static boolean isAbove(Statement one, Optional<Statement> other) {
        return other.isEmpty() || one.range().inf() > other.get().range().inf();
    }

    private static boolean haveOneVoice(Statement one, Optional<Statement> other) {
        return other.isPresent()
                && !Collections.disjoint(one.voices(), other.get().voices());
    }

    /** How many times as great the earlier count is at least; 1 or less where it may be the lower. */
    private double separation() {
        return Side.separation(later.range(), earlier.range());
    }
}
