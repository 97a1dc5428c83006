package org.muster.reading;

import java.util.List;
import org.muster.figure.Item;

/** Recognises numbers that are part of a name: Type 95, Jagdgeschwader 26, 22 Brigade. */
final class NumberedNames {

    /** What makes a number a count, whatever stands before it. */
    private static final Traits COUNTED = Traits.of(PhraseKind.ITEM, PhraseKind.MEASURE);

    private static final Traits STATES = Traits.of(PhraseKind.STATE, PhraseKind.MEASURE, PhraseKind.VERB);

    private static final int MOST_DIGITS_OF_NAME = 4;

    private static final List<Mention<Item>> GUNS =
            List.of(Mention.ofItem("guns"), Mention.ofItem("artillery"), Mention.ofItem("mortars"));

    /** What a number that is part of a name, or a calibre, stands behind. */
    private static final Traits BEFORE_NAMED =
            Traits.of(PhraseKind.LABEL, TokenType.NAME, TokenType.DASH, PhraseKind.OF, PhraseKind.BETWEEN);

    private static final Traits ENDS_OF_CALIBRE = TokenType.MARKS.and(TokenType.NONE, PhraseKind.AND);

    /** The shortest word that ends in one that numbers are names after, and the shortest such: Geschwader, Regiment. */
    private static final int SHORTEST_COMPOUND = 11;

    private static final int SHORTEST_LABEL = 8;

    /** The longest name of a group of records: DEFE. */
    private static final int LONGEST_GROUP = 4;

    private static final Traits BEFORE_GROUP = Traits.of(TokenType.COMMA, TokenType.OPEN, TokenType.NAME);
    private static final Traits AFTER_SHELFMARK = TokenType.MARKS.and(TokenType.NONE);

    private final Tokens tokens;

