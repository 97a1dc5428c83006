package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muster.importing.infobox.AnnotatedText.Kind;
import org.muster.importing.infobox.AnnotatedText.Mark;
import org.muster.importing.infobox.Headings.Heading;

/** The lines of a cell, each with the heading that it is or begins with. A flag begins a new line. */
final class CellLines {

    private static final int LONGEST_HEADING = 100;
    private static final int YEAR = 4;
    private static final Pattern YEARS =
            Pattern.compile("1\\d{3}|20\\d{2}|(?:1\\d{3}|20\\d{2})[-–—/](?:\\d{4}|\\d{2})");

    /** One line of a cell. */
    static final class Line {
        /** Where the text after the heading begins, and where it ends. */
        int start;

        /** Where its words begin, including a heading. */
        final int first;

        final int end;
        final List<Mark> marks = new ArrayList<>();
        /** The heading that it begins with or is, and the words of the heading as written. */
        @Nullable
        Heading heading;

        String words = "";
        /** Whether the line is only a heading. */
        boolean isHeading;

        /** Whether it stands in brackets, as a detail of the line above. */
        boolean isAside;

        /** The parties of the flags before it. */
        List<String> flags = new ArrayList<>();

        Line(int start, int end) {
            this.start = start;
            this.first = start;
            this.end = end;
        }

        boolean isBlank() {
            return start >= end;
        }

        /** Returns the works that are cited on it. */
        List<Citation> works() {
            List<Citation> works = new ArrayList<>();
            HeadingContext.gather(marks, works, new ArrayList<>());
            return works;
        }

        /** Returns the footnotes on it. */
        List<String> notes() {
            List<String> said = new ArrayList<>();
            HeadingContext.gather(marks, new ArrayList<>(), said);
            return said;
        }
    }

    private final AnnotatedText prose;
    private final Headings headings;
    private final Sides sides;
    private final String column;
    private final List<Line> lines = new ArrayList<>();
    /** References and notes above the first line, which belong to it. */
    private final List<Mark> carried = new ArrayList<>();

    private CellLines(AnnotatedText prose, Headings headings, Sides sides, String column) {
        this.prose = prose;
        this.headings = headings;
        this.sides = sides;
        this.column = column;
    }

    /** Returns the lines of a cell in a column, which may be blank. */
    static List<Line> of(AnnotatedText prose, Headings headings, Sides sides, String column) {
        CellLines cell = new CellLines(prose, headings, sides, column);
        cell.cut();
        return cell.lines;
    }

    private void cut() {
        String text = prose.toString();
        List<Mark> marks = prose.marks();
        int next = 0;
        int start = 0;
        while (start <= text.length()) {
            int stop = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
            int first = next;
            while (next < marks.size() && marks.get(next).at() <= stop) {
                next++;
            }
            segments(text, start, stop, marks.subList(first, next));
            start = stop + 1;
        }
        if (lines.isEmpty() && !carried.isEmpty()) {
            Line line = new Line(text.length(), text.length());
            line.marks.addAll(carried);
            lines.add(line);
        }
    }

    /**
     * Splits a line at its flags: text after a flag belongs to its party, after several flags to all of theirs. A flag at
     * the end of a line belongs to the text before it.
     */
    private void segments(String text, int start, int stop, List<Mark> marks) {
        List<Line> cut = new ArrayList<>();
        List<Mark> own = new ArrayList<>();
        List<String> flags = new ArrayList<>();
        int from = start;
        for (Mark mark : marks) {
            if (mark.kind() == Kind.PARTY && !mark.text().isEmpty()) {
                if (!isBlank(text, from, mark.at())) {
                    cut.add(line(text, from, mark.at(), own, flags));
                    own = new ArrayList<>();
                    flags = new ArrayList<>();
                    from = mark.at();
                }
                flags.add(mark.text());
            } else {
                own.add(mark);
            }
        }
        Line last = line(text, from, stop, own, flags);
        if (last.isBlank() && cut.size() == 1 && cut.get(0).flags.isEmpty()) {
            cut.get(0).flags = flags;
            cut.get(0).marks.addAll(own);
        } else {
            cut.add(last);
        }
        for (Line line : cut) {
            if (line.isBlank() && line.flags.isEmpty()) {
                // a reference on a line of its own
                (lines.isEmpty() ? carried : lines.get(lines.size() - 1).marks).addAll(line.marks);
            } else {
                find(text, line);
                line.marks.addAll(0, carried);
                carried.clear();
                lines.add(line);
            }
        }
    }

    /** Returns the number of the line in which a character stands, by where each line starts. */
    static int lineOf(int[] starts, int at) {
        int found = Arrays.binarySearch(starts, at);
        return found >= 0 ? found : -found - 2;
    }

    /** Returns whether only blanks and bullets, or a comma between two flags, stand in a part of the text. */
    private static boolean isBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isWhite(text.charAt(i)) && "•·*,/&+".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static Line line(String text, int from, int to, List<Mark> marks, List<String> flags) {
        int start = from;
        int end = to;
        while (start < end && (isBullet(text, start, end) || !flags.isEmpty() && text.charAt(start) == ':')) {
            start++;
        }
        while (end > start && isWhite(text.charAt(end - 1))) {
            end--;
        }
        Line line = new Line(start, end);
        line.marks.addAll(marks);
        line.flags = flags;
        return line;
    }

