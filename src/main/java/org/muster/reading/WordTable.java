package org.muster.reading;

import org.jspecify.annotations.Nullable;

/**
 * What is known of words, found in a text without a string being made of each of its words. Case does not count.
 *
 * @param <T> what is known of a word
 */
final class WordTable<T> {

    /** The number of rows, a power of two: about one for each word of the largest vocabulary. */
    private static final int ROWS = 8192;

    /**
     * One of the words of a row.
     *
     * @param hash the hash of its characters
     * @param word the word in lower case
     * @param value what is known of it
     * @param next the next word of the row
     */
    private record Known<T>(int hash, char[] word, T value, @Nullable Known<T> next) {}

    private final @Nullable Known<T>[] rows = newRows();

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of generic types
    private static <T> @Nullable Known<T>[] newRows() {
        return new Known[ROWS];
    }

    /** Adds a word in lower case; what was known of it before no longer is. */
    void add(char[] word, T value) {
        int hash = hash(word, 0, word.length);
        int row = hash & (ROWS - 1);
        rows[row] = new Known<>(hash, word, value, rows[row]);
    }

    /** Returns what is known of the word between two places of a text, or null. */
    @Nullable
    T get(char[] text, int start, int end) {
        int hash = hash(text, start, end);
        for (Known<T> known = rows[hash & (ROWS - 1)]; known != null; known = known.next) {
            if (known.hash == hash && isAt(known.word, text, start, end)) {
                return known.value;
            }
        }
        return null;
    }

    private static int hash(char[] text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + Characters.lower(text[i]);
        }
        return hash ^ hash >>> 13;
    }

    private static boolean isAt(char[] word, char[] text, int start, int end) {
        if (word.length != end - start) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (word[i] != Characters.lower(text[start + i])) {
                return false;
            }
        }
        return true;
    }
}
