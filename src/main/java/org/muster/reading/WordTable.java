package org.muster.reading;

import org.jspecify.annotations.Nullable;

/** All words of the tables that phrases begin with, found in a text without a string being made of each of its words. Case does not count. */
final class WordTable {

    /** The number of rows for each language, a power of two: more than its words, so that few share one. */
    private static final int ROWS = 1 << 13;

    /** A word, or one other character, with the phrases that begin with it. */
    static final class Word extends Entry {
        /** It in lower case. */
        final char[] letters;

        private final int hash;
        /** The next word of the row. */
        private final @Nullable Word below;

        /** The phrases that go on with other words, the longest first. */
        Entry[] longer = {};
        /** The characters that these go on with, a bit for one in 64: most are soon known not to be at a place. */
        long after;

        private Word(char[] letters, int hash, @Nullable Word below) {
            super(new char[0]);
            this.letters = letters;
            this.hash = hash;
            this.below = below;
        }
    }

    private final @Nullable Word[] rows;

    WordTable(int languages) {
        rows = new Word[Integer.highestOneBit(languages) * ROWS];
    }

    /** Returns a word in lower case, which is new if it is not in the table. */
    Word put(char[] letters) {
        int hash = hash(letters, 0, letters.length);
        Word known = find(letters, 0, letters.length, hash);
        if (known == null) {
            int row = hash & (rows.length - 1);
            known = new Word(letters, hash, rows[row]);
            rows[row] = known;
        }
        return known;
    }

    /** Returns the word between two places of a text, or null if it is not in the table. */
    @Nullable
    Word get(char[] text, int start, int end) {
        return find(text, start, end, hash(text, start, end));
    }

    private @Nullable Word find(char[] text, int start, int end, int hash) {
        Word known = rows[hash & (rows.length - 1)];
        while (known != null && !(known.hash == hash && isAt(known.letters, text, start, end))) {
            known = known.below;
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
