package org.muster.reading;

import org.muster.figure.Item;

/** Numbers of sentences that have their noun in common with the number before. */
final class Ellipsis {

    /** What may follow a number that has its noun in common with the one before: 17, while; 187 in May. */
    private static final Traits ENDS_OF_ELLIPSIS = TokenType.MARKS.and(
            PhraseKind.PREPOSITION,
            PhraseKind.OF,
            PhraseKind.AND,
            PhraseKind.OR,
            PhraseKind.YEAR,
            PhraseKind.MAYBE_YEAR,
            PhraseKind.SOURCE,
            TokenType.NONE);

    private static final Traits WORDS = TokenType.OTHER_WORDS.and(TokenType.PHRASE);

    private final Tokens tokens;
    private final MeasureWords words;

    Ellipsis(Tokens tokens, MeasureWords words) {
        this.tokens = tokens;
        this.words = words;
    }

    /**
     * Completes a number with nothing to say what it counts, between words of a sentence and none of them a name of
     * things behind it, from the figure before it: deaths rose to 208 from 187 in May; an activist put it at 17.
     *
     * @param from the token after all that is said of the figure before
     */
    void complete(FigureCandidate figure, FigureCandidate last, int from) {
        boolean open = figure.isOpen() || (figure.state.isOpen() && words.isAmong);
        int town = figure.start - 2;
        boolean ofOther = tokens.is(figure.start - 1, PhraseKind.OF) // a town of 4,000
                && tokens.is(town, TokenType.WORD)
                && !tokens.isCommon(town);
        if (!open || ofOther || !isEllipsis(figure.end) || tokens.is(figure.start - 1, PhraseKind.AUX)) {
            return;
        }
        boolean anyWords = words.isAmong || tokens.is(figure.start, PhraseKind.BETWEEN); // from 187
        Mention<Item> other = Mention.open();
        for (int i = from; i < figure.start; i++) {
            if (tokens.is(i, MeasureCompletion.ENDS_OF_ROW) && !tokens.is(i, PhraseKind.AUX)) {
                return;
            }
            anyWords |= tokens.is(i, WORDS);
            other = isPeople(i) ? tokens.phrase(i).item() : other; // and that of soldiers at 340
        }
        if (last.end == figure.start - 1 && tokens.is(last.end, PhraseKind.OF)) {
            figure.item = last.item; // 80 killed out of 90
        } else if (anyWords) {
            FigureCandidate whole = last.whole == null ? last : last.whole;
            figure.item = !figure.item.isOpen() ? figure.item : other.isOpen() ? whole.item : other;
            figure.state = MeasureCompletion.goesWith(figure.item, whole.state) ? whole.state : figure.state;
            figure.led = whole.led;
            figure.isBorrowed = true;
        }
    }

    /** Whether what follows a number is no noun: a mark, a preposition, one of the common words of a language. */
    private boolean isEllipsis(int next) {
        return !tokens.is(next, TokenType.OPEN) && (tokens.is(next, ENDS_OF_ELLIPSIS) || tokens.isCommon(next));
    }

    private boolean isPeople(int token) {
        return tokens.is(token, PhraseKind.ITEM) && tokens.phrase(token).item().is(Item::isPeople);
    }
}
