package org.muster.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.muster.compare.NumberText;
import org.muster.plot.Svg.Anchor;

/**
 * A horizontal axis of counts: linear from 0; cut where all counts are within 25 per cent of one another; logarithmic where
 * the greatest is 20 times the least or more. On a logarithmic axis, 0 stands apart at the left.
 */
final class Axis {

    private static final double LOG_FROM = 20;
    private static final double CUT_UP_TO = 1.25;
    private static final double ZERO_ROOM = 30;
    private static final double LABEL_GAP = 8;
    private static final int WIDE_TICKS = 5;
    private static final int NARROW_TICKS = 3;

    /** What a distance on the axis means. */
    enum Kind {
        LINEAR,
        /** Linear, of numbers below 0 too. */
        SIGNED,
        CUT,
        LOG,
        /** Logarithmic, of ratios. */
        RATIO
    }

    private record Tick(double value, String label) {}

    private final Kind kind;
    private final double left;
    private final double right;
    private final double first;
    private final double last;
    private final boolean zeroApart;
    private final List<Tick> ticks;

    private Axis(Kind kind, double left, double right, double first, double last, boolean zeroApart, List<Tick> ticks) {
        this.kind = kind;
        this.left = left;
        this.right = right;
        this.first = first;
        this.last = last;
        this.zeroApart = zeroApart;
        this.ticks = ticks;
    }

    /** Those of some counts that decide how their axis looks: the least of all, the least above 0 and the greatest. */
    static List<Double> deciding(List<Double> counts) {
        double least = Double.POSITIVE_INFINITY;
        double leastAboveZero = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (double count : counts) {
            least = Math.min(least, count);
            leastAboveZero = count > 0 ? Math.min(leastAboveZero, count) : leastAboveZero;
            greatest = Math.max(greatest, count);
        }
        return Stream.of(least, leastAboveZero, greatest)
                .filter(Double::isFinite)
                .toList();
    }

    /**
     * An axis for counts.
     *
     * @param counts the finite ends that it must show, at least one
     * @param left where it begins
     * @param right where it ends
     */
    static Axis of(List<Double> counts, double left, double right, Picture.Width width) {
        int number = width == Picture.Width.WIDE ? WIDE_TICKS : NARROW_TICKS;
        double greatest = 0;
        double least = Double.POSITIVE_INFINITY;
        boolean hasZero = false;
        for (double count : counts) {
            greatest = Math.max(greatest, count);
            hasZero |= count <= 0;
            least = count > 0 ? Math.min(least, count) : least;
        }
        if (greatest > 0 && greatest / least >= LOG_FROM) {
            return log(least, greatest, left, right, hasZero);
        }
        if (!hasZero && greatest > least && greatest / least <= CUT_UP_TO) {
            double step = step((greatest - least) * 1.4 / number);
            double start = Math.floor((least - (greatest - least) * .1) / step) * step;
            if (start > 0) {
                return linear(Kind.CUT, start, greatest + (greatest - start) * .08, step, left, right);
            }
        }
        double end = greatest > 0 ? greatest * 1.08 : 1;
        return linear(Kind.LINEAR, 0, end, step(end / number), left, right);
    }

    /**
     * An axis of ratios, with "equal" at 1.
     *
     * @param least the least ratio that it must show, above 0, at most 1
     * @param greatest the greatest, at least 1
     */
    static Axis ofRatios(double least, double greatest, double left, double right, Picture.Width width) {
        double room = StrictMath.pow(Math.max(greatest / least, 1.5), .06);
        double last = greatest * room;
        double first = least / room;
        List<Tick> ticks = new ArrayList<>();
        boolean isShort = last / first < (width == Picture.Width.WIDE ? 200 : 30);
        double[] factors = last / first < 4
                ? new double[] {1, 1.2, 1.5, 2, 3}
                : isShort ? new double[] {1, 2, 5} : new double[] {1};
        List<Tick> below = new ArrayList<>();
        for (double decade = 1; decade <= Math.max(last, 1 / first); decade *= 10) {
            for (double factor : factors) {
                double ratio = decade * factor;
                if (ratio <= last) {
                    ticks.add(new Tick(ratio, ratio == 1 ? "equal" : label(ratio) + " times"));
                }
                if (ratio > 1 && 1 / ratio >= first) {
                    below.add(0, new Tick(1 / ratio, ratio == 2 ? "½" : "1/" + label(ratio)));
                }
            }
        }
        below.addAll(ticks);
        return new Axis(Kind.RATIO, left, right, first, last, false, below);
    }

    /**
     * An axis for any numbers: as for counts where they are whole and none is below 0, else linear between round numbers.
     *
     * @param values what it must show, at least one
     */
    static Axis ofValues(List<Double> values, double left, double right, Picture.Width width) {
        double least = values.stream().min(Double::compare).orElseThrow();
        double greatest = values.stream().max(Double::compare).orElseThrow();
        if (least >= 0 && (greatest >= 10 || greatest == 0)) {
            return of(values, left, right, width);
        }
        double first = Math.min(0, least);
        double number = width == Picture.Width.WIDE ? WIDE_TICKS : NARROW_TICKS;
        double wide = Math.max(0, greatest) - first;
        BigDecimal step = roundStep(wide / number);
        List<Tick> ticks = new ArrayList<>();
        long from = (long) Math.floor(first / step.doubleValue());
        for (long i = from; i == from || ticks.get(ticks.size() - 1).value() < greatest; i++) {
            double value = step.multiply(BigDecimal.valueOf(i)).doubleValue();
            ticks.add(new Tick(value, value < 0 ? "−" + label(-value) : label(value)));
        }
        double end = ticks.get(ticks.size() - 1).value();
        return new Axis(
                first < 0 ? Kind.SIGNED : Kind.LINEAR, left, right, ticks.get(0).value(), end, false, ticks);
    }

