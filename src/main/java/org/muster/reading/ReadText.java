package org.muster.reading;

import java.util.List;
import java.util.Objects;

/**
 * A text with everything that was read in it. The spans of the figures and of the ignored parts cover it: every
 * character belongs to exactly one of them.
 *
 * @param text the text as written
 * @param figures the figures, in order of the text
 * @param ignored everything else, in order of the text
 * @param remarks what an analyst should look at
 */
public record ReadText(String text, List<ReadFigure> figures, List<IgnoredPart> ignored, List<Remark> remarks) {

    /**
     * A text that was read.
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
     * Whether every number of the text was understood.
     *
     * @return true if nothing was ignored as {@link Reason#UNREADABLE} or {@link Reason#ERROR}
     */
    public boolean isComplete() {
        for (IgnoredPart part : ignored) {
            if (part.reason() == Reason.UNREADABLE || part.reason() == Reason.ERROR) {
                return false;
            }
        }
        return true;
    }
}
