package org.muster.figure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of those who are counted: {@code strength}, {@code killed}. The built-in states are listed in
 * {@code states.csv}, with everything known about them; a dossier may add states of its own, of which only the name is
 * known. States with the same name are equal.
 */
public final class State {

    private static final NameTable<State> BUILT_IN = new NameTable<>(
            "states.csv",
            State::new,
            "state",
            "label",
            "kind",
            "general",
            "counts",
            "for_things",
            "leaves_strength",
            "meaning");

    /** Forces present, without further detail. */
    public static final State STRENGTH = general(Kind.STRENGTH);

    /** Losses of people, without further detail. */
    public static final State CASUALTIES = general(Kind.LOSS);

    private enum Kind {
        STRENGTH,
        LOSS,
        /** Another kind, or a state added by a dossier. */
        OTHER
    }

    /** Who can be in a state. */
    private enum Counts {
        PEOPLE,
        THINGS,
        BOTH,
        /** Of a state added by a dossier. */
        UNKNOWN
    }

    private final String name;
    private final String label;
    private final Kind kind;
    private final boolean isGeneral;
    private final Counts counts;
    private final String forThings;
    private final boolean leavesStrength;

    private State(List<String> row) {
        name = row.get(0);
        label = row.get(1);
        kind = Kind.valueOf(row.get(2).toUpperCase(Locale.ROOT));
        isGeneral = isYes(row.get(3));
        counts = Counts.valueOf(row.get(4).toUpperCase(Locale.ROOT));
        forThings = row.get(5);
        leavesStrength = isYes(row.get(6));
    }

    private State(String name) {
        this.name = NameTable.checked("state", name);
        label = NameTable.label(name);
        kind = Kind.OTHER;
        isGeneral = false;
        counts = Counts.UNKNOWN;
        forThings = "";
        leavesStrength = false;
    }

    private static boolean isYes(String cell) {
        if (!cell.isEmpty() && !cell.equals("yes")) {
            throw new IllegalStateException("states.csv: \"" + cell + "\" is neither yes nor blank");
        }
        return !cell.isEmpty();
    }

    private static State general(Kind kind) {
        for (State state : BUILT_IN.all()) {
            if (state.kind == kind && state.isGeneral) {
                return state;
            }
        }
        throw new IllegalStateException("states.csv: no general state of the kind " + kind);
    }

    /**
     * Returns the state with a name, built in or not.
     *
     * @param name lowercase letters, digits and {@code _}, beginning with a letter
     * @return the state
     * @throws IllegalArgumentException if the name is blank or has other characters
     */
    public static State of(String name) {
        State known = BUILT_IN.get(name);
        return known != null ? known : new State(name);
    }

    /**
     * Returns the states that remove people from a strength and are mutually exclusive: nobody is both killed and
     * missing.
     *
     * @return the states, in the order of {@code states.csv}
     */
    public static List<State> leavingStrength() {
        return BUILT_IN.all().stream().filter(state -> state.leavesStrength).toList();
    }

    /**
     * Returns whether there is a built-in state with a name.
     *
     * @param name a name such as {@code captured}, or any other text
     * @return true if it is in {@code states.csv}
     */
    public static boolean knows(String name) {
        return BUILT_IN.get(name) != null;
    }

    /**
     * Returns the built-in state whose name is spelled most like a given one, for "did you mean".
     *
     * @param name a name that is not built in
     * @return the name that differs in the fewest letters, or empty if more than a third of them differ
     */
    public static Optional<String> nearest(String name) {
        return BUILT_IN.nearest(name);
    }

    /**
     * Returns the name of this state as files write it.
     *
     * @return the name, such as {@code captured}
     */
    public String name() {
        return name;
    }

    /**
     * Returns what people call this state behind an item.
     *
     * @return the label in {@code states.csv}, such as {@code killed or missing}; blank for a strength, which needs no
     *     word behind "tanks"; of a state that a dossier adds the name, with blanks
     */
    public String label() {
        return label;
    }

    /**
     * Returns whether this state is built in.
     *
     * @return true if it is in {@code states.csv}
     */
    public boolean isBuiltIn() {
        return counts != Counts.UNKNOWN;
    }

    /**
     * Returns whether this is a built-in loss.
     *
     * @return true for {@code killed} and the like
     */
    public boolean isLoss() {
        return kind == Kind.LOSS;
    }

    /**
     * Returns whether this is a built-in strength.
     *
     * @return true for {@code strength} and the like
     */
    public boolean isStrength() {
        return kind == Kind.STRENGTH;
    }

    /**
     * Returns whether things, and not only people, can be in this state.
     *
     * @return true for {@code captured} and {@code destroyed}, false for {@code killed} and states that a dossier adds
     */
    public boolean isOfThings() {
        return counts == Counts.THINGS || counts == Counts.BOTH;
    }

    /**
     * Returns whether only things can be in this state.
     *
     * @return true for {@code destroyed}, false for {@code captured} and states that a dossier adds
     */
    public boolean isOfThingsAlone() {
        return counts == Counts.THINGS;
    }

    /**
     * Returns the corresponding state of things: where people are {@code casualties}, tanks are {@code lost}.
     *
     * @return the state; this one if things have no separate state
     */
    public State forThings() {
        return forThings.isEmpty() ? this : of(forThings);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof State that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
