package org.muster.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.muster.figure.Figure;
import org.muster.figure.Qualifier;
import org.muster.interval.Interval;

/**
 * Writes figures in plain English, whatever their text: {@code 9,780–12,031}, {@code at least 300}, {@code 1.5 million},
 * {@code 10,000 (+500/−200)}.
 */
public final class FigureWriter {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final String[] SCALES = {"thousand", "million", "billion"};

    private FigureWriter() {}

    /**
     * Returns a text that {@link FigureReader#parse} reads as a figure of the same range, qualifier and best value.
     * Words are written as they are.
     *
     * @param figure the figure
     * @return the text; empty if the reader knows no words for it, such as for an upper bound that does not begin at 0
     *     or a best value in a range that is open above
     */
    public static Optional<String> write(Figure figure) {
        String text = text(figure);
        List<ReadFigure> read = FigureReader.english().read(text);
        if (read.size() != 1) {
            return Optional.empty();
        }
        Figure back = read.get(0).figure();
        boolean same = back.text().equals(text)
                && back.qualifier() == figure.qualifier()
                && back.range().equals(figure.range())
                && back.best().equals(figure.best());
        return same ? Optional.of(text) : Optional.empty();
    }

    private static String text(Figure figure) {
        if (figure.range().isEmpty()) {
            return figure.qualifier() == Qualifier.UNKNOWN ? "unknown" : figure.text();
        }
        Interval range = figure.range().get();
        BigDecimal low = new BigDecimal(range.inf());
        if (range.sup() == Double.POSITIVE_INFINITY) {
            return (figure.qualifier() == Qualifier.MORE_THAN ? "over " : "at least ") + number(low);
        }
        BigDecimal high = new BigDecimal(range.sup());
        String estimate = switch (figure.qualifier()) {
            case ABOUT -> "about ";
            case NEARLY -> "nearly ";
            default -> "";
        };
        return switch (figure.qualifier()) {
            case AT_MOST -> "up to " + number(high);
            case LESS_THAN -> "fewer than " + number(high.add(BigDecimal.ONE));
            default -> {
                boolean scaled = figure.qualifier() == Qualifier.ROUNDED;
                yield estimate
                        + (figure.best().isPresent()
                                ? withBar(
                                        low, high, new BigDecimal(figure.best().getAsDouble()), scaled)
                                : withEnds(low, high, scaled));
            }
        };
    }

    private static String withEnds(BigDecimal low, BigDecimal high, boolean scaled) {
        if (low.compareTo(high) == 0) {
            return written(low, scaled);
        }
        // "5–6,000" would be read as 5,000–6,000: a decimal point says that the 5 is complete.
        boolean cut = !scaled
                && low.signum() > 0
                && low.compareTo(THOUSAND) < 0
                && high.remainder(THOUSAND).signum() == 0;
        String first = written(low, scaled);
        return (cut && first.indexOf('.') < 0 ? first + ".0" : first) + "–" + written(high, scaled);
    }

    private static String withBar(BigDecimal low, BigDecimal high, BigDecimal best, boolean scaled) {
        BigDecimal up = high.subtract(best);
        BigDecimal down = best.subtract(low);
        return written(best, scaled)
                + (up.compareTo(down) == 0 ? " ± " + number(up) : " (+" + number(up) + "/−" + number(down) + ")");
    }

    private static String written(BigDecimal value, boolean scaled) {
        if (!scaled) {
            return number(value);
        }
        int scale = 0;
        BigDecimal count = value.movePointLeft(3);
        while (scale + 1 < SCALES.length && count.compareTo(THOUSAND) >= 0) {
            count = count.movePointLeft(3);
            scale++;
        }
        return number(count) + " " + SCALES[scale];
    }

    /** Returns a number with its digits in groups of three; three decimals, which could be a group, get a fourth. */
    private static String number(BigDecimal value) {
        String digits = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        StringBuilder text = new StringBuilder(digits);
        for (int i = whole - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return text.append(digits.length() - whole == 4 ? "0" : "").toString();
    }
}
