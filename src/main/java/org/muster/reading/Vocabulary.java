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
     * A word or phrase of the tables that was found in a text.
     *
     * @param entry what the tables say of it
     * @param end the place after it
     */
    record Match(Entry entry, int end) {

        /** What it can mean. */
        Phrase phrase() {
            return entry.phrase;
        }
    }

    private final WordTable words;

    /** The languages, and the place of the one that wins, whose bits {@link Phrase#languages} has. */
    private final List<String> languages;

    private final int first;

    /** The words that numbers in one word are made of, a table for each language. */
    private final List<CompoundNumbers> compounds = new ArrayList<>();

    private final JointNames<Item> items = new JointNames<>();
    private final JointNames<State> states = new JointNames<>();

    private Vocabulary(List<String> languages, int first) {
        this.languages = List.copyOf(languages);
        this.first = first;
        words = new WordTable(languages.size());
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
            Role role = Role.named(row.get(2));
            if (row.get(2).equals(TOGETHER)) {
                for (String pair : phrases) {
                    addTogether(pair, row.get(3));
                }
            } else if (row.get(2).equals(COMMON)) {
                for (String phrase : phrases) {
                    entry(phrase).common |= bit;
                }
            } else if (role != null) {
                for (String phrase : phrases) {
                    entry(phrase).add(role, bit);
                }
            } else {
                PhraseKind kind = PhraseKind.of(row.get(2));
                Phrase meaning = Phrase.NONE.and(kind, row.get(3)).in(bit);
                for (String phrase : phrases) {
                    add(entry(phrase), meaning, kind, row.get(3), place);
                    compounds.get(place).add(phrase, kind, meaning.number());
                }
            }
        }
    }

    /**
     * Adds a phrase, or a meaning to a phrase of the same language. A phrase of an earlier language keeps its meaning.
     */
    private static void add(Entry entry, Phrase meaning, PhraseKind kind, String value, int place) {
        Phrase known = entry.phrase;
        if (known == Phrase.NONE) {
            entry.phrase = meaning;
            entry.language = place;
        } else {
            entry.phrase = entry.language == place
                    ? known.and(kind, value)
                    : known.in(known.languages() | meaning.languages());
        }
    }

    /** Returns the entry of a phrase, which is new if the tables have none. */
    private Entry entry(String phrase) {
        char[] plain = plain(phrase);
        int end = firstWordEnd(plain, 0, plain.length);
        char[] rest = Arrays.copyOfRange(plain, end, plain.length);
        WordTable.Word word = words.put(Arrays.copyOf(plain, end));
        if (rest.length == 0) {
            return word;
        }
        Entry[] longer = word.longer;
        int i = 0;
        while (i < longer.length && longer[i].rest.length >= rest.length) {
            if (Arrays.equals(longer[i].rest, rest)) {
                return longer[i];
            }
            i++;
        }
        Entry added = new Entry(rest);
        word.longer = Arrays.copyOf(longer, longer.length + 1);
        System.arraycopy(longer, i, word.longer, i + 1, longer.length - i);
        word.longer[i] = added;
        word.after |= added.next == ' ' ? -1 : 1L << added.next;
        return added;
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

    /** Whether the word between two places of a text has a role in its sentence, in whatever language. */
    boolean isRole(char[] text, int start, int end, Role role) {
        WordTable.Word word = words.get(text, start, end);
        return word != null && word.is(role, Phrase.ALL_LANGUAGES);
    }

    /** Whether a phrase of another language is a word of the one that wins which says nothing: the German article die. */
    boolean isCommonElsewhere(Entry entry) {
        return (entry.phrase.languages() >> first & 1) == 0 && (entry.common >> first & 1) != 0;
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

    /**
     * Returns the longest phrase that begins at a place in a text, which is followed by characters of code 0, or the word
     * there that is in the tables for another reason.
     */
    @Nullable
    Match longestAt(char[] text, int start) {
        int end = firstWordEnd(text, start, text.length);
        WordTable.Word word = words.get(text, start, end);
        if (word == null) {
            return null;
        }
        char next = Characters.lower(text[isGap(text[end]) ? pastGap(text, end) : end]);
        if ((word.after >> next & 1) != 0) {
            for (Entry entry : word.longer) {
                boolean may = entry.next == next || entry.next == ' ';
                int after = may && entry.phrase != Phrase.NONE ? endOf(entry.rest, text, end) : -1;
                if (after >= 0 && mayEndAt(text, start, after, entry.phrase)) {
                    return new Match(entry, after);
                }
            }
        }
        return word.phrase == Phrase.NONE || mayEndAt(text, start, end, word.phrase) ? new Match(word, end) : null;
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
        if (!Characters.isWordPart(c) && !Characters.isHyphen(c)) {
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
