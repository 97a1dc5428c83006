package org.muster.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;

/** A mutable set of statements of one connected component, identified by their numbers. */
final class StatementSet implements Iterable<StatementId> {

    private long[] words; // a bit for each number; the last word is not 0

    private StatementSet(long[] words) {
        this.words = words;
    }

    static StatementSet of(StatementId... statements) {
        return of(List.of(statements));
    }

    static StatementSet of(Iterable<StatementId> statements) {
        StatementSet set = new StatementSet(new long[0]);
        statements.forEach(set::add);
        return set;
    }

    /** Returns the first {@code size} statements of a component. */
    static StatementSet ofFirst(int size) {
        BitSet numbers = new BitSet();
        numbers.set(0, size);
        return of(numbers);
    }

    static StatementSet of(BitSet bits) {
        return new StatementSet(bits.toLongArray());
    }

    /** Returns a copy of this set. */
    BitSet bits() {
        return BitSet.valueOf(words);
    }

    StatementSet copy() {
        return new StatementSet(words.clone());
    }

    void add(StatementId statement) {
        int word = statement.number() >> 6;
        if (word >= words.length) {
            words = Arrays.copyOf(words, word + 1);
        }
        words[word] |= 1L << statement.number();
    }

    void remove(StatementId statement) {
        int word = statement.number() >> 6;
        if (word < words.length) {
            words[word] &= ~(1L << statement.number());
            trim();
        }
    }

    private StatementSet trim() {
        int used = words.length;
        while (used > 0 && words[used - 1] == 0) {
            used--;
        }
        words = used == words.length ? words : Arrays.copyOf(words, used);
        return this;
    }

    /** Returns the union of this set and another. */
    StatementSet with(StatementSet other) {
        long[] both = Arrays.copyOf(words, Math.max(words.length, other.words.length));
        for (int word = 0; word < other.words.length; word++) {
            both[word] |= other.words[word];
        }
        return new StatementSet(both);
    }

    /** Returns this set without the statements of another set. */
    StatementSet without(StatementSet other) {
        long[] rest = words.clone();
        for (int word = 0; word < Math.min(rest.length, other.words.length); word++) {
            rest[word] &= ~other.words[word];
        }
        return new StatementSet(rest).trim();
    }

    /** Keeps only what is also in another set. */
    StatementSet among(StatementSet other) {
        long[] both = Arrays.copyOf(words, Math.min(words.length, other.words.length));
        for (int word = 0; word < both.length; word++) {
            both[word] &= other.words[word];
        }
        return new StatementSet(both).trim();
    }

    boolean contains(StatementId statement) {
        int word = statement.number() >> 6;
        return word < words.length && (words[word] & 1L << statement.number()) != 0;
    }

    boolean containsAll(StatementSet other) {
        if (other.words.length > words.length) {
            return false;
        }
        for (int word = 0; word < other.words.length; word++) {
            if ((other.words[word] & ~words[word]) != 0) {
                return false;
            }
        }
        return true;
    }

    boolean intersects(StatementSet other) {
        for (int word = 0; word < Math.min(words.length, other.words.length); word++) {
            if ((other.words[word] & words[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns how many longs hold the set, which is how much work it is to compare it with another. */
    int longs() {
        return words.length;
    }

    int size() {
        return sizeWithout(new StatementSet(new long[0]));
    }

    /** Returns how many statements are not in another set. */
    int sizeWithout(StatementSet other) {
        int size = 0;
        for (int word = 0; word < words.length; word++) {
            size += Long.bitCount(word < other.words.length ? words[word] & ~other.words[word] : words[word]);
        }
        return size;
    }

    boolean isEmpty() {
        return words.length == 0;
    }

    /** Returns the numbers, ascending. */
    List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        forEach(statement -> numbers.add(statement.number()));
        return numbers;
    }

    @Override
    public Iterator<StatementId> iterator() {
        return bits().stream().mapToObj(StatementId::new).iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatementSet set && Arrays.equals(words, set.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    /** Returns the numbers: {@code {0, 3}}. */
    @Override
    public String toString() {
        return bits().toString();
    }
}
