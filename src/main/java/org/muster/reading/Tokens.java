package org.muster.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muster.figure.Item;

/**
 * The numbers, words and marks of a text, as split by a {@link Scanner}. Blanks, footnote marks and signs without
 * meaning for figures lie between the tokens.
 *
 * <p>Reading before the first token or after the last is allowed and finds nothing. Each token has a reason why it is
 * not a figure, in case it turns out not to be in one; the scanner sets a first reason, which the parser may refine.
 */
final class Tokens {

    /** The number of characters of code 0 after the text: how far one may look beyond its end. */
    static final int ZEROS = 8;

    /** How long a token is, with the blank behind it. */
    private static final int USUAL_LENGTH = 4;

    /** No longer word is asked for its language. */
    private static final int LONGEST_COMMON_WORD = 6;

    private static final Traits WORDS = TokenType.OTHER_WORDS.and(TokenType.PHRASE);
    private static final int LONGEST_SHORT_WORD = 3;
    private static final Traits SHORT_WORDS = Traits.of(TokenType.WORD, PhraseKind.PREPOSITION, PhraseKind.AUX);

    /** Words whose meaning may depend on others far from them. */
    private static final Traits FAR = Traits.of(PhraseKind.PARTICLE, PhraseKind.TAKING, PhraseKind.FALLING);

    private final Vocabulary vocabulary;

    /** The characters of the text, and after them some of code 0, which end every word and number. */
    private final char[] chars;

    private final int length;
    private Token[] tokens;
    // Their traits, which are asked for much more often than anything else of them; behind the last is TokenType.NONE,
    // so
    // that the length of the arrays alone bounds them.
    private int[] types;
    private long[] kinds;
    private Reason[] reasons;
    private int size;
    /** The traits that any of the tokens has. */
    private Traits present = Traits.NONE;
    /** The roles that any of them has, a bit for each. */
    private int roles;

    private final List<IgnoredPart> footnotes = new ArrayList<>(0);
    private boolean hasDigits;
    /** In which languages number words may be, a bit for each. */
    private int languages = Phrase.ALL_LANGUAGES;

    /** Creates the tokens of a text that is not yet split. */
    Tokens(String text, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        length = text.length();
        tokens = new Token[length / USUAL_LENGTH + 4];
        types = new int[tokens.length];
        kinds = new long[tokens.length];
        reasons = new Reason[tokens.length];
        char[] plain = new char[length + ZEROS];
        text.getChars(0, length, plain, 0);
        for (int i = 0; i < length; i++) {
            if (plain[i] >= Characters.FIRST_OTHER_DIGIT) {
                plain[i] = Characters.plainDigit(plain[i]);
            }
        }
        chars = plain;
    }

    /** Returns the words of the languages that the text is in. */
    Vocabulary vocabulary() {
        return vocabulary;
    }

    char[] chars() {
        return chars;
    }

    /** Returns the length of the text. */
    int length() {
        return length;
    }

    /** Returns whether there are digits outside footnote marks. */
    boolean hasDigits() {
        return hasDigits;
    }

    /** Whether a number, or what stands where one should, cannot be read. */
    boolean hasUnreadable() {
        for (int i = 0; i < size; i++) {
            if (reasons[i] == Reason.ERROR || (reasons[i] == Reason.UNREADABLE && is(i, TokenType.PHRASE))) {
                return true;
            }
        }
        return false;
    }

    void noteDigits() {
        hasDigits = true;
    }

