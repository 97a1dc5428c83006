package org.muster.plot;

import java.util.List;
import org.muster.plot.Picture.Width;

/** Rows on an axis, one beneath the other. */
final class RowsPicture {

    private RowsPicture() {}

    /** Where the axis of rows begins. */
    static double left(List<Row> rows, Width width) {
        return width == Width.WIDE
                ? rows.stream().mapToDouble(Row::gutter).max().orElse(0) + 8
                : 8;
    }

    /** Draws rows that have no more than an axis in common, and returns the height. */
    static double draw(Svg svg, List<Row> rows, Axis axis, Width width, String note) {
        Svg above = new Svg();
        double y = 4;
        for (Row row : rows) {
            y = row.draw(above, axis, y, width);
        }
        double height = axis.draw(svg, 2, y, width.units(), note);
        svg.add(above);
        return height;
    }
}
