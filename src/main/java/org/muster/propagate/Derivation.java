package org.muster.propagate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.exact.Bounds;
import org.muster.exact.Proof;

/**
 * How implied bounds were derived from given ones: rule by rule inward from the leaves, by linear programmes on cycles,
 * then outward again.
 */
final class Derivation {

    private static final int NONE = -1;

    private final LinearNetwork network;
    private final DerivedBounds collected;
    private final int[] inward;
    private final Map<Integer, CycleProofs> proofs = new HashMap<>();
    private final Map<Integer, Propagation> propagations = new HashMap<>();
    private DerivedBounds implied;

    /** Why a variable in a cycle cannot be below or above its range; a proof is absent if the range has no such end. */
    record CycleProofs(
            RuleProgram program,
            @Nullable Proof low,
            @Nullable Proof high) {}

    /** Starts from the given ranges, by place. */
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

    /** Returns the given bounds, narrowed by what came from the leaves. */
    DerivedBounds collected() {
        return collected;
    }

    /** Returns the implied bounds; before the outward sweep begins, the collected ones. */
    DerivedBounds implied() {
        return implied;
    }

    /** Freezes the collected bounds; from here on only the implied ones are narrowed. */
    void turnOutward() {
        implied = collected.copy();
    }

    /** Returns the variable to which a rule passes bounds inward; −1 in a cycle. */
    int inward(int rule) {
        return inward[rule];
    }

    void setInward(int rule, int variable) {
        inward[rule] = variable;
    }

    /** Returns the proofs of the bounds of a variable in a cycle; null elsewhere. */
    @Nullable
    CycleProofs proofs(int variable) {
        return proofs.get(variable);
    }

    /** What found the bounds of a variable in a cycle without a programme; null elsewhere. */
    @Nullable
    Propagation propagation(int variable) {
        return propagations.get(variable);
    }

    void setPropagation(int variable, Propagation found) {
        propagations.put(variable, found);
    }

    void setProofs(int variable, CycleProofs found) {
        proofs.put(variable, found);
    }
}
