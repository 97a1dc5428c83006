package org.muster.plot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.compare.Agreement;
import org.muster.compare.NumberText;
import org.muster.compare.Ranges;
import org.muster.compare.Statement;
import org.muster.dossier.AsOf;
import org.muster.dossier.Names;
import org.muster.interval.Interval;
import org.muster.plot.Svg.Anchor;

/**
 * What is claimed of one quantity at several dates: time to the right, counts upward from 0. What one voice says at several
 * dates is joined by a dotted line, which is no measurement. A claim without a date stands at the right.
 */
public final class TimelinePlot extends Picture {

    private static final int FEWEST_DATES = 2;
    private static final int MOST_STATEMENTS = 60;
    private static final double ROOM_ABOVE = 1.12;
    private static final double DAYS_IN_MONTH = 30.4;
    private static final double DAYS_IN_YEAR = 365.25;

    private final String title;
    private final List<Dated> dated;
    private final List<Dated> undated;
    private final String description;

    private record Dated(AsOf asOf, Interval range, String voice, String style, boolean soft, String value) {
        double top() {
            return range.sup() < Double.POSITIVE_INFINITY ? range.sup() : range.inf();
        }

        boolean isOpen() {
            return range.sup() == Double.POSITIVE_INFINITY;
        }
    }

    private TimelinePlot(String title, List<Dated> dated, List<Dated> undated) {
        this.title = title;
        this.dated = dated;
        this.undated = undated;
        List<String> told = new ArrayList<>();
        dated.forEach(each -> told.add(each.asOf().shortLabel() + ": " + each.value() + " (" + each.voice() + ")"));
        undated.forEach(each -> told.add("no date: " + each.value() + " (" + each.voice() + ")"));
        this.description = String.join("; ", told) + ".";
    }

    /**
     * Returns the picture of a quantity.
     *
     * @param row what the voices say of it
     * @param ranges the ranges that this was made from
     * @param names the names of voices and quantities
     * @return the picture, of at most 60 statements; empty where the claims give fewer than two dates
     */
    public static Optional<TimelinePlot> of(Agreement row, Ranges ranges, Names names) {
        return of(row, ranges, names, VoiceKind.in(ranges.dossier()));
    }

    /**
     * Returns the picture of a quantity.
     *
     * @param row what the voices say of it
     * @param ranges the ranges that this was made from
     * @param names the names of voices and quantities
     * @param voiceKinds who speaks in the claims of the dossier
     * @return the picture, as {@link #of(Agreement, Ranges, Names)} returns it
     */
    public static Optional<TimelinePlot> of(Agreement row, Ranges ranges, Names names, VoiceKind.Finder voiceKinds) {
        List<Dated> dated = new ArrayList<>();
        List<Dated> undated = new ArrayList<>();
        for (Statement statement : Statement.of(ranges.dossier(), row.quantity())) {
            (statement.asOf().isGiven() ? dated : undated)
                    .add(new Dated(
                            statement.asOf(),
                            statement.range(),
                            names.voices(statement.voices()),
                            voiceKinds.of(statement.claims().get(0)).style(),
                            statement.soft(),
                            NumberText.stated(
                                    statement.range(),
                                    statement.claims().get(0).figure().qualifier())));
        }
        long dates = dated.stream().map(Dated::asOf).distinct().count();
        if (dates < FEWEST_DATES) {
            return Optional.empty();
        }
        dated.sort(Comparator.comparing(Dated::asOf, AsOf.BY_FIRST_DAY));
        List<Dated> shown = dated.subList(0, Math.min(MOST_STATEMENTS, dated.size()));
        return Optional.of(new TimelinePlot(names.quantity(row.quantity()), List.copyOf(shown), List.copyOf(undated)));
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
        return new Drawing(svg, width).draw();
    }

    /** One drawing, with what is placed so far. */
    private final class Drawing {

        private static final double TOP = 8;
        private static final double LINE_STEP = 4;
        private static final double LINE = 14;

        /** Fonts are wider in one browser than in another. */
        private static final double SPARE = 10;

        private final Svg svg;
        private final double all;
        private final double bottom;
        private final double step;
        private final double left;
        private final double right;
        private final double strip;
        private final double greatest;
        private final long first;
        private final long last;
        private final int ticks;
        private final Boxes taken = new Boxes();

        Drawing(Svg svg, Width width) {
            boolean wide = width == Width.WIDE;
            this.svg = svg;
            this.all = width.units();
            this.bottom = wide ? 280 : 230;
            double most = 0;
            for (List<Dated> some : List.of(dated, undated)) {
                for (Dated each : some) {
                    most = Math.max(most, each.top());
                }
            }
            this.greatest = most > 0 ? most * ROOM_ABOVE : 1;
            this.ticks = wide ? 5 : 3;
            this.step = Axis.step(greatest / ticks);
            double widest = 0;
            for (int i = 0; i * step <= greatest; i++) {
                widest = Math.max(widest, Face.SMALL.width(Axis.label(i * step)));
            }
            this.left = widest + 24;
            this.strip = undated.isEmpty() ? 0 : wide ? 170 : 96;
            this.right = all - strip - 12;
            this.first = dated.stream()
                    .mapToLong(each -> each.asOf().firstDay())
                    .min()
                    .orElse(0);
            this.last = dated.stream()
                    .mapToLong(each -> each.asOf().lastDay())
                    .max()
                    .orElse(0);
        }