    private static boolean isWhite(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isBullet(String text, int at, int end) {
        char c = text.charAt(at);
        return isWhite(c)
                || "•·*".indexOf(c) >= 0
                || "-–—".indexOf(c) >= 0 && at + 1 < end && text.charAt(at + 1) == ' ';
    }

    private Heading flagged(Line line) {
        List<String> parties = new ArrayList<>();
        for (String flag : line.flags) {
            parties.add(sides.names().ofFlag(flag, column));
        }
        line.words = String.join(", ", line.flags);
        return new Heading(Headings.Kind.PARTY, sides.together(parties, column), false, true);
    }

    private void find(String text, Line line) {
        int colon = line.start;
        int last = Math.min(line.end, line.start + LONGEST_HEADING);
        while (colon < last && text.charAt(colon) != ':' && text.charAt(colon) != '：') {
            colon++;
        }
        if (line.isBlank()) {
            line.heading = flagged(line);
            line.isHeading = true;
        } else if (colon < last) {
            int begin = line.start;
            while (begin < colon && "([".indexOf(text.charAt(begin)) >= 0) {
                begin++; // (Peak: 7,672)
            }
            line.isAside = begin > line.start;
            int stop = colon;
            while (stop > begin && (line.isAside ? ")] " : "*†‡^").indexOf(text.charAt(stop - 1)) >= 0) {
                stop--; // (Chinese sources): and Expeditionary forces*:
            }
            String words = text.substring(begin, stop).strip();
            int after = colon + 1;
            while (after < line.end && isWhite(text.charAt(after))) {
                after++;
            }
            if (isWords(words) || YEARS.matcher(words).matches()) {
                take(line, headings.of(words, column), words, after);
            }
        } else if (line.end - line.start <= LONGEST_HEADING) {
            String words = text.substring(line.start, line.end);
            boolean isPeriod = words.length() > YEAR && YEARS.matcher(words).matches(); // 1911 alone may be a count
            if (isWords(words) || isPeriod) {
                Optional<Heading> claimant = headings.claimant(words, column).filter(Heading::known);
                if (isBold(line)) {
                    take(line, headings.of(words, column), words, line.end);
                } else if (claimant.isPresent()) {
                    take(line, claimant.get(), words, line.end);
                } else if (sides.names().party(words, column).isPresent()) {
                    take(line, headings.of(words, column), words, line.end);
                }
            }
        }
        if (line.heading == null && line.flags.isEmpty()) {
            findTotal(text, line);
        }
        if (line.heading == null && line.flags.isEmpty()) {
            findInline(text, line);
        }
        if (line.heading == null && !line.flags.isEmpty()) {
            line.heading = flagged(line);
        }
    }

    /** Finds a word for a total before a dash: Total – 12,000 killed. */
    private void findTotal(String text, Line line) {
        int end = line.start;
        while (end < line.end && end < line.start + LONGEST_HEADING && "-–—".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String words = text.substring(line.start, Math.min(end, line.end)).strip();
        boolean dash = end + 1 < line.end && isWhite(text.charAt(end + 1)) && "-–—".indexOf(text.charAt(end)) >= 0;
        if (!dash || words.isEmpty() || !isWords(words)) {
            return;
        }
        Heading heading = headings.of(words, column);
        if (heading.kind() == Headings.Kind.TOTAL) {
            take(line, heading, words, end);
        }
    }

    /** Finds a party that stands before a number without a colon: Stanley losses 300, Sweden – 200 dead. */
    private void findInline(String text, Line line) {
        int end = line.start;
        while (end < line.end && end < line.start + LONGEST_HEADING && !Character.isDigit(text.charAt(end))) {
            end++;
        }
        int words = end;
        while (words > line.start && !Character.isLetter(text.charAt(words - 1))) {
            words--;
        }
        String before = text.substring(line.start, words);
        if (end == line.end || before.isEmpty() || !Character.isUpperCase(before.charAt(0)) || !isWords(before)) {
            return;
        }
        Heading heading = headings.of(before, column);
        boolean named = heading.kind() == Headings.Kind.PARTY
                && sides.names().member(heading.name(), column).isPresent();
        if (named) {
            take(line, heading, before, words);
            while (line.start < line.end && !heading.measure() && isSign(text.charAt(line.start))) {
                line.start++;
            }
        }
    }

    private static boolean isSign(char c) {
        return isWhite(c) || "-–—=".indexOf(c) >= 0;
    }

    /** Takes a heading off a line. Words for what is counted stay, since the reader of figures needs them in place. */
    private void take(Line line, Heading heading, String words, int after) {
        line.words = words;
        line.isHeading = after >= line.end;
        boolean named = heading.kind() == Headings.Kind.NAME && line.isHeading; // the name shown beats the flag
        if (!line.flags.isEmpty() && !named && heading.kind() != Headings.Kind.CLAIMANT) {
            boolean party = heading.kind() == Headings.Kind.PARTY;
            String flagged = flagged(line).name();
            line.words = words;
            line.heading = new Heading(Headings.Kind.PARTY, party ? heading.name() : flagged, heading.measure(), true);
            if (party || line.isHeading && !heading.measure()) {
                line.start = after;
            }
            return;
        }
        line.heading = heading;
        if (!heading.measure()) {
            line.start = after;
        }
    }

    private boolean isWords(String words) {
        boolean letters = false;
        for (int i = 0; i < words.length() && !letters; i++) {
            letters = Character.isLetter(words.charAt(i));
        }
        return letters
                && (headings.isTitle(words)
                        || headings.isUnit(words)
                        || headings.reader().readAll(words).figures().isEmpty());
    }

    private static boolean isBold(Line line) {
        boolean before = false;
        boolean after = false;
        for (Mark mark : line.marks) {
            if (mark.kind() == Kind.BOLD) {
                before |= mark.at() <= line.start;
                after |= mark.at() >= line.end;
            }
        }
        return before && after;
    }
}
