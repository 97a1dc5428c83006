package org.muster.reading;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.figure.Name;
import org.muster.figure.Names;
import org.muster.text.ResourceTable;

/**
 * The phrases of one or more languages and the signs of all, as a tree of letters: English and the signs from
 * {@code words.csv}, another language from a table of its own such as {@code words-de.csv}.
 *
 * <p>A phrase is found from its first character in one walk to the longest phrase that the text goes on with, so the
 * cost is bounded by the longest phrase. Case does not count, a blank in a phrase stands for any run of blanks and line
 * breaks or a single hyphen, and a phrase that ends in a letter ends where the word ends.
 *
 * <p>Most words of a text are letters of ASCII and no longer than {@link #MOST_LETTERS}. So many fit into one number,
 * which leads from a word to its place in the tree at once.
 */
final class Vocabulary {

    static final String ENGLISH = "en";

    private static final String TABLE = "words.csv";
    private static final String[] HEADER = {"language", "phrase", "kind", "value"};

    /** What a number may follow without a blank: 8,396 dead30,603 wounded, c.300. */
    private static final long BEFORE_DIGITS = Phrase.MEASURES | Phrase.Kind.TOTAL;

    /** The bits of a letter that tell it from others in either case, how many they are, and how many letters fit. */
    static final int LETTER = 31;

    static final int LETTER_BITS = 5;
    static final int MOST_LETTERS = 12;

    /** How many numbers there are for the beginning of a phrase, and the places of all but the first. */
    private static final int START = 4;

    private static final int AT_ONCE = 1;
    private static final int AFTER_BLANK = 2;
    private static final int OWN = 3;
    /** How far above its kinds the number of a word stands. */
    private static final int WORD_SHIFT = 48;

    /**
     * How phrases begin: their letters up to the first other character, {@link #START} numbers for each, side by side
     * since they are looked at together. These are the letters, a {@link #bit} for each character with which a phrase
     * may go on at once, the same after a blank, and the kinds of the word that the letters are by themselves with its
     * number from 1 above them. The first is none.
     */
    private long[] starts = new long[1024 * START];

    /** The nodes that the letters lead to. */
    private int[] startNodes = new int[1024];

    private int startCount = 1;

    /** For the hash of such letters their place among the starts, or 0. It is small and sparse, so that one look decides. */
    private short[] slots = new short[4096];

    /**
     * Node and letter to node, open addressing: the key holds the node above, then the letter. The node made after the
     * one above it is not there.
     */
    private long[] keys = new long[4096];

    private int[] children = new int[4096];
    private int keyCount;
    private int nodes = 1;

    /** Which letters go on from a node, a {@link #bit} for each: most look-ups end here. */
    private long[] letters = new long[8192];

    /** The letter that leads from a node to the one made after it, or 0: most nodes have no other. */
    private char[] firstLetters = new char[8192];

    /** The word that ends at a node, or -1. */
    private int[] wordAt = new int[8192];

    /** The nodes below the root for the letters of ASCII, or -1. */
    private final int[] first = new int[128];

    private Phrase[] words = new Phrase[1024];
    private int size;

    /** The language that a word came from, as its place in the list of languages. */
    private int[] origins = new int[1024];

    /** What two states or items are called when they are counted together, in rows of the first. */
    private final @Nullable Name[] together = new Name[Names.size() * Names.size()];

    private Vocabulary(List<String> languages) {
        Arrays.fill(wordAt, -1);
        Arrays.fill(first, -1);
        List<List<String>> common = ResourceTable.rows(Vocabulary.class, TABLE, HEADER);
        addRows(common, "*", 0);
        for (int i = 0; i < languages.size(); i++) {
            String language = languages.get(i);
            addRows(
                    language.equals(ENGLISH)
                            ? common
                            : ResourceTable.rows(Vocabulary.class, "words-" + language + ".csv", HEADER),
                    language,
                    i);
        }
        for (char c = 0; c < first.length; c++) {
            first[c] = child(0, Characters.lower(c));
        }
        for (int i = 1; i < startCount; i++) {
            int node = startNodes[i];
            int gap = child(node, ' ');
            int word = wordAt[node];
            starts[i * START + AT_ONCE] = (letters[node] & ~bit(' ')) | bit('-') | (gap < 0 ? 0 : bit('\t'));
            starts[i * START + AFTER_BLANK] = gap < 0 ? 0 : letters[gap] | bit('\t');
            starts[i * START + OWN] = word < 0 ? 0 : words[word].kinds | (word + 1L) << WORD_SHIFT;
        }
    }

