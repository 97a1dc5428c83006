package org.muster.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.compare.VoicePairs;
import org.muster.dossier.Names;
import org.muster.plot.Svg.Anchor;

/**
 * How far each two voices are apart, as a triangle of cells: the ratio of the nearer ends where that is widest, and in how many of
 * the quantities that both speak of they exclude one another. Voices that share quantities stand together.
 */
public final class VoiceMatrix extends Picture {

    private static final int MOST_VOICES = 12;
    private static final int FEWEST_CELLS = 5;
    private static final int MOST_TOLD = 999;
    private static final double NEAR = 1.25;
    private static final double FAR = 2;
    private static final double CELL_HEIGHT = 36;
    private static final double WIDEST_CELL = 60;
    private static final double NARROWEST_CELL = 45;
    private static final double GUTTER = 160;

    private final List<String> labels;
    private final List<VoiceDistance> pairs;
    private final Map<List<Integer>, VoiceDistance> cells;
    private final int leftOut;

    private VoiceMatrix(
            List<String> labels, List<VoiceDistance> pairs, Map<List<Integer>, VoiceDistance> cells, int leftOut) {
        this.labels = labels;
        this.pairs = pairs;
        this.cells = cells;
        this.leftOut = leftOut;
    }

    /**
     * Returns the picture of pairs of voices.
     *
     * @param pairs the pairs
     * @param names the names of voices
     * @return at most 12 voices, those in the most pairs; empty where there is no pair, or for fewer than one in five of the
     *     cells, which a table tells better
     */
    public static Optional<VoiceMatrix> of(VoicePairs pairs, Names names) {
        List<VoiceDistance> all = VoiceDistance.of(pairs);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<String> order = order(all);
        List<String> shown = order.subList(0, Math.min(MOST_VOICES, order.size()));
        Map<List<Integer>, VoiceDistance> cells = new HashMap<>();
        List<VoiceDistance> told = new ArrayList<>();
        for (VoiceDistance each : all) {
            int a = shown.indexOf(each.pair().a());
            int b = shown.indexOf(each.pair().b());
            if (a >= 0 && b >= 0) {
                cells.put(List.of(Math.max(a, b), Math.min(a, b)), each);
                told.add(each);
            }
        }
        boolean isSparse = told.size() * FEWEST_CELLS < shown.size() * (shown.size() - 1) / 2;
        return isSparse
                ? Optional.empty()
                : Optional.of(new VoiceMatrix(
                        shown.stream().map(names::voice).toList(), told, cells, order.size() - shown.size()));
    }

    /** Begins with the voice of most pairs, and goes on with the one that has most pairs with those placed. */
    private static List<String> order(List<VoiceDistance> pairs) {
        Map<String, Set<String>> beside = new HashMap<>();
        Set<String> left = new LinkedHashSet<>();
        for (VoiceDistance each : pairs) {
            String a = each.pair().a();
            String b = each.pair().b();
            beside.computeIfAbsent(a, any -> new LinkedHashSet<>()).add(b);
            beside.computeIfAbsent(b, any -> new LinkedHashSet<>()).add(a);
            left.add(a);
            left.add(b);
        }
        List<String> placed = new ArrayList<>();
        while (!left.isEmpty() && placed.size() < MOST_VOICES) {
            String next = left.stream()
                    .max(Comparator.<String>comparingLong(voice -> placed.stream()
                                    .filter(beside.getOrDefault(voice, Set.of())::contains)
                                    .count())
                            .thenComparingInt(voice ->
                                    beside.getOrDefault(voice, Set.of()).size())
                            .thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
            placed.add(next);
            left.remove(next);
        }
        placed.addAll(left);
        return placed;
    }

    private static String distance(VoiceDistance each) {
        if (each.measure().isEmpty()) {
            return "=";
        }
        if (each.times().isEmpty()) {
            return "0:n";
        }
        double apart = each.pair().apart();
        if (apart > MOST_TOLD) {
            return ">" + MOST_TOLD + "×";
        }
        boolean isRoundedUp = each.times().contains(","); // 996 to 1,000, for which a cell is too narrow
        return (isRoundedUp ? Long.toString(Math.round(apart)) : each.times()) + "×";
    }

    private static int level(VoiceDistance each) {
        double apart = each.pair().apart();
        return each.measure().isEmpty() ? 1 : apart < NEAR ? 2 : apart < FAR ? 3 : 4;
    }

    @Override
    public String title() {
        return "How far each two voices are apart";
    }

    @Override
    public String description() {
        List<String> told = new ArrayList<>();
        for (VoiceDistance each : pairs) {
            if (each.pair().conflicts() > 0) {
                told.add(distance(each) + " in " + each.pair().conflicts() + " of "
                        + each.pair().quantities());
            }
        }
        return labels.size() + " voices, " + pairs.size() + " pairs, " + told.size() + " of them in conflict"
                + (told.isEmpty() ? "" : ": " + String.join("; ", told))
                + (leftOut == 0 ? "." : "; " + leftOut + " voices are left out.");
    }

    @Override
    double draw(Svg svg, Width width) {
        double gutter = width == Width.WIDE ? wideGutter() : 100;
        double room = width.units() - gutter - (width == Width.WIDE ? 64 : 50);
        int rows = Math.min(labels.size(), (int) (room / NARROWEST_CELL) + 1);
        int columns = rows - 1;
        double cell = Math.max(NARROWEST_CELL, Math.min(WIDEST_CELL, room / Math.max(1, columns)));
        double top = 0;
        for (int row = 0; row < rows; row++) {
            double y = top + row * CELL_HEIGHT;
            if (row > 0) {
                svg.text(Face.NAME, gutter - 10, y + 22, Anchor.END, cut(Face.NAME, labels.get(row), gutter - 12));
            }
            for (int column = 0; column < row; column++) {
                cell(svg, gutter + column * cell, y, cell, Optional.ofNullable(cells.get(List.of(row, column))));
            }
            if (row < columns) {
                double x = gutter + row * cell;
                double free = width.units() - x;
                svg.text(Face.SMALL, x + 4, y + 22, Anchor.START, cut(Face.SMALL, labels.get(row), free - 4));
            }
        }
        return rows * CELL_HEIGHT + 4;
    }

    /** Room for the longest name, as far as the cells leave it. */
    private double wideGutter() {
        double free = Width.WIDE.units() - 64 - NARROWEST_CELL * (labels.size() - 1);
        double longest = labels.stream().mapToDouble(Face.NAME::width).max().orElse(0) + 14;
        return Math.max(GUTTER, Math.min(longest, free));
    }

    private static void cell(Svg svg, double x, double y, double wide, Optional<VoiceDistance> pair) {
        if (pair.isEmpty()) {
            svg.circle("nothing", x + wide / 2, y + CELL_HEIGHT / 2, 2);
            return;
        }
        int level = level(pair.get());
        svg.rect("level-" + level, x + 1, y + 1, wide - 2, CELL_HEIGHT - 2);
        String tint = "on-level-" + level;
        svg.text(Face.CELL, tint, x + wide / 2, y + 16, Anchor.MIDDLE, distance(pair.get()));
        String of = pair.get().pair().conflicts() + "/" + pair.get().pair().quantities();
        svg.text(Face.CELL_SMALL, tint, x + wide / 2, y + 29, Anchor.MIDDLE, of);
    }

    /** A name, cut where it does not fit: with room for the widest …, which is an em in some faces. */
    private static String cut(Face face, String name, double room) {
        return face.width(name) <= room ? name : face.cut(name, room - 5);
    }
}
