package org.muster.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How text is set in pictures, and how wide it is at most: estimated, with the widest common faces in mind. */
enum Face {
    /** The name of a row. */
    NAME("name", 13, true),
    /** What a mark stands for. */
    VALUE("value", 13, false),
    /** A distance, or a common range. */
    FINDING("finding", 12, true),
    /** Ticks, sources, dates. */
    SMALL("small", 12, false),
    /** How to read the axis. */
    NOTE("note", 12, false),
    /** A number on a dark ground. */
    INVERSE("inverse", 13, true),
    /** The first line of a cell. */
    CELL("cell", 13, true),
    /** Its second line. */
    CELL_SMALL("cell-small", 11, false);

    private static final String NARROW = "fijlrtI.,:;'’|!()[]-/ ";
    private static final double FIGURE = .64;
    private static final double CAPITAL = .78;
    private static final double WIDE = 1;
    private static final double THIN = .37;
    private static final double OTHER = .62;
    private static final double FOREIGN = .78;
    private static final double IDEOGRAPH = 1.1;
    private static final double SEMIBOLD = 1.09;
    private static final int FIRST_IDEOGRAPH = 0x2E80;
    private static final int LAST_LATIN = 0x24F;
    private static final double[] ASCII = new double[128];

    static {
        Arrays.setAll(ASCII, Face::computed);
    }

    private final String style;
    private final double size;
    private final boolean semibold;

    Face(String style, double size, boolean semibold) {
        this.style = style;
        this.size = size;
        this.semibold = semibold;
    }

    /** The class of its text elements. */
    String style() {
        return style;
    }

    /** The height of its letters, in units. */
    double size() {
        return size;
    }

    /** How wide a text is at most, in units. */
    double width(String text) {
        double ems = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            ems += ems(text.codePointAt(i));
        }
        return ems * size * (semibold ? SEMIBOLD : 1);
    }

    private static double ems(int letter) {
        return letter < ASCII.length ? ASCII[letter] : computed(letter);
    }

    private static double computed(int letter) {
        if (letter >= '0' && letter <= '9') {
            return FIGURE;
        }
        if (NARROW.indexOf(letter) >= 0) {
            return THIN;
        }
        int type = Character.getType(letter);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        if (letter >= FIRST_IDEOGRAPH) {
            return IDEOGRAPH;
        }
        if ("mwMW".indexOf(letter) >= 0) {
            return WIDE;
        }
        return Character.isUpperCase(letter)
                ? CAPITAL
                : letter > LAST_LATIN && Character.isLetter(letter) ? FOREIGN : OTHER;
    }

    /** A name, cut with … where it is wider than there is room. */
    String cut(String name, double room) {
        if (width(name) <= room) {
            return name;
        }
        double left = room - width("…");
        int end = 0;
        while (end < name.length()) {
            int letter = name.codePointAt(end);
            left -= ems(letter) * size * (semibold ? SEMIBOLD : 1);
            if (left < 0) {
                break;
            }
            end += Character.charCount(letter);
        }
        return name.substring(0, end).stripTrailing() + "…";
    }

    /** A text in lines that are no wider than the room, broken at blanks; a longer word stands alone. */
    List<String> lines(String text, double room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && width(line + " " + word) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** A name in at most so many lines, the last cut with … where it does not fit. */
    List<String> lines(String name, double room, int most) {
        List<String> all = lines(name, room);
        List<String> kept = new ArrayList<>(all.subList(0, Math.min(most, all.size())));
        String rest = String.join(" ", all.subList(kept.size() - 1, all.size()));
        kept.set(kept.size() - 1, rest);
        kept.replaceAll(line -> cut(line, room));
        return kept;
    }
}