    /** A bit for each letter of ASCII in either case, and one for some two others. */
    private static long bit(char c) {
        return 1L << (c & LETTER | c >> 1 & LETTER + 1);
    }

    /** Adds the rows of a language; where an earlier one has the phrase, it keeps its meaning. */
    private void addRows(List<List<String>> rows, String language, int origin) {
        for (List<String> row : rows) {
            if (row.get(0).equals(language)) {
                boolean pairs = row.get(2).equals("together");
                Phrase meaning = pairs ? new Phrase() : Phrase.of(row.get(2), row.get(3));
                String phrases = row.get(1);
                int start = 0;
                while (start < phrases.length()) {
                    int end = phrases.indexOf("; ", start);
                    end = end < 0 ? phrases.length() : end;
                    String phrase = phrases.substring(start, end);
                    if (pairs) {
                        addTogether(phrase, row.get(3));
                    } else {
                        int word = word(phrase, row, meaning, origin);
                        if (words[word] != meaning && origins[word] == origin) {
                            words[word] = words[word].and(meaning);
                        }
                    }
                    start = end + 2;
                }
            }
        }
    }

    private void addTogether(String pair, String name) {
        int blank = pair.indexOf(' ');
        Name one = Names.of(pair.substring(0, blank));
        Name other = Names.of(pair.substring(blank + 1));
        together[one.index * Names.size() + other.index] = Names.of(name);
        together[other.index * Names.size() + one.index] = Names.of(name);
    }

    static Vocabulary english() {
        return English.WORDS;
    }

    /** The phrases of several languages; where two share a phrase, it means what it means in the first. */
    static Vocabulary of(List<String> languages) {
        return languages.equals(List.of(ENGLISH)) ? english() : new Vocabulary(languages);
    }

    /** What two states or two items are called when they are counted together, or {@link Name#NONE}. */
    Name together(Name one, Name other) {
        if (one == other) {
            return one;
        }
        Name name = together[one.index * Names.size() + other.index];
        return name == null ? Name.NONE : name;
    }

    /** The word at an index that {@link #longestAt} found. */
    Phrase word(int index) {
        return words[index];
    }

    /**
     * The longest phrase that begins at a place in a text after which a character of code 0 stands.
     *
     * @return the end of the phrase in the upper and the index of its word in the lower half; -1 if there is none
     */
    long longestAt(char[] text, int start) {
        char begin = text[start];
        int node = begin < 128 ? first[begin] : child(0, Characters.lower(begin));
        return node < 0 ? -1 : longestFrom(node, text, start + 1);
    }

    /** Whether a phrase may go on where its first letters end. */
    boolean goesOn(int start, char[] text, int end) {
        long more = starts[start + AT_ONCE];
        int next = end;
        while (text[next] == ' ' || text[next] == '\n') {
            more = starts[start + AFTER_BLANK];
            next++;
        }
        char c = text[next];
        return c >= 128 || (more & bit(c)) != 0;
    }

    /** The word that the first letters of phrases are by themselves, from 1, above its kinds; 0 if they are none. */
    long own(int start) {
        return starts[start + OWN];
    }

    /** The number of a word, from 0, that stands above its kinds. */
    static int word(long own) {
        return (int) (own >>> WORD_SHIFT) - 1;
    }

    static long kinds(long own) {
        return own & (1L << WORD_SHIFT) - 1;
    }

    /** The longest phrase that begins with letters, as {@link #longestAt}. */
    long longestOf(int start, char[] text, int end) {
        return longestFrom(startNodes[start / START], text, end);
    }