        double draw() {
            grid();
            Map<String, List<Dated>> voices = new LinkedHashMap<>();
            dated.forEach(each -> voices.computeIfAbsent(each.voice(), any -> new ArrayList<>())
                    .add(each));
            voices.values().forEach(this::line);
            for (Dated each : undated) {
                double y = y(each.top());
                svg.line("undated", left, y, right + 20, y);
                takeLine(new double[] {left, y}, new double[] {right + 20, y});
            }
            for (Dated each : dated) {
                shape(each, x(each), xEnd(each));
            }
            voices.forEach((voice, own) -> {
                for (int i = own.size() - 1; i >= 0; i--) {
                    label(own.get(i), i == own.size() - 1 ? voice : "");
                }
            });
            undated();
            return bottom + 26;
        }

        private double x(Dated each) {
            return x(each.asOf().firstDay());
        }

        private double xEnd(Dated each) {
            return x(each.asOf().lastDay());
        }

        private double x(long day) {
            return last == first ? left + 20 : left + 14 + (right - left - 34) * (day - first) / (last - first);
        }

        private double y(double count) {
            return bottom - (bottom - TOP) * count / greatest;
        }

        private void grid() {
            for (int i = 0; i * step <= greatest; i++) {
                svg.line(i == 0 ? "axis" : "grid", left, y(i * step), all, y(i * step));
                svg.text(Face.SMALL, left - 6, y(i * step) + 4, Anchor.END, Axis.label(i * step));
            }
            double free = left - 20;
            for (LocalDate day : days()) {
                String label = label(day);
                double wide = Face.SMALL.width(label);
                double at = x(day.toEpochDay());
                double from = Math.max(left - 20, Math.min((strip > 0 ? right + 4 : all) - wide, at - wide / 2));
                svg.line("grid", at, bottom, at, bottom + 5);
                if (from >= free) {
                    svg.text(Face.SMALL, from, bottom + 19, Anchor.START, label);
                    free = from + wide + 10;
                }
            }
            if (strip > 0) {
                svg.line("divider", right + 8, TOP, right + 8, bottom);
                svg.text(Face.SMALL, (right + 8 + all) / 2, bottom + 19, Anchor.MIDDLE, "no date");
            }
        }

        /** The days that get a tick: those of years, months or the dates themselves, whatever the time between. */
        private List<LocalDate> days() {
            double days = (double) last - first;
            List<LocalDate> marked = new ArrayList<>();
            LocalDate from = LocalDate.ofEpochDay(first);
            if (days > 3 * DAYS_IN_YEAR) {
                int step = (int) Axis.step(days / DAYS_IN_YEAR / ticks);
                int year = Math.floorDiv(from.getYear() + step - 1, step) * step;
                for (; LocalDate.of(year, 1, 1).toEpochDay() <= last; year += step) {
                    if (LocalDate.of(year, 1, 1).toEpochDay() >= first) {
                        marked.add(LocalDate.of(year, 1, 1));
                    }
                }
            } else if (days > 4 * DAYS_IN_MONTH) {
                for (LocalDate month = from.withDayOfMonth(1);
                        month.toEpochDay() <= last;
                        month = month.plusMonths(1)) {
                    if (month.toEpochDay() >= first) {
                        marked.add(month);
                    }
                }
            } else {
                dated.forEach(
                        each -> marked.add(LocalDate.ofEpochDay(each.asOf().firstDay())));
            }
            return marked.isEmpty() ? List.of(from) : marked;
        }

        private String label(LocalDate day) {
            String text = day.toString();
            int dash = text.indexOf('-', 1);
            double days = (double) last - first;
            String cut = days > 3 * DAYS_IN_YEAR
                    ? text.substring(0, dash)
                    : days > 4 * DAYS_IN_MONTH ? text.substring(0, dash + 3) : text;
            return AsOf.parse(cut).shortLabel();
        }

        /** The dotted line through what one voice says. */
        private void line(List<Dated> own) {
            if (own.size() > 1) {
                StringBuilder path = new StringBuilder();
                for (Dated each : own) {
                    path.append(path.isEmpty() ? "M" : "L")
                            .append(Svg.number(middle(each)[0]))
                            .append(' ')
                            .append(Svg.number(middle(each)[1]));
                }
                svg.path("series line-" + own.get(0).style(), path.toString());
                for (int i = 1; i < own.size(); i++) {
                    takeLine(middle(own.get(i - 1)), middle(own.get(i)));
                }
            }
        }

