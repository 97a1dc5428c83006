package org.muster.reading;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.muster.text.Excerpt;

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
        Objects.requireNonNull(figures, "figures");
        Objects.requireNonNull(ignored, "ignored");
        Objects.requireNonNull(remarks, "remarks");
        figures = List.copyOf(figures);
        ignored = List.copyOf(ignored);
        remarks = List.copyOf(remarks);
    }

    /**
     * The names near a figure, as of parties and places: a hint whose the figure may be, and where. Nothing is guessed
     * from them.
     *
     * @param figure a figure of this text
     * @return the words with a capital between the figures before and after it, the first word of the text only if
     *     another follows; those that stand together as one name
     */
    public List<String> namesNear(ReadFigure figure) {
        int at = figures.indexOf(figure);
        int start = at > 0 ? figures.get(at - 1).end() : 0;
        int end = at + 1 < figures.size() ? figures.get(at + 1).start() : text.length();
        return NearbyNames.of(text, start, end);
    }

    /**
     * What was not understood.
     *
     * @return the first part that holds a number, or stands for one, and cannot be read, with the reason: {@code "two
     *     300" (unreadable)}; empty where all was understood
     */
    public Optional<String> unread() {
        for (IgnoredPart part : ignored) {
            if (part.reason() == Reason.UNREADABLE || part.reason() == Reason.ERROR) {
                return Optional.of(
                        Excerpt.quoted(text.substring(part.start(), part.end())) + " (" + part.reason() + ")");
            }
        }
        return Optional.empty();
    }

    /**
     * Whether every number of the text was understood.
     *
     * @return true if nothing was ignored as {@link Reason#UNREADABLE} or {@link Reason#ERROR}
     */
    public boolean isComplete() {
        return unread().isEmpty();
    }
}