    /** 1, 2 or 5 times a power of ten, not below a number. */
    private static BigDecimal roundStep(double least) {
        BigDecimal decade = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(StrictMath.log10(least)));
        for (int factor : new int[] {1, 2, 5}) {
            BigDecimal step = decade.multiply(BigDecimal.valueOf(factor));
            if (step.doubleValue() >= least) {
                return step;
            }
        }
        return decade.scaleByPowerOfTen(1);
    }

    /** A linear axis from 0. */
    static Axis fromZero(double greatest, double left, double right, Picture.Width width) {
        double end = greatest > 0 ? greatest * 1.02 : 1;
        return linear(
                Kind.LINEAR,
                0,
                end,
                step(end / (width == Picture.Width.WIDE ? WIDE_TICKS : NARROW_TICKS)),
                left,
                right);
    }

    private static Axis linear(Kind kind, double first, double last, double step, double left, double right) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; first + i * step <= last; i++) {
            ticks.add(new Tick(first + i * step, label(first + i * step)));
        }
        return new Axis(kind, left, right, first, last, false, ticks);
    }

    private static Axis log(double least, double greatest, double left, double right, boolean zeroApart) {
        double room = StrictMath.pow(greatest / least, .06);
        double first = least / room;
        double last = greatest * room;
        boolean isShort = greatest / least < 100;
        List<Tick> ticks = new ArrayList<>();
        for (double decade = decadeBelow(first); decade <= last; decade *= 10) {
            for (int factor : isShort ? new int[] {1, 2, 5} : new int[] {1}) {
                if (decade * factor >= first && decade * factor <= last) {
                    ticks.add(new Tick(decade * factor, label(decade * factor)));
                }
            }
        }
        return new Axis(Kind.LOG, left, right, first, last, zeroApart, ticks);
    }

    private static double decadeBelow(double value) {
        double decade = 1;
        while (decade > value) {
            decade /= 10;
        }
        while (decade * 10 <= value) {
            decade *= 10;
        }
        return decade;
    }

    /** 1, 2 or 5 times a power of ten, not below a number, and not below 1 since counts are whole. */
    static double step(double least) {
        double decade = Math.max(1, decadeBelow(least));
        for (int factor : new int[] {1, 2, 5}) {
            if (decade * factor >= least) {
                return decade * factor;
            }
        }
        return decade * 10;
    }

    /** A round number: {@code 20,000}, {@code 1.5 million}. */
    static String label(double value) {
        String[] scales = {" million", " billion", " trillion"};
        double scaled = value / 1e6;
        int scale = 0;
        while (scaled >= 1000 && scale < scales.length - 1) {
            scaled /= 1000;
            scale++;
        }
        if (value < 1e6) {
            return NumberText.grouped(plain(value));
        }
        String number = plain(scaled);
        int point = number.indexOf('.');
        return point >= 0 && number.length() - point > 3
                ? NumberText.grouped(plain(value))
                : NumberText.grouped(number) + scales[scale];
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    double left() {
        return left;
    }

    double right() {
        return right;
    }

    /** Where a count stands; an open end at the end of the axis. */
    double at(double count) {
        if (count <= 0 && (kind == Kind.LOG || kind == Kind.RATIO)) {
            return left;
        }
        double begin = zeroApart ? left + ZERO_ROOM : left;
        double share = kind == Kind.LOG || kind == Kind.RATIO
                ? StrictMath.log(count / first) / StrictMath.log(last / first)
                : (count - first) / (last - first);
        return Math.max(left, Math.min(right, begin + share * (right - begin)));
    }

    /** Draws lines and labels of ticks, from the top to the bottom of the rows, and says what the axis is. */
    double draw(Svg svg, double top, double bottom, int width, String more) {
        List<Tick> all = new ArrayList<>();
        if (zeroApart) {
            all.add(new Tick(0, "0"));
        }
        all.addAll(ticks);
        for (Tick tick : all) {
            String style = kind == Kind.RATIO && tick.value() == 1 ? "reference" : "grid";
            svg.line(style, at(tick.value()), top, at(tick.value()), bottom);
        }
        svg.line("axis", left, bottom, right, bottom);
        if (kind == Kind.CUT) {
            String y = Svg.number(bottom);
            svg.path("cut", "M" + Svg.number(left - 6) + " " + y + "l3 -6l5 12l3 -6");
        }
        double free = 0;
        for (Tick tick : all) {
            double wide = Face.SMALL.width(tick.label());
            double x = Math.min(Math.max(at(tick.value()) - wide / 2, 0), width - wide);
            if (x >= free) {
                svg.text(Face.SMALL, x + wide / 2, bottom + 15, Anchor.MIDDLE, tick.label());
                free = x + wide + LABEL_GAP;
            }
        }
        double y = bottom + 33;
        double from = width == Picture.Width.WIDE.units() ? left : 0;
        for (String line : Face.NOTE.lines(note() + more, width - from)) {
            svg.text(Face.NOTE, from, y, Anchor.START, line);
            y += 15;
        }
        return y - 5;
    }

    private String note() {
        return switch (kind) {
            case LINEAR -> "Linear axis from 0.";
            case SIGNED -> "Linear axis.";
            case CUT -> "Axis is cut: it starts at " + ticks.get(0).label() + ", not at 0.";
            case RATIO -> "Log axis of ratios.";
            case LOG ->
                "Log axis: equal distances are equal ratios." + (zeroApart ? " 0 stands apart at the left." : "");
        };
    }
}
