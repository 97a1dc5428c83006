package org.muster.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.figure.Item;
import org.muster.figure.State;
import org.muster.text.ResourceTable;

/**
 * The phrases of one or more languages and the signs of all: English and the signs from {@code words.csv}, another
 * language from a table of its own such as {@code words-de.csv}.
 *
 * <p>Case does not count, a blank in a phrase stands for any run of blanks and line breaks or a single hyphen, and a
 * phrase that ends in a letter ends where the word ends. The phrases are found by their first word, the longest first.
 */
final class Vocabulary {

    static final String ENGLISH = "en";

    private static final String TABLE = "words.csv";
    private static final String[] HEADER = {"language", "phrase", "kind", "value"};

    /** The kind of rows that give joint names; these are not phrases. */
    private static final String TOGETHER = "together";

    /** The kind of rows with words that say nothing but in which language a text is: the, und. */
    private static final String COMMON = "common";

    /** What a number may directly follow without a blank: 8,396 dead30,603 wounded, c.300. */
    private static final Traits BEFORE_DIGITS = PhraseKind.MEASURES.and(PhraseKind.TOTAL);

    /** What a hyphen may go on with: twenty-five; and what it may between two hyphens: two-and-twenty, half-a-million. */
    private static final Traits BEFORE_HYPHEN = PhraseKind.NUMBER_WORDS;

    private static final Traits WITHIN_HYPHENS = Traits.of(PhraseKind.AND, PhraseKind.ARTICLE);

    /**
     * A phrase that was found in a text.
     *
     * @param phrase what it can mean
     * @param end the place after it
     */
    record Match(Phrase phrase, int end) {}

    /** A phrase of the tables. */
    private static final class Entry {
        /** What follows its first word. */
        final char[] rest;
        /** The first letter of its second word, or 0: most phrases are soon known not to be at a place. */
        final char next;
        /** What it can mean. */
        final Phrase phrase;
        /** The rank of its language. */
        final int language;

        Entry(char[] rest, Phrase phrase, int language) {
            this.rest = rest;
            this.next = rest.length > 1 && rest[0] == ' ' ? rest[1] : 0;
            this.phrase = phrase;
            this.language = language;
        }
    }

    /** The phrases by their first words, the longest first. */
    private final WordTable<Entry[]> byFirstWord = new WordTable<>();

    /** The languages, and the place of the one that wins, whose bits {@link Phrase#languages} has. */
    private final List<String> languages;

    private final int first;

    /** The words that numbers in one word are made of, a table for each language. */
    private final List<CompoundNumbers> compounds = new ArrayList<>();

    /** Words that only say in which language a text is, a bit for each that has them. */
    private final WordTable<Integer> commonWords = new WordTable<>();

    /** What words are in a sentence besides what they mean. */
    private final WordTable<Phrase> roles = new WordTable<>();

    private final JointNames<Item> items = new JointNames<>();
    private final JointNames<State> states = new JointNames<>();

    private Vocabulary(List<String> languages, int first) {
        this.languages = List.copyOf(languages);
        this.first = first;
        for (int i = 0; i < languages.size(); i++) {
            compounds.add(new CompoundNumbers(1 << i));
        }
        List<List<String>> common = ResourceTable.rows(Vocabulary.class, TABLE, HEADER);
        addRows(common, "*", first);
        addLanguage(first, common);
        for (int i = 0; i < languages.size(); i++) {
            if (i != first) {
                addLanguage(i, common);
            }
        }
    }

    private void addLanguage(int place, List<List<String>> common) {
        String language = languages.get(place);
        addRows(language.equals(ENGLISH) ? common : rows(language), language, place);
    }

    /** Returns the rows of a language's table; that of English has the signs of all languages, too. */
    static List<List<String>> rows(String language) {
        String table = language.equals(ENGLISH) ? TABLE : "words-" + language + ".csv";
        return ResourceTable.rows(Vocabulary.class, table, HEADER);
    }

