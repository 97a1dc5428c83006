package org.muster.figure;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The phrases of a language and the signs of all languages, from {@code words.csv}, as a tree of letters.
 *
 * <p>A phrase is found from its first character in one walk to the longest phrase that the text goes on with, so the
 * cost is bounded by the longest phrase. Case does not count, a blank in a phrase stands for any run of blanks on one
 * line or a single hyphen, and a phrase that ends in a letter ends where the word ends.
 */
final class Vocabulary {

    private static final String TABLE = "words.csv";

    /** Node and letter to node, open addressing: the key holds the node above, then the letter. */
    private long[] keys = new long[8192];

    private int[] children = new int[8192];
    private int nodes = 1;

    /** The word that ends at a node, or -1. */
    private int[] wordAt = new int[4096];

    private final List<Word> words = new ArrayList<>();

    private Vocabulary(String language) {
        Arrays.fill(wordAt, -1);
        for (CsvRecord row : ResourceTable.rows(TABLE, "language", "phrase", "kind", "value")) {
            if (row.getField(0).equals(language) || row.getField(0).equals("*")) {
                Word.Kind kind = Word.Kind.of(row.getField(2));
                String phrases = row.getField(1);
                int start = 0;
                while (start < phrases.length()) {
                    int end = phrases.indexOf("; ", start);
                    end = end < 0 ? phrases.length() : end;
                    word(phrases.substring(start, end), row).add(kind, row.getField(3));
                    start = end + 2;
                }
            }
        }
    }

    static Vocabulary english() {
        return English.WORDS;
    }

    /** The word at an index that {@link #longestAt} found. */
    Word word(int index) {
        return words.get(index);
    }

    /**
     * The longest phrase that begins at a place in the text.
     *
     * @return the end of the phrase in the upper and the index of its word in the lower half; -1 if there is none
     */
    long longestAt(String text, int start) {
        long longest = -1;
        int node = 0;
        int i = start;
        int length = text.length();
        while (i < length) {
            char c = text.charAt(i);
            int next = i + 1;
            if (i > start && isGap(c)) {
                while (!isHyphen(c) && next < length && Tokens.isBlank(text.charAt(next))) {
                    next++;
                }
                c = ' ';
            }
            node = child(node, lower(c));
            if (node < 0) {
                return longest;
            }
            i = next;
            if (wordAt[node] >= 0 && endsAt(text, i, wordAt[node])) {
                longest = ((long) i << 32) | wordAt[node];
            }
        }
        return longest;
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
            return words.get(word).is(Word.Kind.NUMBER);
        }
        if (Tokens.isDigit(c)) {
            return words.get(word).isMeasure();
        }
        return !Tokens.isWordPart(c);
    }

    private Word word(String phrase, CsvRecord row) {
        int node = 0;
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            node = childOrNew(node, isHyphen(c) && i > 0 ? ' ' : lower(c));
        }
        if (node == 0) {
            throw new IllegalStateException(TABLE + ":" + row.getStartingLineNumber() + ": blank phrase");
        }
        if (wordAt[node] < 0) {
            wordAt[node] = words.size();
            words.add(new Word());
        }
        return words.get(wordAt[node]);
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
        return isHyphen(c) || Tokens.isBlank(c);
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
        static final Vocabulary WORDS = new Vocabulary("en");
    }
}
