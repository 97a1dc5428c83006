package org.muster.figure;

/** A built-in item or state. There is one object for each, so that they can be told apart by identity. */
final class Name {

    /** Of what a text leaves open. */
    static final Name NONE = new Name("", "", 0);

    /** Of what the text says and no name fits: machine guns are no guns, and killed and captured together no casualties. */
    static final Name UNNAMED = new Name("", "", 1);

    /** The name as files write it, and the kind that its table gives it. */
    final String text;

    final String kind;
    /** Its place among all items and states. */
    final int index;
    /** Whether it is an item of people, or of units, which are never added to them. */
    final boolean isPeople;

    final boolean isUnits;
    /** Whether things can be in this state, and not people alone. */
    final boolean isOfThings;
    /** Whether people cannot be in this state. */
    final boolean isOfThingsAlone;

    Name(String text, String kind, int index) {
        this.text = text;
        this.kind = kind;
        this.index = index;
        isPeople = kind.equals("people");
        isUnits = kind.equals("units");
        isOfThingsAlone = text.equals("destroyed") || text.equals("damaged") || text.equals("abandoned");
        isOfThings = switch (text) {
            case "strength", "strength_engaged", "lost", "destroyed", "damaged", "abandoned", "captured" -> true;
            default -> false;
        };
    }

    boolean isOpen() {
        return this == NONE;
    }

    @Override
    public String toString() {
        return text;
    }
}
