package org.muster.figure;

/** A built-in item or state. There is one object for each, so that they can be told apart by identity. */
public final class Name {

    /** Of what a text leaves open. */
    public static final Name NONE = new Name("", "", 0);

    /** Of what the text says and no name fits: machine guns are no guns, and killed and captured together no casualties. */
    public static final Name UNNAMED = new Name("", "", 1);

    /** The name as files write it, and the kind that its table gives it. */
    public final String text;

    public final String kind;
    /** Its place among all items and states. */
    public final int index;
    /** Whether it is an item of people, or of units, which are never added to them. */
    public final boolean isPeople;

    public final boolean isUnits;
    /** Whether things can be in this state, and not people alone. */
    public final boolean isOfThings;
    /** Whether people cannot be in this state. */
    public final boolean isOfThingsAlone;

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

    public boolean isOpen() {
        return this == NONE;
    }

    @Override
    public String toString() {
        return text;
    }
}
