package org.muster.reading;

import java.math.BigDecimal;
import org.muster.figure.Item;
import org.muster.figure.Qualifier;
import org.muster.figure.State;

/**
 * All that a phrase of the vocabulary can mean: "some" is a qualifier before a number and vague without one. A phrase
 * is not changed once it is built; the methods {@code take…} are only for the {@linkplain PhraseKind kinds}, which use
 * them to read the values of their rows.
 */
final class Phrase {

    /** The phrase without a meaning, for words outside the vocabulary. */
    static final Phrase NONE = new Phrase();

    static final int ALL_LANGUAGES = -1;

    /** The kinds that it can be of, and that it is a phrase. */
    private Traits traits = Traits.of(TokenType.PHRASE);

    private BigDecimal number = BigDecimal.ZERO;
    private Qualifier before = Qualifier.EXACTLY;
    private Qualifier after = Qualifier.EXACTLY;
    private Mention<Item> item = Mention.open();
    private Mention<State> state = Mention.open();
    private Mention<State> letter = Mention.open();
    private Mention<Item> beside = Mention.open();
    private Mention<Item> whole = Mention.open();
    private Mention<Item> part = Mention.open();
    /** A bit for each language that has the phrase; all for signs. */
    private int languages = ALL_LANGUAGES;

    private Phrase() {}

    /** A number in one word that is made of several: fünfzigtausend. */
    static Phrase ofNumber(BigDecimal number, int languages) {
        Phrase phrase = new Phrase();
        phrase.traits = phrase.traits.and(PhraseKind.NUMBER);
        phrase.number = number;
        phrase.languages = languages;
        return phrase;
    }

    /** This phrase, as these languages have it, a bit for each. */
    Phrase in(int some) {
        Phrase phrase = copy();
        phrase.languages = some;
        return phrase;
    }

    /** This phrase as a verb, which what stands behind it may be the subject or the object of. */
    Phrase asVerb() {
        Phrase verb = copy();
        verb.traits = traits.and(PhraseKind.VERB);
        return verb;
    }

    /** The languages that have it, a bit for each. */
    int languages() {
        return languages;
    }

    /**
     * Returns this phrase with an additional meaning from a row of a table.
     *
     * @throws IllegalStateException if the value does not match the kind
     */
    Phrase and(PhraseKind kind, String value) {
        Phrase both = copy();
        both.traits = traits.and(kind);
        kind.value.read(both, value);
        return both;
    }

    private Phrase copy() {
        Phrase both = new Phrase();
        both.traits = traits;
        both.number = number;
        both.before = before;
        both.after = after;
        both.item = item;
        both.state = state;
        both.letter = letter;
        both.beside = beside;
        both.whole = whole;
        both.part = part;
        both.languages = languages;
        return both;
    }

    boolean is(PhraseKind kind) {
        return traits.has(kind);
    }

    /** Returns whether it can be of one of several kinds. */
    boolean isAny(Traits kinds) {
        return traits.meet(kinds);
    }

    /** Returns the traits of a token with this phrase. */
    Traits traits() {
        return traits;
    }

    /** Returns the number or the scale, or 0. */
    BigDecimal number() {
        return number;
    }

    /** Returns the qualifier that it is before a number. */
    Qualifier before() {
        return before;
    }

    /** Returns the qualifier that it is after a number. */
    Qualifier after() {
        return after;
    }

    /** Returns the item of an item or a measure. */
    Mention<Item> item() {
        return item;
    }

    /** Returns the state of a state or a measure. */
    Mention<State> state() {
        return state;
    }

    /** Returns the state that a letter stands for. */
    Mention<State> letter() {
        return letter;
    }

    /** Returns what {@link PhraseKind#BESIDE} makes of the item. */
    Mention<Item> beside() {
        return beside;
    }

    /** Returns the first item of {@link PhraseKind#WITHIN}. */
    Mention<Item> whole() {
        return whole;
    }

    /** Returns the second item of {@link PhraseKind#WITHIN}. */
    Mention<Item> part() {
        return part;
    }

    void takeNoValue(String value) {
        if (!value.isEmpty()) {
            throw new IllegalStateException("\"" + value + "\" is given where no value is expected");
        }
    }

    void takeNumber(String value) {
        number = new BigDecimal(value);
    }

    void takeQualifier(String value) {
        before = Qualifier.of(value);
    }

    void takeQualifierAfter(String value) {
        after = Qualifier.of(value);
    }

    void takeItem(String value) {
        item = Mention.ofItem(value);
    }

    void takeBeside(String value) {
        beside = Mention.ofItem(value);
    }

    void takeState(String value) {
        state = Mention.ofState(value);
    }

    void takeStateOfLetter(String value) {
        letter = Mention.ofState(value);
    }

    void takeItemAndState(String value) {
        int blank = value.indexOf(' ');
        item = Mention.ofItem(value.substring(0, blank));
        state = Mention.ofState(value.substring(blank + 1));
    }

    void takeWholeAndPart(String value) {
        int blank = value.indexOf(' ');
        whole = Mention.ofItem(value.substring(0, blank));
        part = Mention.ofItem(value.substring(blank + 1));
    }
}
