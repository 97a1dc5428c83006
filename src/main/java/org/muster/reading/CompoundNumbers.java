package org.muster.reading;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers that a language writes in one word: dreiundzwanzig, fünfzigtausend, tvåhundra. */
final class CompoundNumbers {

    /** A longer word is no number. */
    static final int LONGEST = 60;

    /** A shorter word is a phrase of its own, or no number. */
    static final int SHORTEST = 4;

    /** How many pairs of letters are told apart. */
    private static final int PAIRS = 4096;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000L);

    /**
     * A word that numbers are made of.
     *
     * @param kind number, article, scale, part, or "and"
     * @param number its number
     */
    private record Piece(PhraseKind kind, BigDecimal number) {}

    private final Map<String, Piece> pieces = new HashMap<>();
    private final int language;
    private int longest;
    /** Which two letters a piece begins and ends with, so that most words are soon known for none. */
    private final BitSet starts = new BitSet(PAIRS);

    private final BitSet ends = new BitSet(PAIRS);

    CompoundNumbers(int language) {
        this.language = language;
    }

    /** Takes in a phrase of the language, if numbers are made of it. */
    void add(String phrase, PhraseKind kind, BigDecimal number) {
        boolean part = kind == PhraseKind.NUMBER
                || kind == PhraseKind.SCALE
                || kind == PhraseKind.ARTICLE
                || kind == PhraseKind.AND
                || kind == PhraseKind.PART;
        if (part && phrase.length() > 1 && phrase.chars().allMatch(Character::isLetter)) {
            // A scale is the better reading of a word that is both: hundert.
            pieces.merge(phrase, new Piece(kind, number), (one, other) -> other.kind == PhraseKind.SCALE ? other : one);
            longest = Math.max(longest, phrase.length());
            starts.set(pair(phrase.charAt(0), phrase.charAt(1)));
            ends.set(pair(phrase.charAt(phrase.length() - 2), phrase.charAt(phrase.length() - 1)));
        }
    }

    /** Two letters of a word, which may be capitals. */
    static int pair(char one, char other) {
        return (Characters.lower(one) * 31 + Characters.lower(other)) & (PAIRS - 1);
    }

    /** Whether a number may begin and end with these pairs of letters. */
    boolean mayBe(int firstPair, int lastPair) {
        return starts.get(firstPair) && ends.get(lastPair);
    }

    /** The number that a word says, or null. */
    @Nullable
    Phrase read(char[] text, int start, int end) {
        StringBuilder word = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            word.append(Characters.lower(text[i]));
        }
        BigDecimal value = read(word, 0, BigDecimal.ZERO, BigDecimal.ZERO, LARGEST, PhraseKind.OF);
        return value == null ? null : Phrase.ofNumber(value, language);
    }

    /**
     * Goes on with a number.
     *
     * @param total what was multiplied by a thousand or more
     * @param part what was not yet
     * @param least the smallest of those scales
     * @param last the kind of the piece before
     */
    private @Nullable BigDecimal read(
            CharSequence word, int at, BigDecimal total, BigDecimal part, BigDecimal least, PhraseKind last) {
        if (at == word.length()) {
            boolean ends = last != PhraseKind.AND && last != PhraseKind.ARTICLE;
            return ends ? total.add(part) : null;
        }
        for (int end = Math.min(word.length(), at + longest); end > at + 1; end--) {
            Piece piece = pieces.get(word.subSequence(at, end).toString());
            if (piece == null) {
                continue;
            }
            BigDecimal number = piece.number;
            BigDecimal value = null;
            switch (piece.kind) {
                case AND ->
                    value = at > 0 && last != PhraseKind.AND ? read(word, end, total, part, least, piece.kind) : null;
                case SCALE -> {
                    BigDecimal one = part.signum() == 0 ? BigDecimal.ONE : part;
                    if (number.compareTo(THOUSAND) < 0) {
                        value = one.compareTo(HUNDRED) < 0
                                ? read(word, end, total, one.multiply(number), least, piece.kind)
                                : null;
                    } else if (number.compareTo(least) < 0) {
                        value = read(word, end, total.add(one.multiply(number)), BigDecimal.ZERO, number, piece.kind);
                    }
                }
                case PART ->
                    value = part.signum() > 0 ? read(word, end, total, part.add(number), least, piece.kind) : null;
                default ->
                    value = goesOn(part, number, last)
                            ? read(word, end, total, part.add(number), least, piece.kind)
                            : null;
            }
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** Whether a number may follow: three behind twenty, and the other way round behind "and". */
    private static boolean goesOn(BigDecimal part, BigDecimal number, PhraseKind last) {
        if (number.signum() <= 0 || number.scale() > 0) {
            return number.scale() > 0 && part.signum() == 0 && last == PhraseKind.OF; // anderthalbtausend
        }
        int before = part.intValue() % 100;
        int more = number.intValue();
        if (last == PhraseKind.AND && before > 0) {
            return before < 10 && more >= 20 && more < 100 && more % 10 == 0;
        }
        return before == 0 ? part.signum() == 0 || more < 100 : before % 10 == 0 && before > 10 && more < 10;
    }
}