    /**
     * The letters of ASCII that phrases begin with, up to another character.
     *
     * @param letters the last {@link #LETTER_BITS} bits of each, at most {@link #MOST_LETTERS}
     * @return their place among all such, or 0
     */
    int start(long letters) {
        int slot = slot(letters, slots.length);
        while (true) {
            int start = slots[slot] * START;
            if (start == 0 || starts[start] == letters) {
                return start;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
    }

    /** The longest phrase of which a place in the text is reached at a node, as {@link #longestAt}. */
    private long longestFrom(int from, char[] text, int place) {
        int node = from;
        int i = place;
        long longest = -1;
        while (node >= 0) {
            int word = wordAt[node];
            if (word >= 0 && endsAt(text, i, word)) {
                longest = ((long) i << 32) | word;
            }
            if (letters[node] == 0) {
                return longest;
            }
            char c = text[i++];
            if (isGap(c)) {
                while (!Characters.isHyphen(c) && isGap(text[i]) && !Characters.isHyphen(text[i])) {
                    i++;
                }
                c = ' ';
            }
            node = c == 0 ? -1 : child(node, Characters.lower(c));
        }
        return longest;
    }

    /**
     * Whether a phrase may end here: not inside a word, and not before a hyphen that goes on with one. A word for what
     * is counted may run into the next number: 8,396 dead30,603 wounded. In scripts that write no blanks it may end
     * anywhere.
     */
    private boolean endsAt(char[] text, int end, int word) {
        char c = text[end];
        if (c < 128 && !Characters.isWordPart(c) && c != '-') {
            return true;
        }
        if (!Character.isLetterOrDigit(text[end - 1]) || Character.isIdeographic(text[end - 1])) {
            return true;
        }
        if (Characters.isHyphen(c) && Character.isLetter(text[end + 1])) {
            return words[word].is(Phrase.Kind.NUMBER);
        }
        if (Characters.isDigit(c)) {
            return (words[word].kinds & BEFORE_DIGITS) != 0;
        }
        return !Characters.isWordPart(c);
    }

    /** The word of a phrase; a new one has the meaning of its row. */
    private int word(String phrase, List<String> row, Phrase meaning, int origin) {
        int node = 0;
        long letters = 0;
        boolean start = true;
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            if (start && !Characters.isPlainLetter(c)) {
                start = false;
                addStart(letters, i, node);
            }
            letters = letters << LETTER_BITS | (c & LETTER);
            node = firstLetters[node] == c ? node + 1 : childOrNew(node, letter(c, i));
        }
        if (start) {
            addStart(letters, phrase.length(), node);
        }
        if (node == 0) {
            throw new IllegalStateException(TABLE + ": blank phrase in the row " + String.join(",", row));
        }
        if (wordAt[node] < 0) {
            if (size == words.length) {
                words = Arrays.copyOf(words, size * 2);
                origins = Arrays.copyOf(origins, size * 2);
            }
            wordAt[node] = size;
            words[size] = meaning;
            origins[size++] = origin;
        }
        return wordAt[node];
    }

    private static char letter(char c, int place) {
        return Characters.isHyphen(c) && place > 0 ? ' ' : Characters.lower(c);
    }

    private void addStart(long letters, int count, int node) {
        if (count == 0 || count > MOST_LETTERS || start(letters) > 0) {
            return;
        }
        if (startCount == startNodes.length) {
            starts = Arrays.copyOf(starts, startCount * 2 * START);
            startNodes = Arrays.copyOf(startNodes, startCount * 2);
        }
        starts[startCount * START] = letters;
        startNodes[startCount++] = node;
        if (startCount * 4 > slots.length) {
            slots = new short[slots.length * 2];
            for (int i = 1; i < startCount; i++) {
                putStart(i);
            }
        } else {
            putStart(startCount - 1);
        }
    }

    private void putStart(int start) {
        int slot = slot(starts[start * START], slots.length);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = (short) start;
    }

    private int child(int node, char letter) {
        if (firstLetters[node] == letter) {
            return node + 1;
        }
        if ((letters[node] & bit(letter)) == 0) {
            return -1;
        }
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
        int child = letters[node] == 0 ? -1 : child(node, letter);
        if (child >= 0) {
            return child;
        }
        if (nodes == wordAt.length) {
            letters = Arrays.copyOf(letters, nodes * 2);
            firstLetters = Arrays.copyOf(firstLetters, nodes * 2);
            wordAt = Arrays.copyOf(wordAt, nodes * 2);
            Arrays.fill(wordAt, nodes, wordAt.length, -1);
        }
        if (letters[node] == 0 && node + 1 == nodes) {
            firstLetters[node] = letter;
        } else {
            putChild(node, letter);
        }
        letters[node] |= bit(letter);
        return nodes++;
    }

    private void putChild(int node, char letter) {
        if (++keyCount * 2 > keys.length) {
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
        put(key(node, letter), nodes);
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
        return Characters.isHyphen(c) || Characters.isBlank(c) || c == '\n';
    }

    private static final class English {
        static final Vocabulary WORDS = new Vocabulary(List.of(ENGLISH));
    }
}