    private void addRows(List<List<String>> rows, String language, int place) {
        int bit = language.equals("*") ? Phrase.ALL_LANGUAGES : 1 << place;
        for (List<String> row : rows) {
            if (!row.get(0).equals(language)) {
                continue;
            }
            List<String> phrases = ResourceTable.phrases(row.get(1));
            if (row.get(2).equals(TOGETHER)) {
                for (String pair : phrases) {
                    addTogether(pair, row.get(3));
                }
            } else if (row.get(2).equals(COMMON)) {
                for (String phrase : phrases) {
                    char[] word = phrase.toCharArray();
                    commonWords.put(word, languagesOf(word, 0, word.length) | bit);
                }
            } else {
                PhraseKind kind = PhraseKind.of(row.get(2));
                Phrase meaning = Phrase.NONE.and(kind, row.get(3)).in(bit);
                for (String phrase : phrases) {
                    if (meaning.isAny(PhraseKind.ROLES)) {
                        addRole(phrase.toCharArray(), meaning, kind);
                    } else {
                        add(phrase, meaning, kind, row.get(3), place);
                        compounds.get(place).add(phrase, kind, meaning.number());
                    }
                }
            }
        }
    }

    /** Adds what a word is in a sentence, beside what else it is there; a word of an earlier language keeps its roles. */
    private void addRole(char[] word, Phrase role, PhraseKind kind) {
        Phrase known = roles.get(word, 0, word.length);
        if (known == null) {
            roles.put(word, role);
        } else if (known.languages() == role.languages()) {
            roles.put(word, known.and(kind, ""));
        }
    }

    /** Returns what the word or phrase between two places of a text is in a sentence; without traits if nothing is known. */
    Phrase roleOf(char[] text, int start, int end) {
        Phrase role = roles.get(text, start, end);
        return role == null ? Phrase.NONE : role;
    }

    /**
     * Adds a phrase, or a meaning to a phrase of the same language. A phrase of an earlier language keeps its meaning.
     */
    private void add(String phrase, Phrase meaning, PhraseKind kind, String value, int place) {
        char[] plain = plain(phrase);
        int end = firstWordEnd(plain, 0, plain.length);
        char[] rest = Arrays.copyOfRange(plain, end, plain.length);
        Entry[] entries = byFirstWord.get(plain, 0, end);
        if (entries == null) {
            entries = new Entry[0];
        }
        int i = 0;
        while (i < entries.length && entries[i].rest.length >= rest.length) {
            Entry known = entries[i];
            if (Arrays.equals(known.rest, rest)) {
                Phrase both = known.language == place
                        ? known.phrase.and(kind, value)
                        : known.phrase.in(known.phrase.languages() | meaning.languages());
                entries[i] = new Entry(rest, both, known.language);
                return;
            }
            i++;
        }
        Entry[] more = Arrays.copyOf(entries, entries.length + 1);
        System.arraycopy(entries, i, more, i + 1, entries.length - i);
        more[i] = new Entry(rest, meaning, place);
        byFirstWord.put(Arrays.copyOf(plain, end), more);
    }

    /** Returns a phrase in the form used for look-up: in lower case, with blanks for hyphens. */
    private static char[] plain(String phrase) {
        if (phrase.isEmpty()) {
            throw new IllegalStateException("a row of words has a blank phrase");
        }
        char[] plain = phrase.toCharArray();
        for (int i = 0; i < plain.length; i++) {
            plain[i] = i > 0 && Characters.isHyphen(plain[i]) ? ' ' : Characters.lower(plain[i]);
        }
        return plain;
    }

    private void addTogether(String pair, String both) {
        int blank = pair.indexOf(' ');
        String one = pair.substring(0, blank);
        String other = pair.substring(blank + 1);
        if (Item.of(other).isBuiltIn()) {
            items.add(Mention.ofItem(one), Mention.ofItem(other), Mention.ofItem(both));
        } else {
            states.add(Mention.ofState(one), Mention.ofState(other), Mention.ofState(both));
        }
    }

    static Vocabulary english() {
        return English.WORDS;
    }

    /** Returns the phrases of several languages; a phrase in two languages has its meaning in the first. */
    static Vocabulary of(List<String> languages) {
        return languages.equals(List.of(ENGLISH)) ? english() : new Vocabulary(languages, 0);
    }

    /** The same languages, of which another one wins. */
    Vocabulary withFirst(int language) {
        return language == first ? this : new Vocabulary(languages, language);
    }

    /** The place of the language that wins. */
    int first() {
        return first;
    }

    /** How many languages there are. */
    int size() {
        return languages.size();
    }

    /** The languages that have the word between two places of a text, which says nothing else; a bit for each. */
    int languagesOf(char[] text, int start, int end) {
        Integer known = commonWords.get(text, start, end);
        return known == null ? 0 : known;
    }

