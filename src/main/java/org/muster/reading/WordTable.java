package org.muster.reading;

import org.jspecify.annotations.Nullable;

/**
 * What is known of words, found in a text without a string being made of each of its words. Case does not count.
 *
 * @param <T> what is known of a word
 */
final class WordTable<T> {

    /** The number of rows, a power of two: more than the words of all languages, so that few share one. */
    private static final int ROWS = 1 << 15;

    /** One of the words of a row, in lower case. */
    private static final class Known<T> {
        final int hash;
        final char[] word;
        T value;
        /** The next word of the row. */
        final @Nullable Known<T> next;

        Known(int hash, char[] word, T value, @Nullable Known<T> next) {
            this.hash = hash;
            this.word = word;
            this.value = value;
            this.next = next;
        }
    }

    private final @Nullable Known<T>[] rows = newRows();

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of generic types
    private static <T> @Nullable Known<T>[] newRows() {
        return new Known[ROWS];
    }

    /** Stores what is known of a word in lower case, instead of what was known of it. */
    void put(char[] word, T value) {
        int hash = hash(word, 0, word.length);
        Known<T> known = find(word, 0, word.length, hash);
        if (known == null) {
            int row = hash & (ROWS - 1);
            rows[row] = new Known<>(hash, word, value, rows[row]);
        } else {
            known.value = value;
        }
    }

    /** Returns what is known of the word between two places of a text, or null. */
    @Nullable
    T get(char[] text, int start, int end) {
        Known<T> known = find(text, start, end, hash(text, start, end));
        return known == null ? null : known.value;
    }

    private @Nullable Known<T> find(char[] text, int start, int end, int hash) {
        Known<T> known = rows[hash & (ROWS - 1)];
        while (known != null && !(known.hash == hash && isAt(known.word, text, start, end))) {
            known = known.next;
        }
        return known;
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
