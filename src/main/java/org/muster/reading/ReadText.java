package org.muster.reading;

import java.util.List;
import java.util.Objects;

/**
 * A text with everything found in it. The spans of the figures and of the ignored parts cover it: every character
 * belongs to exactly one of them.
 *
 * @param text the text as written
 * @param figures the figures, in order of the text
 * @param ignored everything else, in order of the text
 * @param remarks what an analyst should look at
 */
public record ReadText(String text, List<ReadFigure> figures, List<IgnoredPart> ignored, List<Remark> remarks) {

    /**
     * Copies the lists.
     *
     * @param text the text as written
     * @param figures the figures, in order of the text
     * @param ignored everything else, in order of the text
     * @param remarks what an analyst should look at
     */
    public ReadText {
        Objects.requireNonNull(text, "text");
        figures = List.copyOf(figures);
        ignored = List.copyOf(ignored);
        remarks = List.copyOf(remarks);
    }

    /**
     * Returns whether every number of the text was understood.
     *
     * @return true if nothing was ignored as {@link Reason#UNREADABLE}
     */
    public boolean isComplete() {
        for (IgnoredPart part : ignored) {
            if (part.reason() == Reason.UNREADABLE) {
                return false;
            }
        }
        return true;
    }
}