    /** Whether a phrase of another language is a word of the one that wins which says nothing: the German article die. */
    boolean isCommonElsewhere(char[] text, int start, Match found) {
        boolean foreign = (found.phrase().languages() >> first & 1) == 0;
        return foreign && (languagesOf(text, start, found.end()) >> first & 1) != 0;
    }

    /** What a word means that is made of number words: fünfzigtausend, tvåhundra. Null if it is none. */
    @Nullable
    Phrase compoundAt(char[] text, int start, int end) {
        if (end - start < CompoundNumbers.SHORTEST || end - start > CompoundNumbers.LONGEST) {
            return null;
        }
        int firstPair = CompoundNumbers.pair(text[start], text[start + 1]);
        int lastPair = CompoundNumbers.pair(text[end - 2], text[end - 1]);
        for (int i = 0; i < compounds.size(); i++) {
            int place = i == 0 ? first : i <= first ? i - 1 : i;
            CompoundNumbers language = compounds.get(place);
            Phrase number = language.mayBe(firstPair, lastPair) ? language.read(text, start, end) : null;
            if (number != null) {
                return number;
            }
        }
        return null;
    }

    /** Returns the joint names of items. */
    JointNames<Item> items() {
        return items;
    }

    /** Returns the joint names of states. */
    JointNames<State> states() {
        return states;
    }

    /** Returns the longest phrase that begins at a place in a text, which is followed by characters of code 0. */
    @Nullable
    Match longestAt(char[] text, int start) {
        int end = firstWordEnd(text, start, text.length);
        Entry[] entries = byFirstWord.get(text, start, end);
        if (entries == null) {
            return null;
        }
        char next = isGap(text[end]) ? Characters.lower(text[pastGap(text, end)]) : 0;
        for (Entry entry : entries) {
            int after = entry.next == 0 || entry.next == next ? endOf(entry.rest, text, end) : -1;
            if (after >= 0 && mayEndAt(text, start, after, entry.phrase)) {
                return new Match(entry.phrase, after);
            }
        }
        return null;
    }

    /**
     * Returns where the first word of a phrase ends: past its letters, or past one other character. Each Chinese
     * character is a word of its own.
     */
    private static int firstWordEnd(char[] text, int start, int length) {
        int end = start;
        while (end < length
                && (text[end] < 128
                        ? Characters.isPlainLetter(text[end])
                        : Character.isLetter(text[end]) && !Character.isIdeographic(text[end]))) {
            end++;
        }
        return Math.max(end, start + 1);
    }

    /** Returns the end of the rest of a phrase in a text; -1 if the text does not continue with it. */
    private static int endOf(char[] rest, char[] text, int start) {
        int i = start;
        for (char expected : rest) {
            char c = text[i];
            if (expected == ' ' ? !isGap(c) : Characters.lower(c) != expected) {
                return -1;
            }
            i = expected == ' ' ? pastGap(text, i) : i + 1;
        }
        return i;
    }

    /** Returns the place after a single hyphen, or after blanks and line breaks. */
    private static int pastGap(char[] text, int start) {
        int i = start + 1;
        while (!Characters.isHyphen(text[start]) && isGap(text[i]) && !Characters.isHyphen(text[i])) {
            i++;
        }
        return i;
    }

    /**
     * Returns whether a phrase may end here: not inside a word, and not before a hyphen that continues one. A word for
     * what is counted may run into the next number: 8,396 dead30,603 wounded. In scripts without blanks it may end
     * anywhere.
     */
    private static boolean mayEndAt(char[] text, int start, int end, Phrase phrase) {
        char c = text[end];
        if (c == ' ') {
            return true;
        }
        char last = text[end - 1];
        if (!Character.isLetterOrDigit(last) || Character.isIdeographic(last)) {
            return true;
        }
        if (Characters.isHyphen(c) && Character.isLetter(text[end + 1])) {
            return phrase.isAny(BEFORE_HYPHEN)
                    || (phrase.isAny(WITHIN_HYPHENS) && start > 0 && Characters.isHyphen(text[start - 1]));
        }
        if (Characters.isDigit(c)) {
            return phrase.isAny(BEFORE_DIGITS);
        }
        return !Characters.isWordPart(c);
    }

    private static boolean isGap(char c) {
        return Characters.isBlank(c) || Characters.isHyphen(c) || c == '\n';
    }

    private static final class English {
        static final Vocabulary WORDS = new Vocabulary(List.of(ENGLISH), 0);
    }
}
