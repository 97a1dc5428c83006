package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.List;
import org.muster.importing.infobox.AnnotatedText.Kind;
import org.muster.importing.infobox.AnnotatedText.Mark;
import org.muster.reading.ReadFigure;

/** To which figures of a line its references and notes belong: those at its end to all that have none of their own. */
final class CitedMarks {

    private final List<List<Citation>> works = new ArrayList<>();
    private final List<List<String>> notes = new ArrayList<>();
    private final List<Citation> trailing = new ArrayList<>();
    private final List<String> trailingNotes = new ArrayList<>();

    /**
     * Sorts the marks of a line.
     *
     * @param shift what is added to the place of a mark to give its place in the text of the figures
     * @param isStory whether the line is running text, in which a note at its end belongs to the last figure alone
     */
    CitedMarks(List<Mark> marks, int shift, List<ReadFigure> figures, boolean isStory) {
        for (int i = 0; i < figures.size(); i++) {
            works.add(new ArrayList<>());
            notes.add(new ArrayList<>());
        }
        int end = figures.get(figures.size() - 1).end();
        int f = -1;
        for (Mark mark : marks) {
            int at = mark.at() + shift;
            while (f + 1 < figures.size() && figures.get(f + 1).start() < at) {
                f++;
            }
            boolean trails = f < 0 || at >= end;
            (trails ? trailing : works.get(f)).addAll(mark.citations());
            if (mark.kind() == Kind.NOTE) {
                (trails && !isStory ? trailingNotes : notes.get(Math.max(f, 0))).add(mark.text());
            }
        }
        works.get(figures.size() - 1).addAll(trailing);
    }

    /** Returns the works that a figure cites. */
    List<Citation> works(int figure) {
        return works.get(figure).isEmpty() ? trailing : works.get(figure);
    }

    /** Returns the notes on a figure. */
    List<String> notes(int figure) {
        List<String> all = new ArrayList<>(notes.get(figure));
        all.addAll(trailingNotes);
        return all;
    }
}
