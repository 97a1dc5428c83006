package org.muster.importing.infobox;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.figure.State;
import org.muster.importing.infobox.ClaimCandidates.ClaimCandidate;

/**
 * Whose the figures of a cell are: of the party that their words name, else of the one before them on the line, else of
 * the heading or the column.
 */
final class FigureParties {

    /** The party of civilians that no field names. */
    private static final String CIVILIANS = "civilians";

    private final Sides sides;
    private final ProblemLog log;

    private Field field;
    /** The party that a figure on the line names, for those after it. */
    private Optional<String> ofLine = Optional.empty();
    /** What is counted of the civilians of this cell; figures of no party after them are about them, too. */
    private final Set<State> ofCivilians = new HashSet<>();

    FigureParties(Sides sides, Field field, ProblemLog log) {
        this.sides = sides;
        this.field = field;
        this.log = log;
    }

    /** Begins with a cell. */
    void cell(Field next) {
        field = next;
        ofCivilians.clear();
        ofLine = Optional.empty();
    }

    /** Begins with a line. */
    void line() {
        ofLine = Optional.empty();
    }

    /** Records that a figure names its party, for those after it on the line. */
    void onLine(String party) {
        ofLine = Optional.of(party);
    }

    /** Returns whether words of the line say whose a figure is. */
    boolean isNamed(List<String> byWords) {
        return !byWords.isEmpty() || ofLine.isPresent();
    }

    /**
     * Returns the party of a figure, and warns where it is assumed.
     *
     * @param byWords the parties that its words name
     * @param above the party of the heading or the column
     * @param isTotal whether it is marked as a total
     */
    Optional<String> of(ClaimCandidate figure, List<String> byWords, Optional<String> above, boolean isTotal) {
        Optional<String> party =
                byWords.isEmpty() ? ofLine.or(() -> above) : Optional.of(sides.together(byWords, field.column()));
        if (party.isPresent()) {
            return party;
        }
        if (figure.measure.item().name().equals(CIVILIANS)) {
            ofCivilians.add(figure.measure.state());
            return Optional.of(CIVILIANS);
        }
        boolean isOfAll = isTotal && (ofCivilians.isEmpty() || ofCivilians.contains(figure.measure.state()));
        if (!isOfAll && !ofCivilians.isEmpty() && !figure.measure.item().isAircraft()) {
            assume(figure, "it is taken as that of the civilians before it");
            return Optional.of(CIVILIANS);
        }
        if (isOfAll) {
            assume(figure, "a total, it is taken as that of all sides");
            return Optional.of(InfoboxFields.EVERYBODY);
        }
        return Optional.empty();
    }

    private void assume(ClaimCandidate figure, String assumed) {
        log.warning(
                figure.offset,
                field.name() + ": no party is named; " + assumed,
                figure.words.isEmpty() ? figure.figure.text() : figure.words);
    }
}
