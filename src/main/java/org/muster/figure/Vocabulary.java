package org.muster.figure;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The phrases of one or more languages and the signs of all, as a tree of letters: English and the signs from
 * {@code words.csv}, another language from a table of its own such as {@code words-de.csv}.
 *
 * <p>A phrase is found from its first character in one walk to the longest phrase that the text goes on with, so the
 * cost is bounded by the longest phrase. Case does not count, a blank in a phrase stands for any run of blanks and line
 * breaks or a single hyphen, and a phrase that ends in a letter ends where the word ends.
 */
final class Vocabulary {

    static final String ENGLISH = "en";

    private static final String TABLE = "words.csv";
    private static final String[] HEADER = {"language", "phrase", "kind", "value"};

    /** What a number may follow without a blank: 8,396 dead30,603 wounded, c.300. */
    private static final int BEFORE_DIGITS = Word.MEASURES | Word.Kind.TOTAL.bit;

    /** Node and letter to node, open addressing: the key holds the node above, then the letter. */
    private long[] keys = new long[8192];

    private int[] children = new int[8192];
    private int nodes = 1;

    /** The word that ends at a node, or -1. */
    private int[] wordAt = new int[4096];

    /** The nodes below the root for the letters of ASCII, or -1. */
    private final int[] first = new int[128];

    private Word[] words = new Word[1024];
    private int size;

    /** The language that a word came from, as its place in the list of languages. */
    private int[] origins = new int[1024];

    /** What two states or items are called when they are counted together. */
    private final Map<String, String> together = new HashMap<>();

    private Vocabulary(List<String> languages) {
        Arrays.fill(wordAt, -1);
        Arrays.fill(first, -1);
        List<CsvRecord> common = ResourceTable.rows(TABLE, HEADER);
        addRows(common, "*", 0);
        for (int i = 0; i < languages.size(); i++) {
            String language = languages.get(i);
            addRows(
                    language.equals(ENGLISH) ? common : ResourceTable.rows("words-" + language + ".csv", HEADER),
                    language,
                    i);
        }
        for (char c = 0; c < first.length; c++) {
            first[c] = child(0, lower(c));
        }
    }

    /** Adds the rows of a language; where an earlier one has the phrase, it keeps its meaning. */
    private void addRows(List<CsvRecord> rows, String language, int origin) {
        for (CsvRecord row : rows) {
            if (row.getField(0).equals(language)) {
                Word.Kind kind = Word.Kind.of(row.getField(2));
                String phrases = row.getField(1);
                int start = 0;
                while (start < phrases.length()) {
                    int end = phrases.indexOf("; ", start);
                    end = end < 0 ? phrases.length() : end;
                    String phrase = phrases.substring(start, end);
                    if (kind == Word.Kind.TOGETHER) {
                        together.put(phrase, row.getField(3));
                    } else {
                        int word = word(phrase, row, origin);
                        if (origins[word] == origin) {
                            words[word].add(kind, row.getField(3));
                        }
                    }
                    start = end + 2;
                }
            }
        }
    }

    static Vocabulary english() {
        return English.WORDS;
    }

    /** The phrases of several languages; where two share a phrase, it means what it means in the first. */
    static Vocabulary of(List<String> languages) {
        return languages.equals(List.of(ENGLISH)) ? english() : new Vocabulary(languages);
    }

    /** What two states or two items are called when they are counted together, or "" if that has no name. */
    String together(String one, String other) {
        if (one.equals(other)) {
            return one;
        }
        String name = together.get(one + " " + other);
        if (name == null) {
            name = together.get(other + " " + one);
        }
        return name == null ? "" : name;
    }

    /** The word at an index that {@link #longestAt} found. */
    Word word(int index) {
        return words[index];
    }

    /**
     * The longest phrase that begins at a place in the text.
     *
     * @return the end of the phrase in the upper and the index of its word in the lower half; -1 if there is none
     */
    long longestAt(String text, int start) {
        char begin = text.charAt(start);
        int node = begin < 128 ? first[begin] : child(0, lower(begin));
        if (node < 0) {
            return -1;
        }
        long longest = -1;
        int i = start + 1;
        int length = text.length();
        while (true) {
            if (wordAt[node] >= 0 && endsAt(text, i, wordAt[node])) {
                longest = ((long) i << 32) | wordAt[node];
            }
            if (i >= length) {
                return longest;
            }
            char c = text.charAt(i);
            int next = i + 1;
            if (isGap(c)) {
                while (!isHyphen(c) && next < length && isGap(text.charAt(next)) && !isHyphen(text.charAt(next))) {
                    next++;
                }
                c = ' ';
            }
            node = child(node, lower(c));
            if (node < 0) {
                return longest;
            }
            i = next;
        }
    }

    /**
     * Whether a phrase may end here: not inside a word, and not before a hyphen that goes on with one. A word for what
     * is counted may run into the next number: 8,396 dead30,603 wounded.
     */
    private boolean endsAt(String text, int end, int word) {
        if (end == text.length() || !Character.isLetterOrDigit(text.charAt(end - 1))) {
            return true;
        }
        char c = text.charAt(end);
        if (isHyphen(c) && end + 1 < text.length() && Character.isLetter(text.charAt(end + 1))) {
            return words[word].is(Word.Kind.NUMBER);
        }
        if (Tokens.isDigit(c)) {
            return (words[word].kinds & BEFORE_DIGITS) != 0;
        }
        return !Tokens.isWordPart(c);
    }

    private int word(String phrase, CsvRecord row, int origin) {
        int node = 0;
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            node = childOrNew(node, isHyphen(c) && i > 0 ? ' ' : lower(c));
        }
        if (node == 0) {
            throw new IllegalStateException(TABLE + ":" + row.getStartingLineNumber() + ": blank phrase");
        }
        if (wordAt[node] < 0) {
            if (size == words.length) {
                words = Arrays.copyOf(words, size * 2);
                origins = Arrays.copyOf(origins, size * 2);
            }
            wordAt[node] = size;
            words[size] = new Word();
            origins[size++] = origin;
        }
        return wordAt[node];
    }

    private int child(int node, char letter) {
        long key = key(node, letter);
        int slot = slot(key, keys.length);
        while (keys[slot] != 0) {
            if (keys[slot] == key) {
                return children[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return -1;
    }

    private int childOrNew(int node, char letter) {
        int child = child(node, letter);
        if (child >= 0) {
            return child;
        }
        if (nodes * 2 > keys.length) {
            long[] oldKeys = keys;
            int[] oldChildren = children;
            keys = new long[oldKeys.length * 2];
            children = new int[keys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != 0) {
                    put(oldKeys[i], oldChildren[i]);
                }
            }
        }
        if (nodes == wordAt.length) {
            wordAt = Arrays.copyOf(wordAt, nodes * 2);
            Arrays.fill(wordAt, nodes, wordAt.length, -1);
        }
        put(key(node, letter), nodes);
        return nodes++;
    }

    private void put(long key, int child) {
        int slot = slot(key, keys.length);
        while (keys[slot] != 0) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        children[slot] = child;
    }

    private static long key(int node, char letter) {
        return ((long) (node + 1) << 16) | letter;
    }

    private static int slot(long key, int slots) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (slots - 1);
    }

    private static boolean isGap(char c) {
        return isHyphen(c) || Tokens.isBlank(c) || c == '\n';
    }

    static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    private static char lower(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(c);
    }

    private static final class English {
        static final Vocabulary WORDS = new Vocabulary(List.of(ENGLISH));
    }
}
