package org.muster.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.dossier.Quantity;

/**
 * A quantity with a number claimed of it, or of something that adds up to it: what voices say of it, its range, and the sums in
 * which it stands. {@link Ranges} fills it while it is made. It refers to its sums, so that they need not be looked up: in a large
 * dossier that takes longer than all else.
 */
final class FoundedQuantity {

    private static final int MOST_SEARCHED = 8; // voices, without a table of their names

    private final Quantity quantity;
    private List<Said> said;
    private Map<String, Said> byVoice = Map.of(); // where they are many
    private QuantityRange range;
    private List<FoundedQuantity> wholes = List.of();
    private int parts;
    private int partsLeft;
    private boolean hasSoftClaims;

    FoundedQuantity(Quantity quantity, List<Said> claimed, boolean hasSoftClaims) {
        this.quantity = quantity;
        this.said = List.of();
        this.range = QuantityRange.none(quantity);
        this.hasSoftClaims = hasSoftClaims;
        put(claimed);
    }

    Quantity quantity() {
        return quantity;
    }

    void put(List<Said> voices) {
        said = List.copyOf(voices);
        if (voices.size() > MOST_SEARCHED) {
            byVoice = new HashMap<>();
            said.forEach(voice -> byVoice.put(voice.voice(), voice));
        }
    }

    List<Said> said() {
        return said;
    }

    Optional<Said> said(String voice) {
        if (said.size() > MOST_SEARCHED) {
            return Optional.ofNullable(byVoice.get(voice));
        }
        for (Said one : said) {
            if (one.voice().equals(voice)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    void put(QuantityRange known) {
        range = known;
    }

    QuantityRange range() {
        return range;
    }

    void addWhole(FoundedQuantity whole) {
        if (wholes.isEmpty()) {
            wholes = new ArrayList<>(2);
        }
        wholes.add(whole);
        whole.parts++;
    }

    /** The sums in which the quantity stands. */
    List<FoundedQuantity> wholes() {
        return wholes;
    }

    boolean hasParts() {
        return parts > 0;
    }

    /** Notes that a part has soft claims, or a part of it. */
    void markSoft() {
        hasSoftClaims = true;
    }

    /** Whether the quantity, or something that adds up to it, has a soft claim. */
    boolean hasSoftClaims() {
        return hasSoftClaims;
    }

    /** Says that the range is soft if it is another without the soft claims. */
    void compareWith(QuantityRange withoutSoft) {
        if (range.range().isPresent()) {
            range = range.withSoft(!range.range().equals(withoutSoft.range()));
        }
    }

    /**
     * Returns the order in which sums can be formed: each quantity after all that add up to it. It is found without recursion,
     * since hierarchies may be deep (A. Kahn, Topological sorting of large networks, 1962).
     */
    static List<FoundedQuantity> partsFirst(Collection<FoundedQuantity> all) {
        Deque<FoundedQuantity> ready = new ArrayDeque<>();
        for (FoundedQuantity each : all) {
            each.partsLeft = each.parts;
            if (each.parts == 0) {
                ready.add(each);
            }
        }
        List<FoundedQuantity> sorted = new ArrayList<>(all.size());
        while (!ready.isEmpty()) {
            FoundedQuantity part = ready.remove();
            sorted.add(part);
            for (FoundedQuantity whole : part.wholes) {
                whole.partsLeft--;
                if (whole.partsLeft == 0) {
                    ready.add(whole);
                }
            }
        }
        return sorted;
    }
}