    NumberedNames(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Returns whether a number is part of a name (Type 95), or follows a sign that no count has. */
    boolean isName(int number) {
        if (isNamed(number) || isInNameOfUnit(number)) {
            return true;
        }
        if (!tokens.is(number, TokenType.NUMBERS) || !tokens.isGlued(number - 1, number)) {
            return false;
        }
        if (tokens.is(number + 1, TokenType.STOP) && tokens.first(number + 1) == '=') {
            return true; // casualties2=4,000
        }
        boolean plus = tokens.first(number - 1) == '+' && !tokens.is(number - 2, TokenType.DIGITS) && !isGain(number);
        boolean minus = tokens.is(number - 1, TokenType.DASH)
                && tokens.first(number - 1) != '—'
                && number == 1
                && tokens.size() == 2;
        return plus || minus;
    }

    /** Whether a number is part of a name: Type 95, Jagdgeschwader 26, 22 Brigade; not that of a regiment's 300 men. */
    boolean isNamed(int number) {
        if (isShelfmark(number)) {
            return true;
        }
        if (!tokens.is(number - 1, BEFORE_NAMED) && !tokens.is(number + 1, PhraseKind.NUMBERED)) {
            return false;
        }
        boolean hyphen = tokens.is(number - 1, TokenType.DASH)
                && tokens.isGlued(number - 2, number - 1)
                && tokens.isGlued(number - 1, number)
                && Character.isLetter(tokens.first(number - 2)); // convoy SC-119
        int before = hyphen ? number - 2 : number - 1;
        if (tokens.is(before, PhraseKind.LABEL)) {
            boolean said = (tokens.is(number + 1, STATES) && !tokens.is(number + 2, Amount.STARTS))
                    || (tokens.is(number + 1, PhraseKind.AUX) && tokens.is(number + 2, STATES));
            boolean counted = tokens.is(number + 1, COUNTED) || said;
            return !(tokens.is(number + 1, COUNTED) && tokens.is(before, PhraseKind.ITEM))
                    && !(counted && isUsualWord(before));
        }
        if (!tokens.is(number, TokenType.WHOLES) || tokens.length(number) > MOST_DIGITS_OF_NAME) {
            return false;
        }
        if (isCalibre(number)) {
            return true;
        }
        boolean longName = tokens.is(before, TokenType.NAME) && tokens.length(before) >= SHORTEST_COMPOUND;
        if (longName && isLabelAtEnd(before)) {
            return !tokens.is(number + 1, COUNTED);
        }
        return tokens.is(number + 1, PhraseKind.NUMBERED)
                && Characters.isCapital(tokens.first(number + 1))
                && !(tokens.length(number) == 1 && tokens.first(number) == '1')
                && !tokens.is(before, PhraseKind.QUALIFIER);
    }

    /** Whether a number says of which calibre guns are: deux canons de 77. */
    private boolean isCalibre(int number) {
        int of = number - 1;
        boolean isOf = tokens.is(of, PhraseKind.BETWEEN) || tokens.is(of, PhraseKind.OF);
        return isOf
                && tokens.length(of) == 2
                && tokens.length(number) > 1
                && tokens.is(number - 2, PhraseKind.ITEM)
                && GUNS.contains(tokens.phrase(number - 2).item())
                && tokens.is(number + 1, ENDS_OF_CALIBRE);
    }

    /** Whether a number behind a plus in a bracket is what was added to the one before: 3,412 dead (+27). */
    private boolean isGain(int number) {
        boolean counted = tokens.is(number - 3, TokenType.NUMBERS) || tokens.is(number - 3, PhraseKind.MEASURES);
        return tokens.is(number - 2, TokenType.OPEN) && counted && !tokens.is(number + 1, TokenType.SLASH);
    }

    /** Whether a label is a word of a sentence here: on the next day 97 were dead. */
    private boolean isUsualWord(int label) {
        return Character.isLowerCase(tokens.first(label))
                && !tokens.is(label, PhraseKind.AGE)
                && tokens.is(label - 1, TokenType.WORD);
    }

    /** Whether a name ends in a word that numbers are names after: Jagdgeschwader, Panzerregiment. */
    private boolean isLabelAtEnd(int name) {
        int last = tokens.end(name) - SHORTEST_LABEL;
        for (int at = tokens.start(name) + 1; at <= last; at++) {
            Vocabulary.Match found = tokens.vocabulary().longestAt(tokens.chars(), at);
            if (found != null
                    && found.end() == tokens.end(name)
                    && found.phrase().is(PhraseKind.LABEL)
                    && found.phrase().is(PhraseKind.ITEM)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a number is in the shelfmark of an archive: PRO, WO 1/220, the first or the second of its numbers. */
    private boolean isShelfmark(int number) {
        if (tokens.is(number - 1, TokenType.SLASH)) {
            return tokens.is(number - 2, TokenType.NUMBERS) && tokens.reason(number - 2) == Reason.DESIGNATION;
        }
        int group = number - 1;
        return tokens.is(number + 1, TokenType.SLASH)
                && tokens.is(group, TokenType.NAME)
                && tokens.length(group) <= LONGEST_GROUP
                && isInCapitals(group)
                && tokens.is(group - 1, BEFORE_GROUP)
                && tokens.isGlued(number, number + 1)
                && tokens.is(number + 2, TokenType.WHOLES)
                && tokens.isGlued(number + 1, number + 2)
                && tokens.is(number + 3, AFTER_SHELFMARK);
    }

    private boolean isInCapitals(int token) {
        for (int i = tokens.start(token); i < tokens.end(token); i++) {
            if (!Characters.isCapital(tokens.chars()[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether a bracket behind what is counted holds a name with a small number and nothing else: 600 aircraft (Luftflotte 4). */
    private boolean isInNameOfUnit(int number) {
        return tokens.is(number - 1, TokenType.NAME)
                && tokens.is(number - 2, TokenType.OPEN)
                && tokens.is(number + 1, TokenType.CLOSE)
                && tokens.is(number, TokenType.WHOLES)
                && tokens.length(number) <= 2
                && tokens.is(number - 3, PhraseKind.ITEM);
    }
}
