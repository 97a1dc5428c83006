package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.importing.infobox.AnnotatedText.Kind;
import org.muster.importing.infobox.AnnotatedText.Mark;
import org.muster.text.CellText;

/** Who fought on which side, according to the belligerents of an infobox. */
final class Sides {

    /** A longer line is a sentence, not a name. */
    private static final int LONGEST_NAME = 100;

    /**
     * The party of a column.
     *
     * @param name the name of the side, or of its one member
     * @param members its members, in order; without those that only support it
     */
    record Side(String name, List<String> members) {
        Side {
            members = List.copyOf(members);
        }
    }

    /** A whole and its parts, within a column: a group of tribes, a country and its army. */
    record Group(String name, List<String> parts, boolean isComplete) {}

    private final PartyNames names;
    private final Map<String, Side> sides = new LinkedHashMap<>();
    private final List<Group> groups = new ArrayList<>();
    /** Parties that stand before one figure together. */
    private final Map<String, Set<String>> joint = new LinkedHashMap<>();

    Sides(Parties parties) {
        this.names = new PartyNames(parties);
    }

    PartyNames names() {
        return names;
    }

    /** The belligerents of one column while they are read. */
    private static final class Belligerents {
        final List<String> members = new ArrayList<>();
        String heading = "";
        boolean support;
        /** The heading between members, and those below it. */
        String group = "";

        final List<String> grouped = new ArrayList<>();
        /** The last member that stands for itself, and its forces in a list below it. */
        String country = "";
        /** How deep in lists it stands. */
        int countryDepth;

        final List<String> forces = new ArrayList<>();
    }

    /** Adds the belligerents of a column: {@code 1}, {@code 2a}. */
    void add(String column, AnnotatedText belligerents) {
        Belligerents read = new Belligerents();
        List<NameLine> lines = NameLine.of(belligerents);
        for (int i = 0; i < lines.size(); i++) {
            boolean isLast = i == lines.size() - 1;
            take(
                    column,
                    read,
                    lines.get(i),
                    isLast,
                    !isLast && lines.get(i + 1).depth() > lines.get(i).depth());
        }
        endGroup(read);
        endForces(read);
        if (read.members.isEmpty() && !read.heading.isEmpty()) {
            read.members.add(read.heading);
            read.heading = "";
        }
        if (read.members.isEmpty()) {
            return;
        }
        String side = read.heading.isEmpty() ? joined(read.members) : read.heading;
        if (read.members.size() == 1) {
            side = read.members.get(0);
        }
        if (!read.heading.isEmpty()) {
            names.know(read.heading, read.members.size() == 1 ? side : read.heading, column);
        }
        names.know(side, side, "");
        sides.put(column, new Side(side, read.members));
    }

    private void take(String column, Belligerents read, NameLine line, boolean isLast, boolean isAboveList) {
        String said = name(line.text());
        boolean colon = said.endsWith(":");
        String bare = colon ? said.substring(0, said.length() - 1).strip() : said;
        int and = bare.indexOf(' ');
        boolean joins = and > 0 && HeadingWords.AND.contains(bare.substring(0, and));
        String name = joins ? bare.substring(and + 1).strip() : bare; // and allied groups
        if (name.length() > LONGEST_NAME) {
            return;
        }
        if (HeadingWords.isSupport(name)) {
            endGroup(read);
            read.support = true;
            return;
        }
        boolean above = read.members.isEmpty() && read.heading.isEmpty();
        if ((colon || line.isBold() && line.flag().isEmpty()) && above && !isLast) {
            read.heading = name;
            return;
        }
        if (name.isEmpty() && line.flag().isEmpty()) {
            return;
        }
        String called = name.isEmpty() ? line.flag() : name;
        names.know(called, called, column);
        if (!line.flag().isEmpty()) {
            names.flag(line.flag(), called, column);
        }
        if (colon) {
            endGroup(read);
            read.group = called;
        } else if (!read.group.isEmpty()) {
            read.grouped.add(called);
        } else if (line.depth() > read.countryDepth
                && !read.country.isEmpty()
                && (read.heading.isEmpty() || read.countryDepth > 0 || isForce(called))) {
            read.forces.add(called);
        } else if (!read.support && !read.members.contains(called)) {
            endForces(read);
            if (line.depth() == 0 || isAboveList) {
                read.country = called;
                read.countryDepth = line.depth();
            }
            read.members.add(called);
        }
    }

    private static boolean isForce(String name) {
        return HeadingWords.hasOne(HeadingWords.PART, name) || HeadingWords.hasOne(HeadingWords.FORCE, name);
    }

