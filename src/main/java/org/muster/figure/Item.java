package org.muster.figure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is counted, whatever its state: {@code tanks}, {@code cavalry}. The built-in items are listed in
 * {@code items.csv}; a dossier may add items of its own, of which only the name is known. Items with the same name are
 * equal.
 */
public final class Item {

    private static final NameTable<Item> BUILT_IN =
            new NameTable<>("items.csv", Item::new, "item", "label", "kind", "craft", "meaning");

    /** All people of a force. Measures are written without it. */
    public static final Item PERSONNEL = of("personnel");

    /** The class of things an item belongs to. */
    private enum Kind {
        PEOPLE,
        MATERIEL,
        ANIMALS,
        UNITS,
        /** An item that a dossier adds. */
        ADDED
    }

    /** The kind of craft, where it matters. */
    private enum Craft {
        SHIPS,
        AIRCRAFT,
        OTHER
    }

    private final String name;
    private final String label;
    private final Kind kind;
    private final Craft craft;

    private Item(String name, String label, Kind kind, Craft craft) {
        this.name = name;
        this.label = label;
        this.kind = kind;
        this.craft = craft;
    }

    private Item(List<String> row) {
        this(
                row.get(0),
                row.get(1),
                Kind.valueOf(row.get(2).toUpperCase(Locale.ROOT)),
                row.get(3).isEmpty() ? Craft.OTHER : Craft.valueOf(row.get(3).toUpperCase(Locale.ROOT)));
    }

    /**
     * Returns the item with a name, built in or not.
     *
     * @param name lowercase letters, digits and {@code _}, beginning with a letter
     * @return the item
     * @throws IllegalArgumentException if the name is blank or has other characters
     */
    public static Item of(String name) {
        Item known = BUILT_IN.get(name);
        return known != null
                ? known
                : new Item(NameTable.checked("item", name), NameTable.label(name), Kind.ADDED, Craft.OTHER);
    }

    /**
     * Returns whether there is a built-in item with a name.
     *
     * @param name a name such as {@code tanks}, or any other text
     * @return true if it is in {@code items.csv}
     */
    public static boolean knows(String name) {
        return BUILT_IN.get(name) != null;
    }

    /**
     * Returns the built-in item whose name is spelled most like a given one, for "did you mean".
     *
     * @param name a name that is not built in
     * @return the name that differs in the fewest letters, or empty if more than a third of them differ
     */
    public static Optional<String> nearest(String name) {
        return BUILT_IN.nearest(name);
    }

    /**
     * Returns the name of this item as files write it.
     *
     * @return the name, such as {@code tanks}
     */
    public String name() {
        return name;
    }

    /**
     * Returns what people call this item.
     *
     * @return the label in {@code items.csv}, such as {@code rocket launchers}; of an item that a dossier adds the name,
     *     with blanks
     */
    public String label() {
        return label;
    }

    /**
     * Returns whether this item is built in.
     *
     * @return true if it is in {@code items.csv}
     */
    public boolean isBuiltIn() {
        return kind != Kind.ADDED;
    }

    /**
     * Returns whether this is a built-in item for weapons, vehicles, craft or equipment.
     *
     * @return false for people, animals, units, and items that a dossier adds
     */
    public boolean isMateriel() {
        return kind == Kind.MATERIEL;
    }

    /**
     * Returns whether this is a built-in item for people.
     *
     * @return false for materiel, animals, units, and items that a dossier adds
     */
    public boolean isPeople() {
        return kind == Kind.PEOPLE;
    }

    /**
     * Returns whether this is a built-in item for units, which are never added to people.
     *
     * @return true for {@code divisions} and the like
     */
    public boolean isUnits() {
        return kind == Kind.UNITS;
    }

    /**
     * Returns whether this is a built-in item for ships of some type.
     *
     * @return true for {@code cruisers} and the like
     */
    public boolean isShips() {
        return craft == Craft.SHIPS;
    }

    /**
     * Returns whether this is a built-in item for aircraft of some type.
     *
     * @return true for {@code bombers} and the like
     */
    public boolean isAircraft() {
        return craft == Craft.AIRCRAFT;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Item that && name.equals(that.name);
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