        private double[] middle(Dated each) {
            return new double[] {(x(each) + xEnd(each)) / 2, y((each.range().inf() + each.top()) / 2)};
        }

        /** Keeps text off a line. */
        private void takeLine(double[] from, double[] to) {
            int steps = (int) Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / LINE_STEP);
            for (int i = 0; i <= steps; i++) {
                double share = steps == 0 ? 0 : (double) i / steps;
                double x = from[0] + (to[0] - from[0]) * share;
                double y = from[1] + (to[1] - from[1]) * share;
                taken.add(x - 2, y - 2, x + 2, y + 2);
            }
        }

        private void shape(Dated each, double from, double to) {
            double low = y(each.range().inf());
            double high = y(each.top());
            String soft = each.soft() ? " soft" : "";
            if (each.isOpen()) {
                double x = (from + to) / 2;
                svg.path(
                        "arrow line-" + each.style(),
                        "M" + Svg.number(x) + " " + Svg.number(low) + "V" + Svg.number(TOP) + "m-4 6l4 -6l4 6");
                taken.add(x - 5, TOP, x + 5, low);
            }
            if (to - from > 12) {
                svg.line("bar line-" + each.style() + soft, from, low, to, low);
                if (high < low) {
                    svg.line("bar line-" + each.style() + soft, from, high, to, high);
                }
            } else {
                double x = (from + to) / 2;
                if (high < low) {
                    svg.line("bar line-" + each.style() + soft, x, low, x, high);
                }
                for (double y : high < low ? new double[] {low, high} : new double[] {low}) {
                    point(each, x, y, soft);
                }
            }
            taken.add(from - 6, high - 6, to + 6, low + 6);
        }

        private void point(Dated each, double x, double y, String soft) {
            if (each.style().equals("opponent")) {
                svg.rect("mark-opponent" + soft, x - 4.5, y - 4.5, 9, 9);
            } else {
                svg.circle("mark-" + each.style() + soft, x, y, 4.5);
            }
        }

        /** The number, and at its last point the voice, where there is room; else they stand in the table alone. */
        private void label(Dated each, String voice) {
            double x = (x(each) + xEnd(each)) / 2;
            String cut = voice.isEmpty() ? "" : Face.SMALL.cut(voice, 150);
            List<String> texts = cut.isEmpty()
                    ? List.of(each.value())
                    : List.of(each.value() + " " + cut, each.value() + " " + Face.SMALL.cut(cut, 70), each.value());
            for (String text : texts) {
                double wide = Face.SMALL.width(text);
                double[][] places = {
                    {x - wide / 2, y(each.top()) - 11},
                    {x - wide / 2, y(each.range().inf()) + 20},
                    {x + 10, y(each.top()) + 4},
                    {x - 10 - wide, y(each.top()) + 4},
                    {x + 8, y(each.top()) - 11},
                    {x - 8 - wide, y(each.top()) - 11},
                    {x + 8, y(each.range().inf()) + 20},
                    {x - 8 - wide, y(each.range().inf()) + 20}
                };
                for (double[] place : places) {
                    if (place[0] >= left + 2
                            && place[0] + wide <= right + 4
                            && place[1] - 11 >= 0
                            && place[1] + 3 <= bottom
                            && taken.takes(place[0], place[1] - 11, place[0] + wide, place[1] + 3)) {
                        svg.text(Face.SMALL, "plain", place[0], place[1], Anchor.START, text);
                        return;
                    }
                }
            }
        }

        /** At the right, the number and the voice, on two lines where one is too short; the number alone where both are. */
        private void undated() {
            for (Dated each : undated) {
                double y = y(each.top());
                shape(each, right + 22, right + 22);
                double x = right + 34;
                String whole = each.value() + " " + each.voice();
                double room = all - x - SPARE;
                boolean fits = Face.SMALL.width(whole) <= room;
                List<String> lines = fits ? List.of(whole) : List.of(each.value(), Face.SMALL.cut(each.voice(), room));
                if (!undated(lines, x, y)) {
                    undated(List.of(each.value()), x, y);
                }
            }
        }

        private boolean undated(List<String> lines, double x, double y) {
            double wide = lines.stream().mapToDouble(Face.SMALL::width).max().orElse(0);
            double above = 7 + (lines.size() - 1) * LINE / 2;
            if (x + wide > all
                    || y + above > bottom
                    || y - above < 0
                    || !taken.takes(x, y - above, x + wide, y + above)) {
                return false;
            }
            for (int i = 0; i < lines.size(); i++) {
                svg.text(
                        Face.SMALL,
                        "plain",
                        x,
                        y + 4 + (i - (lines.size() - 1) / 2.0) * LINE,
                        Anchor.START,
                        lines.get(i));
            }
            return true;
        }
    }
}
