package org.muster.reading;

import java.math.BigDecimal;
import org.muster.figure.Name;
import org.muster.figure.Names;
import org.muster.figure.Qualifier;

/** A phrase of the vocabulary with all that it can mean: "some" is a qualifier before a number and vague without one. */
final class Phrase {

    /**
     * What a phrase can be, a bit for each; {@code words.csv} uses these names in lower case. They are plain numbers so
     * that the compiler knows them.
     */
    static final class Kind {
        /** A number: one, twenty, none. The value is the number. */
        static final long NUMBER = 1L << 0;

        /** Multiplies the number before it: hundred, million. */
        static final long SCALE = 1L << 1;

        /** Stands for one before a scale: a thousand. */
        static final long ARTICLE = 1L << 2;

        /** Stands for 0 before an item or a state: no tanks. */
        static final long NONE = 1L << 3;

        /** A qualifier before the number: over. */
        static final long QUALIFIER = 1L << 4;

        /** A qualifier after the number: or more. */
        static final long AFTER = 1L << 5;

        /** Joins the ends of a range: to. */
        static final long RANGE = 1L << 6;

        /** Announces a range: between. */
        static final long BETWEEN = 1L << 7;

        /** Joins the ends of an announced range, and the parts of a number in words. */
        static final long AND = 1L << 8;

        /** The number is unknown. */
        static final long UNKNOWN = 1L << 9;

        /** An amount without a number: several, dozens. */
        static final long WORDS = 1L << 10;

        /** An amount without a number unless it stands before an item: heavy losses, and not heavy tanks. */
        static final long DEGREE = 1L << 11;

        /** An item of a measure. */
        static final long ITEM = 1L << 12;

        /** A state of a measure. */
        static final long STATE = 1L << 13;

        /** An item and a state in one word: prisoners. */
        static final long MEASURE = 1L << 14;

        /** Two items: in a bracket after a figure of the first, the word means the second. */
        static final long WITHIN = 1L << 15;

        /** A month: numbers beside it are dates. */
        static final long MONTH = 1L << 16;

        /** A bare number of four digits after it is a year: since. */
        static final long YEAR = 1L << 17;

        /** A number after it is a name: Type 95. */
        static final long LABEL = 1L << 18;

        /** A number before it is a weight, a distance, a price or a span of time: 30 days. */
        static final long UNIT = 1L << 19;

        /** A number before it is the size of a gun: 37 mm. */
        static final long CALIBRE = 1L << 20;

        /** A number before it is a share: 15 %. */
        static final long PERCENT = 1L << 21;

        /** Glued to a number it makes an ordinal: 5th. */
        static final long ORDINAL = 1L << 22;

        /** Joins alternatives. */
        static final long OR = 1L << 23;

        /** The number after it is how far the one before may be off: 10,000 ± 500. */
        static final long MARGIN = 1L << 24;

        /** What follows is part of what was counted before: of whom, including. */
        static final long SUBSET = 1L << 25;

        /** The figure beside it is a total. */
        static final long TOTAL = 1L << 26;

        /** Glued to a number in a row of such it is a state: 118k/450w/22mc. */
        static final long LETTER = 1L << 27;

        /** After it an item no longer belongs to the number before: 500 men from the 3rd Division. */
        static final long PREPOSITION = 1L << 28;

        /** Someone whose figures are cited: Herodotus, Glantz. */
        static final long AUTHOR = 1L << 29;

        /** Says that a figure is somebody's: estimate, according to. */
        static final long SOURCE = 1L << 30;

        /** Says that a figure is an estimate: modern estimates. */
        static final long ESTIMATE = 1L << 31;

        /** The number before it is some of the number after it: 5 of 8 tanks lost. */
        static final long OF = 1L << 32;

        /** Their names, in the order of their bits. */
        private static final String[] NAMES = {
            "number",
            "scale",
            "article",
            "none",
            "qualifier",
            "after",
            "range",
            "between",
            "and",
            "unknown",
            "words",
            "degree",
            "item",
            "state",
            "measure",
            "within",
            "month",
            "year",
            "label",
            "unit",
            "calibre",
            "percent",
            "ordinal",
            "or",
            "margin",
            "subset",
            "total",
            "letter",
            "preposition",
            "author",
            "source",
            "estimate",
            "of"
        };

        private Kind() {}

        /** The bit of a kind that a table names. */
        static long of(String name) {
            for (int i = 0; i < NAMES.length; i++) {
                if (NAMES[i].equals(name)) {
                    return 1L << i;
                }
            }
            throw new IllegalStateException("words.csv: \"" + name + "\" is no kind of word");
        }
    }

    static final long MEASURES = Kind.ITEM | Kind.STATE | Kind.MEASURE;

    /** What says whose figure it is. */
    static final long NAMES = Kind.AUTHOR | Kind.SOURCE;

    /** A bit for each kind. */
    long kinds;
    /** The number, scale or 0. */
    BigDecimal number = BigDecimal.ZERO;
    /** The qualifier before a number. */
    Qualifier before = Qualifier.EXACTLY;
    /** The qualifier after a number. */
    Qualifier after = Qualifier.EXACTLY;
    /** The item of an item or measure. */
    Name item = Name.NONE;
    /** The state of a state or measure. */
    Name state = Name.NONE;
    /** The state of a letter. */
    Name letter = Name.NONE;
    /** The first item of {@link Kind#WITHIN}. */
    Name whole = Name.NONE;
    /** The second item of {@link Kind#WITHIN}. */
    Name part = Name.NONE;

    boolean is(long kind) {
        return (kinds & kind) != 0;
    }

    /** Whether the word names an item or a state. */
    boolean isMeasure() {
        return (kinds & MEASURES) != 0;
    }

    /** A word that means this and something else. */
    Phrase and(Phrase meaning) {
        Phrase both = new Phrase();
        both.add(this);
        both.add(meaning);
        return both;
    }

    private void add(Phrase meaning) {
        kinds |= meaning.kinds;
        number = meaning.is(Kind.NUMBER | Kind.SCALE | Kind.ARTICLE | Kind.NONE) ? meaning.number : number;
        before = meaning.is(Kind.QUALIFIER) ? meaning.before : before;
        after = meaning.is(Kind.AFTER) ? meaning.after : after;
        item = meaning.item.isOpen() ? item : meaning.item;
        state = meaning.state.isOpen() ? state : meaning.state;
        letter = meaning.letter.isOpen() ? letter : meaning.letter;
        whole = meaning.whole.isOpen() ? whole : meaning.whole;
        part = meaning.part.isOpen() ? part : meaning.part;
    }

    /** What a row of a table says. */
    static Phrase of(String kind, String value) {
        Phrase word = new Phrase();
        word.read(kind, value);
        return word;
    }

    private void read(String kind, String value) {
        kinds = Kind.of(kind);
        switch (kind) {
            case "number", "scale", "article", "none" -> number = new BigDecimal(value);
            case "qualifier" -> before = Qualifier.of(value);
            case "after" -> after = Qualifier.of(value);
            case "item" -> item = Names.of(value);
            case "state" -> state = Names.of(value);
            case "letter" -> letter = Names.of(value);
            case "measure" -> {
                item = Names.of(value.substring(0, value.indexOf(' ')));
                state = Names.of(value.substring(value.indexOf(' ') + 1));
            }
            case "within" -> {
                whole = Names.of(value.substring(0, value.indexOf(' ')));
                part = Names.of(value.substring(value.indexOf(' ') + 1));
            }
            default -> {
                if (!value.isEmpty()) {
                    throw new IllegalStateException("words.csv: " + kind + " takes no value, found " + value);
                }
            }
        }
    }
}
