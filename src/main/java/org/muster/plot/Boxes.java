package org.muster.plot;

import java.util.ArrayList;
import java.util.List;

/** What of a drawing is taken, so that no text covers other text or marks. */
final class Boxes {

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

    /** Takes a box if it is free, and says whether it was. */
    boolean takes(double left, double top, double right, double bottom) {
        Box box = new Box(left, top, right, bottom);
        for (Box other : taken) {
            if (box.meets(other)) {
                return false;
            }
        }
        return taken.add(box);
    }
}
