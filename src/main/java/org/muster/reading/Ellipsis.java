package org.muster.reading;

import org.muster.figure.Item;
import org.muster.figure.State;

/** Numbers of sentences that have their noun in common with the number before. */
final class Ellipsis {

    /** What may follow a number that has its noun in common with the one before: 17, while; 187 in May. */
    private static final Traits ENDS_OF_ELLIPSIS = TokenType.MARKS.and(
            PhraseKind.PREPOSITION,
            PhraseKind.OF,
            PhraseKind.AMONG,
            PhraseKind.AND,
            PhraseKind.OR,
            PhraseKind.YEAR,
            PhraseKind.MAYBE_YEAR,
            PhraseKind.SOURCE,
            TokenType.NONE);

    /** What may lead to a number and again to the next: at 1,900 men, ours at 600 men. */
    private static final Traits LEADS_ON = Traits.of(PhraseKind.PREPOSITION, PhraseKind.RANGE);

    private static final Traits ROW_JOINS = Traits.of(PhraseKind.AND, TokenType.COMMA);

    private static final int MOST_TO_NEXT = 6;

    private static final Mention<Item> PERSONNEL = Mention.ofItem("personnel");

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
        if (figure.isOpen() && tokens.is(figure.start - 1, PhraseKind.CHANGE)) {
            MeasureCompletion.lend(
                    last.item, last.state, figure); // the toll is 1,300, down from the figure of at least 1,460 given
            return;
        }
        if (isParallel(figure, last)) {
            figure.state = last.state;
            figure.led = last.led;
            figure.isBorrowed = true;
            return;
        }
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

    /**
     * Whether a number of men is said of somebody else in the words that led to the number before it: their loss is put
     * at 1,900 men, ours at 600 men; потери армии составили 900 человек, а флота – 70 человек.
     */
    private boolean isParallel(FigureCandidate figure, FigureCandidate last) {
        boolean men = figure.item.equals(PERSONNEL) && figure.state.isOpen() && last.state.is(State::isLoss);
        boolean led = tokens.is(figure.start - 1, TokenType.DASH)
                || (tokens.is(figure.start - 1, LEADS_ON)
                        && tokens.phrase(figure.start - 1) == tokens.phrase(last.start - 1));
        return men
                && led
                && tokens.is(last.end, ROW_JOINS)
                && figure.start - last.end <= MOST_TO_NEXT
                && !tokens.has(last.end, figure.start, MeasureCompletion.ENDS_OF_ROW);
    }

    /** Whether what follows a number is no noun: a mark, a preposition, one of the common words of a language. */
    private boolean isEllipsis(int next) {
        boolean alternative = tokens.is(next, PhraseKind.OR) && tokens.is(next + 1, TokenType.NUMBERS); // 1,000 or 1,200 wounded
        return !alternative && !tokens.is(next, TokenType.OPEN) && (tokens.is(next, ENDS_OF_ELLIPSIS) || tokens.isCommon(next));
    }

    private boolean isPeople(int token) {
        return tokens.is(token, PhraseKind.ITEM) && tokens.phrase(token).item().is(Item::isPeople);
    }
}