    private void endGroup(Belligerents read) {
        if (!read.group.isEmpty()) {
            if (!read.grouped.isEmpty()) {
                groups.add(new Group(read.group, List.copyOf(new LinkedHashSet<>(read.grouped)), true));
            }
            if (!read.support && !read.members.contains(read.group)) {
                read.members.add(read.group);
            }
        }
        read.group = "";
        read.grouped.clear();
    }

    private void endForces(Belligerents read) {
        if (!read.forces.isEmpty()) {
            groups.add(new Group(read.country, List.copyOf(new LinkedHashSet<>(read.forces)), false));
        }
        read.forces.clear();
    }

    /** Returns a belligerent's name without bullets, and without brackets that give dates. */
    private static String name(String line) {
        String name = CellText.name(AnnotatedText.line(line));
        while (!name.isEmpty() && "•·*–-—†‡,;& \u00A0".indexOf(name.charAt(0)) >= 0) {
            name = name.substring(1).strip();
        }
        int bracket = name.indexOf('(');
        if (bracket == 0 && name.indexOf(')') == name.length() - 1) {
            return ""; // dates on a line of their own
        }
        if (bracket > 0) {
            boolean colon = name.endsWith(":");
            name = name.substring(0, bracket).strip() + (colon ? ":" : "");
        }
        int footnote = name.indexOf('[');
        name = footnote > 0 ? name.substring(0, footnote).strip() : name;
        while (!name.isEmpty() && ",;&†‡".indexOf(name.charAt(name.length() - 1)) >= 0) {
            name = name.substring(0, name.length() - 1).strip();
        }
        return name;
    }

    private static String joined(List<String> members) {
        StringBuilder joined = new StringBuilder(members.get(0));
        for (int i = 1; i < members.size(); i++) {
            joined.append(i == members.size() - 1 ? " and " : ", ").append(members.get(i));
        }
        return joined.toString();
    }

    /**
     * Returns the party of a figure that several parties share: the side if these are its members, else their names
     * joined.
     */
    String together(List<String> parties, String column) {
        Set<String> each = new LinkedHashSet<>(parties);
        if (each.size() == 1) {
            return parties.get(0);
        }
        Optional<Side> side = of(column);
        if (side.isPresent() && each.equals(new LinkedHashSet<>(side.get().members()))) {
            return side.get().name();
        }
        String name = joined(List.copyOf(each));
        joint.put(name, each);
        return name;
    }

    /** Returns the side of a column; if the column with its letter has none of its own, that of the number alone. */
    Optional<Side> of(String column) {
        Side own = sides.get(column);
        return Optional.ofNullable(own != null || column.isEmpty() ? own : sides.get(column.substring(0, 1)));
    }

    Map<String, Side> all() {
        return sides;
    }

    List<Group> groups() {
        return groups;
    }

    Map<String, Set<String>> joint() {
        return joint;
    }

    /** A line of belligerents, or the part of one from a flag to the next, and how deep in lists it stands. */
    private record NameLine(String text, String flag, boolean isBold, int depth) {

        static List<NameLine> of(AnnotatedText prose) {
            List<NameLine> lines = new ArrayList<>();
            String all = prose.toString();
            List<Mark> marks = prose.marks();
            int next = 0;
            int start = 0;
            while (start <= all.length()) {
                int end = end(all, start);
                int from = start;
                String flag = "";
                boolean bold = false;
                int depth = 0;
                while (next < marks.size() && marks.get(next).at() <= end) {
                    Mark mark = marks.get(next++);
                    if (mark.kind() == Kind.PARTY && !mark.text().isEmpty()) {
                        String before = all.substring(from, mark.at());
                        if (before.chars().anyMatch(Character::isLetter) && before.indexOf('(') < 0) {
                            lines.add(new NameLine(before, flag, bold, depth));
                            from = mark.at();
                            flag = "";
                        }
                        flag = flag.isEmpty() ? mark.text() : flag;
                    }
                    bold |= mark.kind() == Kind.BOLD;
                    depth += mark.kind() == Kind.ITEM ? 1 : 0;
                }
                lines.add(new NameLine(all.substring(from, end), flag, bold, depth));
                start = end + 1;
            }
            return lines;
        }

        /** Returns the end of a line; one with an open bracket goes on. */
        private static int end(String all, int start) {
            int end = start;
            int open = 0;
            for (int i = start; i <= all.length(); i++) {
                char c = i < all.length() ? all.charAt(i) : '\n';
                open += c == '(' ? 1 : c == ')' ? -1 : 0;
                end = i;
                boolean goesOn = open > 0 && all.indexOf(')', i) > 0 && i - start < LONGEST_NAME;
                if (c == '\n' && !goesOn) {
                    break;
                }
            }
            return Math.min(end, all.length());
        }
    }
}
