package org.muster.reconcile;

import java.util.BitSet;
import java.util.Iterator;
import java.util.List;

/** A set of claims of one connected component, which can be changed. It tells them in the dossier's order. */
final class ClaimSet implements Iterable<ClaimId> {

    private final BitSet numbers;

    private ClaimSet(BitSet numbers) {
        this.numbers = numbers;
    }

    static ClaimSet of(ClaimId... claims) {
        return of(List.of(claims));
    }

    static ClaimSet of(Iterable<ClaimId> claims) {
        ClaimSet set = new ClaimSet(new BitSet());
        claims.forEach(set::add);
        return set;
    }

    /** The first claims of a component, so many. */
    static ClaimSet ofFirst(int size) {
        BitSet numbers = new BitSet();
        numbers.set(0, size);
        return new ClaimSet(numbers);
    }

    ClaimSet copy() {
        return new ClaimSet((BitSet) numbers.clone());
    }

    void add(ClaimId claim) {
        numbers.set(claim.number());
    }

    void remove(ClaimId claim) {
        numbers.clear(claim.number());
    }

    /** This set with the claims of another. */
    ClaimSet with(ClaimSet other) {
        ClaimSet both = copy();
        both.numbers.or(other.numbers);
        return both;
    }

    /** This set without the claims of another. */
    ClaimSet without(ClaimSet other) {
        ClaimSet rest = copy();
        rest.numbers.andNot(other.numbers);
        return rest;
    }

    boolean contains(ClaimId claim) {
        return numbers.get(claim.number());
    }

    boolean containsAll(ClaimSet other) {
        for (int number = other.numbers.nextSetBit(0); number >= 0; number = other.numbers.nextSetBit(number + 1)) {
            if (!numbers.get(number)) {
                return false;
            }
        }
        return true;
    }

    boolean intersects(ClaimSet other) {
        return numbers.intersects(other.numbers);
    }

    int size() {
        return numbers.cardinality();
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    @Override
    public Iterator<ClaimId> iterator() {
        return numbers.stream().mapToObj(ClaimId::new).iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClaimSet set && numbers.equals(set.numbers);
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
