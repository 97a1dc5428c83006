package org.muster.reconcile;

import java.util.BitSet;
import java.util.Iterator;
import java.util.List;

/** A set of statements of one connected component, which can be changed. It tells them by their numbers. */
final class StatementSet implements Iterable<StatementId> {

    private final BitSet numbers;

    private StatementSet(BitSet numbers) {
        this.numbers = numbers;
    }

    static StatementSet of(StatementId... statements) {
        return of(List.of(statements));
    }

    static StatementSet of(Iterable<StatementId> statements) {
        StatementSet set = new StatementSet(new BitSet());
        statements.forEach(set::add);
        return set;
    }

    /** The first statements of a component, so many. */
    static StatementSet ofFirst(int size) {
        BitSet numbers = new BitSet();
        numbers.set(0, size);
        return new StatementSet(numbers);
    }

    StatementSet copy() {
        return new StatementSet((BitSet) numbers.clone());
    }

    void add(StatementId statement) {
        numbers.set(statement.number());
    }

    void remove(StatementId statement) {
        numbers.clear(statement.number());
    }

    /** This set with the statements of another. */
    StatementSet with(StatementSet other) {
        StatementSet both = copy();
        both.numbers.or(other.numbers);
        return both;
    }

    /** This set without the statements of another. */
    StatementSet without(StatementSet other) {
        StatementSet rest = copy();
        rest.numbers.andNot(other.numbers);
        return rest;
    }

    boolean contains(StatementId statement) {
        return numbers.get(statement.number());
    }

    boolean containsAll(StatementSet other) {
        for (int number = other.numbers.nextSetBit(0); number >= 0; number = other.numbers.nextSetBit(number + 1)) {
            if (!numbers.get(number)) {
                return false;
            }
        }
        return true;
    }

    boolean intersects(StatementSet other) {
        return numbers.intersects(other.numbers);
    }

    int size() {
        return numbers.cardinality();
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** Only what is also in another set. */
    StatementSet among(StatementSet other) {
        StatementSet both = copy();
        both.numbers.and(other.numbers);
        return both;
    }

    /** The numbers, ascending. */
    List<Integer> numbers() {
        return numbers.stream().boxed().toList();
    }

    /** The numbers, as a set of their own. */
    BitSet bits() {
        return (BitSet) numbers.clone();
    }

    static StatementSet of(BitSet bits) {
        return new StatementSet((BitSet) bits.clone());
    }

    @Override
    public Iterator<StatementId> iterator() {
        return numbers.stream().mapToObj(StatementId::new).iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatementSet set && numbers.equals(set.numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }

    /** Returns the numbers: {@code {0, 3}}. */
    @Override
    public String toString() {
        return numbers.toString();
    }
}
