package org.muster.reading;

import java.util.Objects;
import org.muster.figure.Figure;
import org.muster.figure.Item;
import org.muster.figure.Measure;
import org.muster.text.Excerpt;

/**
 * A figure found in a text, what it counts as far as the text says, and its place in the text.
 *
 * <p>Item and state are "" where the text leaves them open: in "300+ tanks" the state is open, in "about 400" both are.
 * Words for people make the item {@code personnel}; "dead" is read as {@code deaths}.
 *
 * @param figure the figure; its text is the part of the whole text from start to end: number, qualifier and measure
 *     words
 * @param item the item named, such as {@code tanks}, or ""
 * @param state the state named, such as {@code captured}, or ""
 * @param fromContext which of item and state the text leaves open and the context supplied; {@link Context#NONE} if none
 * @param relation how it relates to the figures before it
 * @param start index of the first character in the whole text
 * @param end index after the last character
 */
public record ReadFigure(
        Figure figure, String item, String state, Context fromContext, FigureRelation relation, int start, int end) {

    /**
     * Checks the span and the measure.
     *
     * @param figure the figure
     * @param item the item named, or ""
     * @param state the state named, or ""
     * @param fromContext which of item and state came from the context
     * @param relation how it relates to the figures before it
     * @param start index of its first character
     * @param end index after its last character
     * @throws IllegalArgumentException if the length of the figure's text is not {@code end - start}, start is
     *     negative, or what came from the context differs from item and state
     */
    public ReadFigure {
        Objects.requireNonNull(figure, "figure");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(fromContext, "fromContext");
        Objects.requireNonNull(relation, "relation");
        boolean spans = start >= 0 && end - start == figure.text().length();
        if (!spans || !isPart(fromContext.item(), item) || !isPart(fromContext.state(), state)) {
            throw new IllegalArgumentException(
                    spans
                            ? "from context " + fromContext + " is not part of " + item + " " + state
                            : "start " + start + " and end " + end + " do not span the text \""
                                    + Excerpt.of(figure.text()) + "\"");
        }
    }

    private static boolean isPart(String fromContext, String name) {
        return fromContext.isEmpty() || fromContext.equals(name);
    }

    /**
     * Creates a figure whose measure is in its own text.
     *
     * @param figure the figure
     * @param item the item named, or ""
     * @param state the state named, or ""
     * @param relation how it relates to the figures before it
     * @param start index of its first character
     * @param end index after its last character
     * @throws IllegalArgumentException if the length of the figure's text is not {@code end - start}, or start is
     *     negative
     */
    public ReadFigure(Figure figure, String item, String state, FigureRelation relation, int start, int end) {
        this(figure, item, state, Context.NONE, relation, start, end);
    }

    /** Returns this figure with what a context adds to its measure. */
    ReadFigure in(Context context) {
        if (!item.isEmpty() && !state.isEmpty()) {
            return this;
        }
        Context added =
                relation == FigureRelation.WHOLE ? context.addedToWhole(item, state) : context.added(item, state);
        return new ReadFigure(figure, item + added.item(), state + added.state(), added, relation, start, end);
    }

    /** Whether a context of another state than a strength made this figure one, as all those of whom others are counted. */
    boolean isTakenForStrength(Context context) {
        return relation == FigureRelation.WHOLE
                && !fromContext.state().isEmpty()
                && !fromContext.state().equals(context.state());
    }

    /**
     * Returns whether the figure can be about a measure: where the text names an item or state, it is the measure's. A
     * figure whose text leaves both open fits every measure, but that of whom others count some fits no loss.
     *
     * <p>This chooses among several figures in one text. If a text has a single figure, its row says what is counted,
     * and the figure is taken whatever the text calls it: "45,900 dead" in a row about {@code killed} is a claim about
     * killed, although it does not fit here.
     *
     * @param measure the measure asked for
     * @return true if nothing in the text contradicts it
     */
    public boolean fits(Measure measure) {
        boolean stays = state.isEmpty()
                && (relation != FigureRelation.WHOLE || measure.state().isStrength());
        return (item.isEmpty() || item.equals(measure.item().name()))
                && (stays || state.equals(measure.state().name()));
    }

    /**
     * Returns the measure as far as the text gives it: {@code tanks captured}, {@code killed}, {@code tanks}, or "".
     *
     * @return item and state as in measures, without an open part; {@code personnel} only without a state
     */
    public String measure() {
        if (state.isEmpty() || item.isEmpty()) {
            return item + state;
        }
        return item.equals(Item.PERSONNEL.name()) ? state : item + " " + state;
    }

    /**
     * Returns the figure and its measure, open parts as "…": {@code 300+ tanks → [300, Infinity] at least: tanks …}.
     */
    @Override
    public String toString() {
        return figure + ": " + (item.isEmpty() ? "…" : item) + " " + (state.isEmpty() ? "…" : state);
    }
}
