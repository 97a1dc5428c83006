package org.muster.plot;

import java.util.ArrayList;
import java.util.List;

/** What of a drawing is taken, so that no text covers other text or marks. */
final class Boxes {

    /** Two texts side by side are a blank apart: closer ones would be read as one. */
    private static final double BLANK = 4;

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private final List<Box> taken = new ArrayList<>();

    /** Takes a box, whatever it meets. */
    void add(double left, double top, double right, double bottom) {
        taken.add(new Box(left, top, right, bottom));
    }

    /** Takes the box of a text, and a blank after it, if they are free, and says whether they were. */
    boolean takes(double left, double top, double right, double bottom) {
        Box box = new Box(left, top, right + BLANK, bottom);
        for (Box other : taken) {
            if (box.meets(other)) {
                return false;
            }
        }
        return taken.add(box);
    }
}