    void add(Token token, Reason reason) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, size * 2);
            types = Arrays.copyOf(types, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
            reasons = Arrays.copyOf(reasons, size * 2);
        }
        set(size, token);
        roles |= token.entry().roles;
        reasons[size++] = reason;
    }

    private void set(int at, Token token) {
        tokens[at] = token;
        types[at] = token.traits().types();
        kinds[at] = token.traits().kinds();
    }

    /** Notes which traits the tokens have, once there are all, joins verbs in two parts, and settles what verbs mean. */
    void complete() {
        Arrays.fill(types, size, types.length, TokenType.NONE.alone.types());
        int anyTypes = 0;
        long anyKinds = 0;
        for (int i = 0; i < size; i++) {
            if (is(i, FAR)) {
                settle(i);
            }
            anyTypes |= types[i];
            anyKinds |= kinds[i];
        }
        present = present.and(new Traits(anyTypes, anyKinds));
    }

    /** Settles what a verb, or the second part of one, means with words that stand far from it. */
    private void settle(int token) {
        if (is(token, PhraseKind.PARTICLE)) {
            SplitVerbs.join(this, token);
        }
        VerbSenses.turn(this, token);
    }

    void addFootnote(int start, int end) {
        footnotes.add(new IgnoredPart(start, end, Reason.FOOTNOTE));
    }

    /** Returns the footnote marks, in order. */
    List<IgnoredPart> footnotes() {
        return footnotes;
    }

    int size() {
        return size;
    }

    private Token get(int token) {
        return isThere(token) ? tokens[token] : Token.NONE;
    }

    private boolean isThere(int token) {
        return token >= 0 && token < size;
    }

    int start(int token) {
        return get(token).start();
    }

    int end(int token) {
        return get(token).end();
    }

    int length(int token) {
        return get(token).length();
    }

    /** Returns the first character of a token. */
    char first(int token) {
        return chars[start(token)];
    }

    boolean is(int token, TokenType type) {
        return token >= 0 && token < types.length ? Traits.has(types[token], type) : type == TokenType.NONE;
    }

    /** Returns whether a token is a phrase that can be of a kind. */
    boolean is(int token, PhraseKind kind) {
        return token >= 0 && token < kinds.length && Traits.has(kinds[token], kind);
    }

    /** Returns whether a token has one of several traits. */
    boolean is(int token, Traits traits) {
        return token >= 0 && token < types.length
                ? traits.meet(types[token], kinds[token])
                : traits.has(TokenType.NONE);
    }

    /** Returns whether any token of the text is a phrase that can be of a kind. */
    boolean has(PhraseKind kind) {
        return present.has(kind);
    }

    /** Whether any word or phrase of the text may have a role in its sentence. */
    boolean has(Role role) {
        return Entry.has(roles, role);
    }

    /** Returns whether any token of the text has one of several traits. */
    boolean has(Traits traits) {
        return present.meet(traits);
    }

    /** Returns whether any token from one to before another has one of several traits. */
    boolean has(int from, int to, Traits traits) {
        for (int i = from; i < to; i++) {
            if (is(i, traits)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether two tokens are adjacent, without a blank between them. */
    boolean isGlued(int token, int next) {
        return token >= 0 && next < size && end(token) == start(next);
    }

    /** Whether two tokens are the same word, in whatever case. */
    boolean isSameWord(int token, int other) {
        boolean same = length(token) == length(other);
        for (int i = 0; same && i < length(token); i++) {
            same = Characters.lower(chars[start(token) + i]) == Characters.lower(chars[start(other) + i]);
        }
        return same;
    }

    /** Gives a word another meaning than it has alone. */
    void setPhrase(int token, Phrase phrase) {
        set(token, Token.of(phrase, start(token), end(token), get(token).entry()));
        present = present.and(phrase.traits());
    }

    /** Takes the meaning of a word from it. */
    void setWord(int token) {
        set(
                token,
                Token.ofWord(
                        TokenType.WORD, start(token), end(token), get(token).entry()));
    }

    Phrase phrase(int token) {
        return get(token).phrase();
    }

    /** Whether a token is a dash or a word that joins the ends of a range. */
    boolean joinsRange(int token) {
        return is(token, Amount.RANGE_JOINS);
    }

    /** Whether a token is a word or a phrase. */
    boolean isWord(int token) {
        return is(token, WORDS);
    }

    /** Whether a token is a short word that counts nothing: the, au, die. */
    boolean isShortWord(int token) {
        return length(token) <= LONGEST_SHORT_WORD && length(token) > 0 && is(token, SHORT_WORDS);
    }

    /** Whether a token names units: divisions, companies. */
    boolean isUnits(int token) {
        return is(token, PhraseKind.ITEM) && phrase(token).item().is(Item::isUnits);
    }

    /** Whether a word is of another language than the text, so that it makes no number in it. */
    boolean isForeign(int token) {
        return (phrase(token).languages() & languages) == 0;
    }

    /** Says in which languages number words may be, a bit for each. */
    void restrictTo(int some) {
        languages = some;
    }

    /**
     * The place of the language that most words of the text are of, the one that wins if none is; {@code -1} if there
     * are number words at most.
     */
    int mainLanguage() {
        boolean words = false;
        boolean others = false;
        for (int i = 0; i < size; i++) {
            int some = languagesOf(i);
            if (some != 0) {
                words |= !is(i, PhraseKind.NUMBER_WORDS);
                others |= (some >> vocabulary.first() & 1) == 0;
            }
        }
        return !words ? -1 : others ? mostFrequentLanguage() : vocabulary.first();
    }

    private int mostFrequentLanguage() {
        int[] found = new int[vocabulary.size()];
        for (int t = 0; t < size; t++) {
            int some = languagesOf(t);
            int weight = is(t, PhraseKind.NUMBER_WORDS) ? 1 : 2;
            for (int i = 0; i < found.length; i++) {
                found[i] += (some >> i & 1) * weight;
            }
        }
        int main = vocabulary.first();
        for (int i = 0; i < found.length; i++) {
            main = found[i] > found[main] ? i : main;
        }
        return main;
    }

    /** The languages that a token tells the text to be in, a bit for each; none if it can be in any. */
    private int languagesOf(int token) {
        Token word = tokens[token];
        if (word.phrase() == Phrase.NONE) {
            return word.length() <= LONGEST_COMMON_WORD ? word.entry().common : 0;
        }
        return word.phrase().languages() == Phrase.ALL_LANGUAGES
                ? 0
                : word.phrase().languages();
    }

    /** Whether a word only tells in which language a text is: the, und. */
    boolean isCommon(int token) {
        Token word = get(token);
        return word.traits().has(TokenType.WORD) && word.length() <= LONGEST_COMMON_WORD && word.entry().common != 0;
    }

    /** Whether a word or phrase of the text's language has a role in its sentence. */
    boolean isRole(int token, Role role) {
        return has(role) && get(token).entry().is(role, languages);
    }

    /** Whether a word, or the last one of a phrase, has a role: the, of the. */
    boolean endsInRole(int token, Role role) {
        int word = end(token);
        while (word > start(token) && !Characters.isBlank(chars[word - 1])) {
            word--;
        }
        return isWord(token) && vocabulary.isRole(chars, word, end(token), role);
    }

    /** Whether a word, or the first letters of a word or phrase, have a role: through the, CI95. */
    boolean startsInRole(int token, Role role) {
        int word = start(token);
        while (word < end(token) && Character.isLetter(chars[word])) {
            word++;
        }
        return isWord(token) && vocabulary.isRole(chars, start(token), word, role);
    }

    /** Whether a stop ends a part of a sentence, not the whole. */
    boolean isSemicolon(int token) {
        return is(token, TokenType.STOP) && first(token) == ';';
    }

    /** The number of words of a phrase, by the blanks between them. */
    int words(int token) {
        int words = 1;
        for (int i = start(token); i < end(token); i++) {
            words += Characters.isBlank(chars[i]) ? 1 : 0;
        }
        return words;
    }

    /** The digits after the decimal point of a number. */
    int decimals(int token) {
        Token number = get(token);
        if (number.traits().has(TokenType.POWER)) {
            return Math.max(0, -number(token).stripTrailingZeros().scale());
        }
        if (number.traits().has(TokenType.MIXED)) {
            return Numeral.fraction(chars, number.point(), number.end()).scale();
        }
        return number.point() < 0 ? 0 : number.end() - number.point() - 1;
    }

    /**
     * Returns whether the text of a number is 1–3 digits, a point and three digits: thousands, unless a scale word
     * follows.
     */
    boolean isThousandsOrDecimals(int token) {
        int before = get(token).point() - get(token).start();
        return decimals(token) == 3
                && before > 0
                && before <= 3
                && chars[get(token).point()] == '.'
                && first(token) != '0'
                && !hasGroups(token);
    }

    /** Whether a number has groups of digits before its decimals: 1,000.500. */
    boolean hasGroups(int token) {
        Token number = get(token);
        int end = number.point() < 0 ? number.end() : number.point();
        for (int i = number.start(); i < end; i++) {
            if (!Characters.isDigit(chars[i])) {
                return true;
            }
        }
        return false;
    }

    /** Whether blanks part the groups of a number. */
    boolean isSpaced(int token) {
        for (int i = start(token); i < end(token); i++) {
            if (Characters.isBlank(chars[i])) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a number has a decimal comma, which is accepted only before a scale word. */
    boolean hasDecimalComma(int token) {
        return decimals(token) > 0 && chars[get(token).point()] == ',';
    }

    /** Returns the value of a number. */
    BigDecimal number(int token) {
        Token number = get(token);
        if (number.traits().meet(TokenType.WHOLES)) {
            return BigDecimal.valueOf(whole(number));
        }
        boolean mixed = number.traits().has(TokenType.MIXED);
        boolean power = number.traits().has(TokenType.POWER);
        int end = mixed || power ? number.point() : number.end();
        StringBuilder plain = new StringBuilder(number.length());
        for (int i = number.start(); i < end; i++) {
            if (i == number.point() || (power && (chars[i] == '.' || chars[i] == ','))) {
                plain.append('.');
            } else if (Characters.isDigit(chars[i])) {
                plain.append(chars[i]);
            }
        }
        BigDecimal whole = new BigDecimal(plain.toString());
        if (power) {
            return whole.movePointRight(Numeral.exponent(chars, end, number.end()));
        }
        return mixed ? whole.add(Numeral.fraction(chars, number.point(), number.end())) : whole;
    }

    /** The value of a whole number, which has few digits. */
    private long whole(Token number) {
        long value = 0;
        for (int i = number.start(); i < number.end(); i++) {
            if (Characters.isDigit(chars[i])) {
                value = value * 10 + (chars[i] - '0');
            }
        }
        return value;
    }

    /** Returns why a token is not a figure, in case it is not in one. */
    Reason reason(int token) {
        return reasons[token];
    }

    void setReason(int token, Reason reason) {
        reasons[token] = reason;
    }

    /** Sets the reason why the tokens from one to before another are not figures. */
    void setReasons(int from, int to, Reason reason) {
        for (int i = from; i < Math.min(to, size); i++) {
            setReason(i, reason);
        }
    }
}
