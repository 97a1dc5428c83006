package org.muster.reconcile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muster.exact.Bounds;
import org.muster.exact.Rational;

/**
 * Claims about the quantities of one connected part of a network, each of which may be taken or set aside. Answers
 * whether those taken can all be true, and if not, which of them contradict one another.
 */
final class ConsistencyOracle {

    private final RuleNetwork network;
    private final int[] quantities; // by claim
    private final List<Bounds> bounds; // by claim
    private long questions;

    /** Claims by number, each about a quantity of the network and with its ends. */
    ConsistencyOracle(RuleNetwork network, int[] quantities, List<Bounds> bounds) {
        this.network = network;
        this.quantities = quantities;
        this.bounds = List.copyOf(bounds);
    }

    int size() {
        return quantities.length;
    }

    RuleNetwork network() {
        return network;
    }

    /** How often it was asked whether claims can all be true. */
    long questions() {
        return questions;
    }

    /** A set of claims that cannot all be true, with the rules that say so. */
    record Contradiction(BitSet claims, List<Integer> rules) {}

    /**
     * Says why the claims taken cannot all be true.
     *
     * @return some of the claims that contradict one another; empty if all can be true
     */
    Optional<Contradiction> contradiction(BitSet taken) {
        questions++;
        if (Thread.currentThread().isInterrupted()) {
            throw new java.util.concurrent.CancellationException("interrupted while looking for conflicts");
        }
        int size = network.quantities().size();
        int[] lowFrom = new int[size];
        int[] highFrom = new int[size];
        List<Bounds> given = given(taken, lowFrom, highFrom);
        for (int quantity = 0; quantity < size; quantity++) {
            if (given.get(quantity).isEmpty()) {
                return Optional.of(new Contradiction(set(lowFrom[quantity], highFrom[quantity]), List.of()));
            }
        }
        List<Explanation> found = ImpliedRanges.contradictionsOf(network, given).contradictions();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        BitSet claims = new BitSet();
        for (Explanation.End end : found.get(0).ends()) {
            int claim = (end.isHigh() ? highFrom : lowFrom)[end.quantity()];
            if (claim >= 0) {
                claims.set(claim);
            }
        }
        return Optional.of(new Contradiction(claims, found.get(0).rules()));
    }

    /** Counts are not negative, whoever claims what. */
    private static BitSet set(int low, int high) {
        BitSet claims = new BitSet();
        if (low >= 0) {
            claims.set(low);
        }
        claims.set(high);
        return claims;
    }

    /** The ends that the claims taken give, and which claim gives each; −1 where none does. */
    List<Bounds> given(BitSet taken, int[] lowFrom, int[] highFrom) {
        int size = network.quantities().size();
        @Nullable Rational[] low = new Rational[size];
        @Nullable Rational[] high = new Rational[size];
        for (int quantity = 0; quantity < size; quantity++) {
            low[quantity] = Rational.ZERO;
            lowFrom[quantity] = -1;
            highFrom[quantity] = -1;
        }
        for (int claim = taken.nextSetBit(0); claim >= 0; claim = taken.nextSetBit(claim + 1)) {
            int quantity = quantities[claim];
            Rational from = bounds.get(claim).low().orElse(null);
            Rational to = bounds.get(claim).high().orElse(null);
            Rational least = low[quantity];
            Rational greatest = high[quantity];
            if (from != null && (least == null || from.compareTo(least) > 0)) {
                low[quantity] = from;
                lowFrom[quantity] = claim;
            }
            if (to != null && (greatest == null || to.compareTo(greatest) < 0)) {
                high[quantity] = to;
                highFrom[quantity] = claim;
            }
        }
        List<Bounds> given = new ArrayList<>(size);
        for (int quantity = 0; quantity < size; quantity++) {
            given.add(new Bounds(Optional.ofNullable(low[quantity]), Optional.ofNullable(high[quantity])));
        }
        return given;
    }

    /** The bounds of one claim. */
    Bounds bounds(int claim) {
        return bounds.get(claim);
    }

    /** The quantity that a claim is about. */
    int quantity(int claim) {
        return quantities[claim];
    }

    /** All pairs of claims about one quantity that have no number in common, by their first claims. */
    List<BitSet> pairsApart() {
        Map<Integer, List<Integer>> about = new TreeMap<>();
        for (int claim = 0; claim < quantities.length; claim++) {
            about.computeIfAbsent(quantities[claim], any -> new ArrayList<>()).add(claim);
        }
        List<BitSet> pairs = new ArrayList<>();
        for (List<Integer> claims : about.values()) {
            for (int i = 0; i < claims.size(); i++) {
                for (int j = i + 1; j < claims.size(); j++) {
                    Bounds a = bounds.get(claims.get(i));
                    Bounds b = bounds.get(claims.get(j));
                    if (isBelow(a, b) || isBelow(b, a)) {
                        BitSet pair = new BitSet();
                        pair.set(claims.get(i));
                        pair.set(claims.get(j));
                        pairs.add(pair);
                    }
                }
            }
        }
        pairs.sort(Comparator.comparingInt(pair -> pair.nextSetBit(0)));
        return pairs;
    }

    private static boolean isBelow(Bounds a, Bounds b) {
        return a.high().isPresent()
                && b.low().isPresent()
                && a.high().get().compareTo(b.low().get()) < 0;
    }

    /**
     * Finds a smallest set of claims that cannot all be true among those taken (U. Junker, QuickXplain, 2004): from no claim of
     * it can one be spared. The rules by themselves must be free of contradictions.
     *
     * @return the set; empty if the claims taken can all be true
     */
    Optional<BitSet> smallest(BitSet taken) {
        return contradiction(taken).map(found -> explain(new BitSet(), false, list(found.claims())));
    }

    private static List<Integer> list(BitSet claims) {
        return claims.stream().boxed().toList();
    }

    private BitSet explain(BitSet background, boolean changed, List<Integer> among) {
        if (changed && contradiction(background).isPresent()) {
            return new BitSet();
        }
        if (among.size() == 1) {
            BitSet one = new BitSet();
            one.set(among.get(0));
            return one;
        }
        List<Integer> first = among.subList(0, among.size() / 2);
        List<Integer> second = among.subList(among.size() / 2, among.size());
        BitSet withFirst = (BitSet) background.clone();
        first.forEach(withFirst::set);
        BitSet fromSecond = explain(withFirst, true, second);
        BitSet withSecond = (BitSet) background.clone();
        withSecond.or(fromSecond);
        BitSet fromFirst = explain(withSecond, !fromSecond.isEmpty(), first);
        fromFirst.or(fromSecond);
        return fromFirst;
    }
}
