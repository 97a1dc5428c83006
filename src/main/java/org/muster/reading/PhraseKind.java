package org.muster.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The kinds of phrases. The tables of words use these names in lower case. Each kind says how the value in its row is
 * read; most take none.
 */
enum PhraseKind implements Trait {
    /** A number: one, twenty, none. The value is the number. */
    NUMBER(Phrase::takeNumber),

    /** Multiplies the number before it: hundred, million. */
    SCALE(Phrase::takeNumber),

    /** A scale that may stand alone for one of it: hundred and twenty, plus de cent. */
    BARE,

    /**
     * Stands for one before a scale, or before a victim: a thousand, a woman was killed. In a language without articles the
     * victim itself is one: погибла женщина.
     */
    ARTICLE(Phrase::takeNumber),

    /** A part of the scale after it: half a million, a quarter of a million. */
    FRACTION(Phrase::takeNumber),

    /** A part of one of what was said before it: two and a half million, a million and a half. */
    PART(Phrase::takeNumber),

    /** Stands for a decimal point: one point two million. */
    POINT,

    /** A number that goes on with eleven to nineteen: soixante-quinze, quatre-vingt-onze. */
    VIGESIMAL,

    /** Behind a hyphen it leaves the number before it a count: 5,000-strong, 500-man, 300-plus. */
    SUFFIX,

    /** Stands where a value should: #REF!, NULL. */
    ERROR,

    /** Stands for 0 before an item or a state: no tanks. */
    NONE(Phrase::takeNumber),

    /** A qualifier before the number: over. */
    QUALIFIER(Phrase::takeQualifier),

    /** A qualifier after the number: or more. */
    AFTER(Phrase::takeQualifierAfter),

    /** Joins the ends of a range: to. */
    RANGE,

    /** Announces a range: between. */
    BETWEEN,

    /** Joins the ends of an announced range, and the parts of a number in words. */
    AND,

    /** The number is unknown. */
    UNKNOWN,

    /** An amount without a number: several, dozens. */
    WORDS,

    /** An amount without a number unless it precedes an item: heavy losses, but not heavy tanks. */
    DEGREE,

    /** An item of a measure. */
    ITEM(Phrase::takeItem),

    /** A state of a measure. */
    STATE(Phrase::takeState),

    /** An item and a state in one word: prisoners. */
    MEASURE(Phrase::takeItemAndState),

    /** Between what is counted and its state it makes a sentence: were. */
    AUX,

    /** A state that only what stands after it can be in: killing, wounding. */
    VERB(Phrase::takeState),

    /** Two items: in a bracket after a figure of the first, the word means the second. */
    WITHIN(Phrase::takeWholeAndPart),

    /** An item that the word means beside women and children: men. */
    BESIDE(Phrase::takeBeside),

    /** As a state it is one of things: three pilots crashed, but are not destroyed. */
    THINGS,

    /** Between a state and who is in it: casualties among civilians. */
    AMONG,

    /** A month: numbers next to it are dates. */
    MONTH,

    /** A day of the week: a number in brackets after it is a date. */
    WEEKDAY,

    /** A bare number of four digits after it is a year: since. */
    YEAR,

    /** A bare number of four digits after it may be a year: by. */
    MAYBE_YEAR,

    /** A number after it is a name: Type 95. */
    LABEL,

    /** A number before it is a weight, a distance, a price or a span of time: 30 days. */
    UNIT,

    /** A number before it is the size of a gun: 37 mm. */
    CALIBRE,

    /** A number before it is a share: 15 %. */
    PERCENT,

    /** Attached to a number it makes an ordinal: 5th. */
    ORDINAL,

    /** Joins alternatives. */
    OR,

    /** The number after it is the error of the one before: 10,000 ± 500. */
    MARGIN,

    /** What follows is part of what was counted before: of whom, including. */
    SUBSET,

    /** The figure next to it is a total. */
    TOTAL,

    /** Attached to a number in a row of such numbers it is a state: 118k/450w/22mc. */
    LETTER(Phrase::takeStateOfLetter),

    /** After it an item no longer belongs to the number before: 500 men from the 3rd Division. */
    PREPOSITION,

    /** Someone whose figures are cited: Herodotus, Glantz. */
    AUTHOR,

    /** Says that a figure is somebody's: estimate, according to. */
    SOURCE,

    /** Says that a figure is an estimate: modern estimates. */
    ESTIMATE,

    /** The number before it is some of the number after it: 5 of 8 tanks lost. */
    OF,

    /** The number after it is what is left out: all but 40 of the 300. */
    EXCEPT,

    /** With it what is counted is what was counted before: nine more injured. */
    MORE,

    /** After it "to" joins no range but an earlier number and a later one: rose from 14 to 21. */
    CHANGE,

    /** Joins the days of a span: du 12 au 13 mars. */
    UNTIL,

    /** Turns a bound behind it round: cannot be less than. */
    NOT,

    /** Someone whose word names no item: teacher, driver, Sohn. */
    PERSON,

    /** One of those that stand behind it: einer der, l'un des. */
    ONE_OF,

    /** Behind a number and with a capital it makes the number a name: 22 Brigade. */
    NUMBERED,

    /** A number after it is an age; the youngest of them, aged. */
    AGE,

    /** A scale that may stand alone for one of it behind a qualifier: свыше тысячи. */
    GENITIVE,

    /** The second part of a verb at the end of its clause: kamen 41 Menschen um. */
    PARTICLE,

    /** An auxiliary of the passive: what stands before it is in the state behind it. */
    PASSIVE,

    /** A qualifier that also joins its number to what was counted before: and more than. */
    JOINED,

    /** A verb of taking, which means leading where its object goes somewhere: took 140 men up the slope. */
    TAKING,

    /** A verb of falling or coming, which means capture where it is into hands: fell into the enemy's hands. */
    FALLING;

    /** What a number in words is made of. */
    static final Traits NUMBER_WORDS = Traits.of(NUMBER, SCALE, FRACTION, PART, POINT);

    /** What names an item or a state. */
    static final Traits MEASURES = Traits.of(ITEM, STATE, MEASURE);

    /** What says whose figure it is. */
    static final Traits SOURCES = Traits.of(AUTHOR, SOURCE);

    private static final Map<String, PhraseKind> BY_NAME = new HashMap<>();

    static {
        for (PhraseKind kind : values()) {
            BY_NAME.put(kind.name().toLowerCase(Locale.ROOT), kind);
        }
    }

    /** Stores the value of a row in a phrase. */
    interface Value {
        void read(Phrase phrase, String value);
    }

    /** How the value in a row of this kind is read. */
    @SuppressWarnings("ImmutableEnumChecker") // a method of Phrase, which holds nothing
    final Value value;

    PhraseKind() {
        this(Phrase::takeNoValue);
    }

    PhraseKind(Value value) {
        this.value = value;
    }

    /**
     * Returns the kind with a name in a table.
     *
     * @throws IllegalStateException if there is none
     */
    static PhraseKind of(String name) {
        PhraseKind kind = BY_NAME.get(name);
        if (kind == null) {
            throw new IllegalStateException("\"" + name + "\" is not a kind of phrase");
        }
        return kind;
    }
}
