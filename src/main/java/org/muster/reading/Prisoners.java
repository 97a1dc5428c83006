package org.muster.reading;

import java.util.Set;
import org.muster.figure.State;

/** Prisoners of whom a text says that they died: 300 prisoners drowned, 12 captives were executed. */
final class Prisoners {

    private static final Mention<State> CAPTURED = Mention.ofState("captured");
    private static final Set<Mention<State>> DEAD =
            Set.of(Mention.ofState("killed"), Mention.ofState("deaths"), Mention.ofState("noncombat_deaths"));

    private static final Traits STARTS =
            TokenType.NUMBERS.and(PhraseKind.NUMBER, PhraseKind.QUALIFIER, PhraseKind.BETWEEN);

    private static final Traits ITEMS = Traits.of(PhraseKind.ITEM);

    private static final Traits BEFORE_FATE = Traits.of(TokenType.WORD, PhraseKind.AUX, PhraseKind.RANGE);

    private static final int MOST_BEFORE_FATE = 5;

    private Prisoners() {}

    /** Whether a noun says that those whom a figure counts are prisoners: 300 prisoners, but not 300 men captured. */
    static boolean are(Tokens tokens, FigureCandidate figure) {
        return figure.state.equals(CAPTURED)
                && tokens.is(figure.end - 1, PhraseKind.MEASURE)
                && !tokens.has(figure.start, figure.end - 1, ITEMS);
    }

    /** Returns the word that says how prisoners died; the word for them if none follows that is not of the next number. */
    static int fate(Tokens tokens, int prisoners) {
        if (!tokens.phrase(prisoners).state().equals(CAPTURED)) {
            return prisoners;
        }
        int at = prisoners + 1;
        if (tokens.is(at, PhraseKind.AUX)) {
            at++;
            while (at - prisoners <= MOST_BEFORE_FATE && tokens.is(at, BEFORE_FATE)) {
                at++; // are known to have died
            }
        }
        boolean dead = tokens.is(at, PhraseKind.STATE)
                && DEAD.contains(tokens.phrase(at).state());
        return dead && !tokens.is(at + 1, STARTS) ? at : prisoners;
    }
}
