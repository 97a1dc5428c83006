package org.muster.propagate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.exact.Bounds;
import org.muster.exact.Proof;

/** How implied bounds were derived from given ones: rule by rule inward from the leaves, by programmes of cycles, and outward. */
final class Derivation {

    private static final int NONE = -1;

    private final LinearNetwork network;
    private final DerivedBounds collected;
    private final int[] inward;
    private final Map<Integer, CycleProofs> proofs = new HashMap<>();
    private DerivedBounds implied;

    /** Why a variable in a cycle cannot be below or above its range; absent where it has no end. */
    record CycleProofs(
            RuleProgram program,
            @Nullable Proof low,
            @Nullable Proof high) {}

    /** Begins with the given ranges, by place. */
    Derivation(LinearNetwork network, List<Bounds> given) {
        this.network = network;
        this.collected = DerivedBounds.of(given);
        this.implied = collected;
        this.inward = new int[network.size()];
        Arrays.fill(inward, NONE);
    }

    LinearNetwork network() {
        return network;
    }

    /** The bounds that were given and those that came from the leaves. */
    DerivedBounds collected() {
        return collected;
    }

    /** The implied bounds; the collected ones until the way outward begins. */
    DerivedBounds implied() {
        return implied;
    }

    /** Keeps the collected bounds as they are; from here on only the implied ones are narrowed. */
    void turnOutward() {
        implied = collected.copy();
    }

    /** The variable that a rule tells inward; −1 in a cycle. */
    int inward(int rule) {
        return inward[rule];
    }

    void setInward(int rule, int variable) {
        inward[rule] = variable;
    }

    /** Why the bounds of a variable in a cycle are what they are; null elsewhere. */
    @Nullable
    CycleProofs proofs(int variable) {
        return proofs.get(variable);
    }

    void setProofs(int variable, CycleProofs found) {
        proofs.put(variable, found);
    }
}
