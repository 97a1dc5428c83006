package org.muster.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** The kind of the rows that say what two are called together; these are no phrases. */
    private static final String TOGETHER = "together";

    /** What a number may follow without a blank: 8,396 dead30,603 wounded, c.300. */
    private static final Traits BEFORE_DIGITS = PhraseKind.MEASURES.and(PhraseKind.TOTAL);

    /**
     * A phrase that was found in a text.
     *
     * @param phrase what it can mean
     * @param end the place after it
     */
    record Match(Phrase phrase, int end) {}

    /**
     * A phrase of the tables.
     *
     * @param rest what follows its first word
     * @param phrase what it can mean
     */
    private record Entry(String rest, Phrase phrase) {}

    /** What a phrase means so far, and the place of its language among all. */
    private record Meaning(Phrase phrase, int language) {}

    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
    private final JointNames<Item> items = new JointNames<>();
    private final JointNames<State> states = new JointNames<>();

    private Vocabulary(List<String> languages) {
        Map<String, Meaning> meanings = new LinkedHashMap<>();
        List<List<String>> common = ResourceTable.rows(Vocabulary.class, TABLE, HEADER);
        addRows(common, "*", 0, meanings);
        for (int i = 0; i < languages.size(); i++) {
            String language = languages.get(i);
            List<List<String>> rows = language.equals(ENGLISH)
                    ? common
                    : ResourceTable.rows(Vocabulary.class, "words-" + language + ".csv", HEADER);
            addRows(rows, language, i, meanings);
        }
        meanings.forEach((text, meaning) -> {
            int end = firstWordEnd(text.toCharArray(), 0, text.length());
            byFirstWord
                    .computeIfAbsent(text.substring(0, end), first -> new ArrayList<>())
                    .add(new Entry(text.substring(end), meaning.phrase()));
        });
        Comparator<Entry> longestFirst =
                Comparator.comparing(entry -> -entry.rest().length());
        byFirstWord.values().forEach(entries -> entries.sort(longestFirst));
    }

    /** Adds the rows of a language; where an earlier one has the phrase, it keeps its meaning. */
    private void addRows(List<List<String>> rows, String language, int place, Map<String, Meaning> meanings) {
        for (List<String> row : rows) {
            if (!row.get(0).equals(language)) {
                continue;
            }
            if (row.get(2).equals(TOGETHER)) {
                for (String pair : ResourceTable.phrases(row.get(1))) {
                    addTogether(pair, row.get(3));
                }
            } else {
                addPhrases(ResourceTable.phrases(row.get(1)), PhraseKind.of(row.get(2)), row.get(3), place, meanings);
            }
        }
    }

    private static void addPhrases(
            List<String> phrases, PhraseKind kind, String value, int place, Map<String, Meaning> meanings) {
        Meaning meaning = new Meaning(Phrase.NONE.and(kind, value), place);
        for (String phrase : phrases) {
            String text = plain(phrase);
            Meaning known = meanings.putIfAbsent(text, meaning);
            if (known != null && known.language() == place) {
                meanings.put(text, new Meaning(known.phrase().and(kind, value), place));
            }
        }
    }

    /** A phrase as it is looked for: in small letters, blanks for hyphens. */
    private static String plain(String phrase) {
        if (phrase.isEmpty()) {
            throw new IllegalStateException("a row of words has a blank phrase");
        }
        StringBuilder plain = new StringBuilder(phrase.length());
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            plain.append(i > 0 && Characters.isHyphen(c) ? ' ' : Characters.lower(c));
        }
        return plain.toString();
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

    /** The phrases of several languages; where two share a phrase, it means what it means in the first. */
    static Vocabulary of(List<String> languages) {
        return languages.equals(List.of(ENGLISH)) ? english() : new Vocabulary(languages);
    }

    /** What two items are called when they are counted together. */
    JointNames<Item> items() {
        return items;
    }

    /** What two states are called when they are counted together. */
    JointNames<State> states() {
        return states;
    }

    /** The longest phrase that begins at a place in a text, after which characters of code 0 stand. */
    @Nullable
    Match longestAt(char[] text, int start) {
        int end = firstWordEnd(text, start, text.length);
        char[] word = new char[end - start];
        for (int i = start; i < end; i++) {
            word[i - start] = Characters.lower(text[i]);
        }
        for (Entry entry : byFirstWord.getOrDefault(new String(word), List.of())) {
            int after = endOf(entry.rest(), text, end);
            if (after >= 0 && mayEndAt(text, after, entry.phrase())) {
                return new Match(entry.phrase(), after);
            }
        }
        return null;
    }

    /** Where the first word of a phrase ends: past its letters, or past one other character. Signs of Chinese stand alone. */
    private static int firstWordEnd(char[] text, int start, int length) {
        int end = start;
        while (end < length && Characters.isPlainLetter(text[end])
                || end < length && Character.isLetter(text[end]) && !Character.isIdeographic(text[end])) {
            end++;
        }
        return Math.max(end, start + 1);
    }

    /** Where a text that goes on with the rest of a phrase goes on after it; -1 if it does not. */
    private static int endOf(String rest, char[] text, int start) {
        int i = start;
        for (int k = 0; k < rest.length(); k++) {
            char c = text[i++];
            if (isGap(c)) {
                while (!Characters.isHyphen(c) && isGap(text[i]) && !Characters.isHyphen(text[i])) {
                    i++;
                }
                c = ' ';
            }
            if (Characters.lower(c) != rest.charAt(k)) {
                return -1;
            }
        }
        return i;
    }

    /**
     * Whether a phrase may end here: not inside a word, and not before a hyphen that goes on with one. A word for what
     * is counted may run into the next number: 8,396 dead30,603 wounded. In scripts that write no blanks it may end
     * anywhere.
     */
    private static boolean mayEndAt(char[] text, int end, Phrase phrase) {
        char c = text[end];
        char last = text[end - 1];
        if (!Character.isLetterOrDigit(last) || Character.isIdeographic(last)) {
            return true;
        }
        if (Characters.isHyphen(c) && Character.isLetter(text[end + 1])) {
            return phrase.is(PhraseKind.NUMBER);
        }
        if (Characters.isDigit(c)) {
            return BEFORE_DIGITS.fit(phrase);
        }
        return !Characters.isWordPart(c);
    }

    private static boolean isGap(char c) {
        return Characters.isHyphen(c) || Characters.isBlank(c) || c == '\n';
    }

    private static final class English {
        static final Vocabulary WORDS = new Vocabulary(List.of(ENGLISH));
    }
}
