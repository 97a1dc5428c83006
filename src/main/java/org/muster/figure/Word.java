package org.muster.figure;

import java.math.BigDecimal;

/** A phrase of the vocabulary with all that it can mean: "some" is a qualifier before a number and vague without one. */
final class Word {

    /** What a phrase can be; {@code words.csv} uses these names in lower case. */
    enum Kind {
        /** A number: one, twenty, none. The value is the number. */
        NUMBER,
        /** Multiplies the number before it: hundred, million. */
        SCALE,
        /** Stands for one before a scale: a thousand. */
        ARTICLE,
        /** Stands for 0 before an item or a state: no tanks. */
        NONE,
        /** A qualifier before the number: over. */
        QUALIFIER,
        /** A qualifier after the number: or more. */
        AFTER,
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
        /** An amount without a number unless it stands before an item: heavy losses, and not heavy tanks. */
        DEGREE,
        /** An item of a measure. */
        ITEM,
        /** A state of a measure. */
        STATE,
        /** An item and a state in one word: prisoners. */
        MEASURE,
        /** Two items: in a bracket after a figure of the first, the word means the second. */
        WITHIN,
        /** A month: numbers beside it are dates. */
        MONTH,
        /** A bare number of four digits after it is a year: since. */
        YEAR,
        /** A number after it is a name: Type 95. */
        LABEL,
        /** A number before it is a weight, a distance, a price or a span of time: 30 days. */
        UNIT,
        /** A number before it is the size of a gun: 37 mm. */
        CALIBRE,
        /** A number before it is a share: 15 %. */
        PERCENT,
        /** Glued to a number it makes an ordinal: 5th. */
        ORDINAL,
        /** Joins alternatives. */
        OR,
        /** The number after it is how far the one before may be off: 10,000 ± 500. */
        MARGIN,
        /** What follows is part of what was counted before: of whom, including. */
        SUBSET,
        /** The figure beside it is a total. */
        TOTAL,
        /** Glued to a number in a row of such it is a state: 118k/450w/22mc. */
        LETTER,
        /** After it an item no longer belongs to the number before: 500 men from the 3rd Division. */
        PREPOSITION,
        /** Someone whose figures are cited: Herodotus, Glantz. */
        AUTHOR,
        /** Says that a figure is somebody's: estimate, according to. */
        SOURCE,
        /** Two states or items, which counted together have a name: killed and wounded. */
        TOGETHER;

        private static final Kind[] ALL = values();

        /** The bit of this kind in {@link Word#kinds}. */
        @SuppressWarnings("EnumOrdinal") // lives as long as the process; no file holds it
        final long bit = 1L << ordinal();

        static Kind of(String name) {
            for (Kind kind : ALL) {
                if (kind.name().equalsIgnoreCase(name)) {
                    return kind;
                }
            }
            throw new IllegalStateException("words.csv: \"" + name + "\" is no kind of word");
        }
    }

    static final long MEASURES = Kind.ITEM.bit | Kind.STATE.bit | Kind.MEASURE.bit;

    /** What says whose figure it is. */
    static final long NAMES = Kind.AUTHOR.bit | Kind.SOURCE.bit;

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

    boolean is(Kind kind) {
        return (kinds & kind.bit) != 0;
    }

    /** Whether the word names an item or a state. */
    boolean isMeasure() {
        return (kinds & MEASURES) != 0;
    }

    /** Adds a meaning, from a row of the table. */
    void add(Kind kind, String value) {
        kinds |= kind.bit;
        switch (kind) {
            case NUMBER, SCALE, ARTICLE, NONE -> number = new BigDecimal(value);
            case QUALIFIER -> before = Qualifier.of(value);
            case AFTER -> after = Qualifier.of(value);
            case ITEM -> item = Names.of(value);
            case STATE -> state = Names.of(value);
            case LETTER -> letter = Names.of(value);
            case MEASURE -> {
                item = Names.of(value.substring(0, value.indexOf(' ')));
                state = Names.of(value.substring(value.indexOf(' ') + 1));
            }
            case WITHIN -> {
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
