package org.muster.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.muster.combine.Rule;
import org.muster.combine.Sensitivity;
import org.muster.compare.NumberText;
import org.muster.dossier.Names;

/**
 * How the answer for one quantity depends on the rule: a row for each answer, that of most rules first. Answers within 5 per
 * cent of one another are better told than drawn, and make no picture.
 */
public final class RulePlot extends Picture {

    private static final double TOO_CLOSE = 1.05;
    private static final int MOST_NAMES = 2;
    private static final int MOST_ROWS = 12;

    private final String title;
    private final List<Row> rows;
    private final List<Double> ends;
    private final String description;

    private RulePlot(String title, List<Row> rows, List<Double> ends, String description) {
        this.title = title;
        this.rows = List.copyOf(rows);
        this.ends = List.copyOf(ends);
        this.description = description;
    }

    /**
     * Returns the picture of a quantity.
     *
     * @param row what each rule makes of it
     * @param names the names of quantities
     * @return the picture, of at most 12 answers; empty if no two answers are far enough apart to be drawn
     */
    public static Optional<RulePlot> of(Sensitivity row, Names names) {
        List<Sensitivity.Given> answers = row.answers();
        double least = row.span().inf();
        boolean isFar = answers.stream()
                .anyMatch(answer -> answer.range().isCommon() && answer.range().sup() > least * TOO_CLOSE);
        if (answers.size() < 2 || !isFar) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (Sensitivity.Given answer : answers.subList(0, Math.min(MOST_ROWS, answers.size()))) {
            List<String> titles = answer.rules().stream().map(Rule::title).toList();
            int others = titles.size() - MOST_NAMES;
            Mark mark = new Mark("computed", answer.range(), false, false, OptionalDouble.empty());
            rows.add(new Row(
                    String.join(", ", titles.subList(0, Math.min(MOST_NAMES, titles.size()))),
                    others > 0 ? "and " + others + (others == 1 ? " other rule" : " other rules") : "",
                    mark,
                    NumberText.range(answer.range())));
            ends.add(answer.range().inf());
            if (answer.range().isCommon()) {
                ends.add(answer.range().sup());
            }
            told.add(NumberText.range(answer.range()) + " by " + String.join(", ", titles));
        }
        return Optional.of(
                new RulePlot(names.quantity(row.quantity()) + ", by rule", rows, ends, String.join("; ", told) + "."));
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    double draw(Svg svg, Width width) {
        Axis axis = Axis.of(ends, RowsPicture.left(rows, width), width.units() - 10, width);
        boolean open = rows.stream().anyMatch(row -> row.mark().isOpenAbove());
        return RowsPicture.draw(svg, rows, axis, width, open ? " An arrow: the answer has no upper end." : "");
    }
}
