package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.figure.Figure;
import org.muster.figure.Item;
import org.muster.reading.Context;
import org.muster.reading.FigureReader;
import org.muster.reading.FigureRelation;
import org.muster.reading.IgnoredPart;
import org.muster.reading.ReadFigure;
import org.muster.reading.ReadText;
import org.muster.reading.Reason;

/**
 * The tonnage of ships, which the reader of figures takes for a weight: 15 ships sunk (82,310 GRT). Behind ships it is
 * what they sum up to, in their state if it has none of its own; alone it has to name its state.
 */
final class ShippingTonnage {

    private static final String TONNAGE = "tonnage";
    private static final Context OF_TONNAGE = Context.ofItem(TONNAGE);
    private static final String ENDS = "(),;\n";
    /** What is said of a tonnage stands near it, so that reading takes linear time. */
    private static final int LONGEST = 60;

    private final FigureReader reader;

    ShippingTonnage(FigureReader reader) {
        this.reader = reader;
    }

    /** Returns a text that was read with the tonnage of ships among its figures. */
    ReadText in(ReadText read) {
        List<ReadFigure> figures = new ArrayList<>();
        List<IgnoredPart> ignored = new ArrayList<>();
        int next = 0;
        @Nullable ReadFigure before = null;
        for (IgnoredPart part : read.ignored()) {
            while (next < read.figures().size() && read.figures().get(next).start() < part.start()) {
                before = read.figures().get(next++);
                figures.add(whole(before));
            }
            Optional<ReadFigure> tonnage =
                    part.reason() == Reason.MEASUREMENT ? of(part, read.text(), before) : Optional.empty();
            if (tonnage.isPresent()) {
                figures.add(tonnage.get());
            } else {
                ignored.add(part);
            }
        }
        read.figures().stream().skip(next).map(ShippingTonnage::whole).forEach(figures::add);
        return new ReadText(read.text(), figures, ignored, read.remarks());
    }

    private Optional<ReadFigure> of(IgnoredPart part, String text, @Nullable ReadFigure before) {
        String measured = text.substring(part.start(), part.end());
        String unit = measured.substring(measured.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        int from = part.start(); // with what is said before the number: c. 82,310 GRT
        int first = Math.max(before == null ? 0 : before.end(), from - LONGEST);
        while (from > first && ENDS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int to = part.end(); // with what is said after it: sunk
        int last = Math.min(text.length(), to + LONGEST);
        while (to < last && ENDS.indexOf(text.charAt(to)) < 0) {
            to++;
        }
        String said = text.substring(from, to);
        if (!HeadingWords.TONS.contains(unit) || HeadingWords.hasOne(HeadingWords.EACH, said)) {
            return Optional.empty();
        }
        List<ReadFigure> found = reader.readAll(said, OF_TONNAGE).figures();
        boolean isOne = found.size() == 1
                && found.get(0).figure().hasNumber()
                && found.get(0).item().equals(TONNAGE);
        boolean ofShips = before != null
                && !before.item().isEmpty()
                && Item.of(before.item()).isShips();
        String state = isOne ? found.get(0).state() : "";
        if (!isOne || state.isEmpty() && !ofShips) {
            return Optional.empty();
        }
        return Optional.of(counted(
                found.get(0).figure(),
                state.isEmpty() && before != null ? before.state() : state,
                from + found.get(0).start(),
                from + found.get(0).end()));
    }

    /** Returns a figure that, if it counts tons, is no part of the ships before it. */
    private static ReadFigure whole(ReadFigure figure) {
        return figure.item().equals(TONNAGE) && figure.relation() == FigureRelation.SUBSET
                ? counted(figure.figure(), figure.state(), figure.start(), figure.end())
                : figure;
    }

    private static ReadFigure counted(Figure figure, String state, int start, int end) {
        return new ReadFigure(figure, TONNAGE, state, FigureRelation.NONE, start, end);
    }
}
