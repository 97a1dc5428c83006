package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muster.dossier.Source;
import org.muster.figure.State;
import org.muster.importing.infobox.AnnotatedText.Kind;
import org.muster.importing.infobox.CellLines.Line;
import org.muster.importing.infobox.Headings.Heading;
import org.muster.importing.infobox.Sides.Side;
import org.muster.reading.FigureReader;

/**
 * An infobox as copied from a page: {@code Belligerents}, {@code Strength} and {@code Casualties and losses} are on
 * lines of their own. The two columns are separated by a tab, by a blank line, or only by the names in them.
 */
final class CopiedInfobox {

    /** A longer line is the article's first paragraph. */
    private static final int LONGEST_LINE = 250;

    private final String text;
    private final ProblemLog log;
    private final References references;
    private final Map<String, String> listed = new HashMap<>();
    private final Map<String, String> noted = new HashMap<>();
    private final WikitextRenderer renderer;

    /** A part of the text. */
    private record Part(int from, int to) {}

    private CopiedInfobox(String text, ProblemLog log) {
        this.text = text;
        this.log = log;
        Markup none = new Markup("");
        this.references = new References("", none, log);
        this.renderer = new WikitextRenderer("", none, references, new Parties(), log);
    }

    static InfoboxFields fields(String text, ProblemLog log) {
        return new CopiedInfobox(text, log).read();
    }

    private InfoboxFields read() {
        Sides sides = new Sides(new Parties());
        InfoboxFields fields = new InfoboxFields(sides, references, InfoboxKind.conflict());
        List<Part> lines = lines();
        list(lines);
        Part belligerents = section(lines, "belligerents");
        Part strength = section(lines, "strength");
        Part losses = section(lines, "casualties and losses", "casualties", "losses");
        if (strength.from() == strength.to() && losses.from() == losses.to()) {
            log.error("no infobox was found: expected {{Infobox military conflict}}, or the lines \"Strength\" and"
                    + " \"Casualties and losses\" of one copied from a page");
            return fields;
        }
        String before = "";
        for (Part line : lines) {
            if (words(line).startsWith("Part of ") && line.to() <= belligerents.from()) {
                fields.title = before; // the name of the conflict is above the line that says what it is part of
            }
            before = isBlank(line) ? before : words(line);
            if (words(line).startsWith("Location") && line.to() <= belligerents.from()) {
                fields.place = words(line).substring("Location".length()).strip();
            }
        }
        List<List<Part>> columns = columns(belligerents, 0, sides);
        for (int i = 0; i < columns.size(); i++) {
            sides.add(Integer.toString(i + 1), prose(columns.get(i)));
        }
        put(fields, "strength", strength, columns.size());
        put(fields, "casualties", losses, columns.size());
        return fields;
    }

    private void put(InfoboxFields fields, String name, Part section, int sides) {
        List<List<Part>> columns = columns(section, sides, fields.sides);
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.size() == 1 && sides > 1 ? "" : Integer.toString(i + 1);
            fields.cells.put(
                    new Field(name + column, column, name.equals("casualties") ? State.CASUALTIES : State.STRENGTH, ""),
                    prose(columns.get(i)));
        }
    }

    private List<Part> lines() {
        List<Part> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
            lines.add(new Part(start, end));
            start = end + 1;
        }
        return lines;
    }

    private String words(Part part) {
        return text.substring(part.from(), part.to()).strip();
    }

    private boolean isBlank(Part part) {
        return words(part).isEmpty();
    }

    /**
     * Reads the numbered lists at the end of the article: the last one holds the references, the one before it the
     * notes.
     */
    private void list(List<Part> lines) {
        for (Part line : lines) {
            String words = words(line);
            int mark = words.indexOf(". ^");
            if (mark > 0 && mark < 5 && words.substring(0, mark).chars().allMatch(c -> c >= '0' && c <= '9')) {
                String said = words.substring(mark + 3).strip();
                said = withoutCalls(said);
                String number = words.substring(0, mark);
                if (number.equals("1") && !listed.isEmpty()) {
                    noted.clear();
                    noted.putAll(listed);
                    listed.clear();
                }
                listed.putIfAbsent(number, said);
            }
        }
    }

    /** Returns a reference without the letters that link back to its uses: a b c … z aa. */
    private static String withoutCalls(String said) {
        String rest = said;
        if (!rest.startsWith("a b ")) {
            return rest;
        }
        int blank = rest.indexOf(' ');
        while (blank > 0 && blank <= 2 && rest.substring(0, blank).chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            rest = rest.substring(blank).strip();
            blank = rest.indexOf(' ');
        }
        return rest;
    }

    /** Returns the text of the note with a letter; the first note in the list is a. */
    private String note(String letter) {
        String said = letter.length() == 1 ? noted.get(Integer.toString(letter.charAt(0) - 'a' + 1)) : null;
        return said == null ? "footnote " + letter : said;
    }

    /**
     * Returns the section below a heading of the infobox, down to the next heading or the article; empty if the heading
     * is absent.
     */
    private Part section(List<Part> lines, String... headings) {
        int from = -1;
        int to = -1;
        for (Part line : lines) {
            String words = words(line).toLowerCase(Locale.ROOT);
            if (from < 0) {
                for (String heading : headings) {
                    from = words.equals(heading) ? Math.min(text.length(), line.to() + 1) : from;
                }
                to = from;
            } else if (ENDS.contains(words) || words.length() > LONGEST_LINE) {
                break;
            } else {
                to = line.to();
            }
        }
        return new Part(Math.max(from, 0), Math.max(to, 0));
    }

    private static final List<String> ENDS = List.of(
            "belligerents",
            "commanders and leaders",
            "commanders",
            "political support",
            "units involved",
            "strength",
            "casualties and losses",
            "contents",
            "background",
            "summary",
            "vte",
            "show");

    /** Returns the columns of a section. */
    private List<List<Part>> columns(Part section, int sides, Sides known) {
        if (words(section).isEmpty()) {
            return List.of();
        }
        int tab = text.indexOf('\t', section.from());
        if (tab >= 0 && tab < section.to()) {
            return tabbed(section);
        }
        List<Part> blocks = blocks(section);
        if (sides == 0 && blocks.size() > 1
                || blocks.size() == sides && sides > 1 && !names(blocks.get(0), known, "2")) {
            return each(blocks);
        }
        if (sides > 1) {
            int split = split(section, known);
            if (split > section.from()) {
                return each(List.of(new Part(section.from(), split), new Part(split, section.to())));
            }
        }
        List<Part> lines = new ArrayList<>();
        for (Part line : lines()) {
            if (line.from() >= section.from() && line.to() <= section.to() && !isBlank(line)) {
                lines.add(line);
            }
        }
        if (lines.size() == 2 && (sides == 0 || sides == 2)) {
            log.warning(
                    section.from(),
                    "the columns are not marked; each of the two lines is taken as a column",
                    words(section));
            return each(lines);
        }
        if (sides == 0) {
            log.error(
                    section.from(),
                    "the sides cannot be told apart: expected a tab or a blank line between them",
                    words(section));
            return List.of();
        }
        return List.of(List.of(section));
    }

    private static List<List<Part>> each(List<Part> parts) {
        List<List<Part>> columns = new ArrayList<>();
        for (Part part : parts) {
            columns.add(List.of(part));
        }
        return columns;
    }

    /** Splits at tabs. With one tab, the cells may have several lines; with several, each line is a row. */
    private List<List<Part>> tabbed(Part section) {
        int first = text.indexOf('\t', section.from());
        int second = text.indexOf('\t', first + 1);
        if (second < 0 || second >= section.to()) {
            return List.of(List.of(new Part(section.from(), first)), List.of(new Part(first + 1, section.to())));
        }
        List<List<Part>> columns = new ArrayList<>();
        int column = 0;
        int start = section.from();
        for (int i = section.from(); i <= section.to(); i++) {
            boolean end = i == section.to() || text.charAt(i) == '\n';
            if (end || text.charAt(i) == '\t') {
                while (columns.size() <= column) {
                    columns.add(new ArrayList<>());
                }
                columns.get(column).add(new Part(start, i));
                column = end ? 0 : column + 1;
                start = i + 1;
            }
        }
        return columns;
    }

    private List<Part> blocks(Part section) {
        List<Part> blocks = new ArrayList<>();
        int from = -1;
        int to = -1;
        for (Part line : lines()) {
            if (line.from() < section.from() || line.to() > section.to()) {
                continue;
            }
            if (!isBlank(line)) {
                from = from < 0 ? line.from() : from;
                to = line.to();
            } else if (from >= 0) {
                blocks.add(new Part(from, to));
                from = -1;
            }
        }
        if (from >= 0) {
            blocks.add(new Part(from, to));
        }
        return blocks;
    }

    private boolean names(Part block, Sides sides, String column) {
        for (Line line : CellLines.of(prose(block), headings(sides), sides, "")) {
            if (line.heading != null && isOf(line.heading, Headings.Kind.PARTY, sides, column)) {
                return true;
            }
        }
        return false;
    }

    private static Headings headings(Sides sides) {
        return new Headings(sides, "", List.of(), Map.of(), FigureReader.english());
    }

    private static boolean isOf(Heading heading, Headings.Kind kind, Sides sides, String column) {
        Optional<Side> side = sides.of(column);
        return heading.kind() == kind
                && side.isPresent()
                && (side.get().members().contains(heading.name())
                        || side.get().name().equals(heading.name()));
    }

    /**
     * Returns where the second column begins if only names separate the two: at the first heading of its belligerents,
     * or at a claim of one of them between the last heading of the first side and that heading.
     */
    private int split(Part section, Sides sides) {
        AnnotatedText prose = prose(section);
        boolean first = false;
        Line claim = null;
        for (Line line : CellLines.of(prose, headings(sides), sides, "")) {
            Heading heading = line.heading;
            if (heading == null) {
                continue;
            }
            if (isOf(heading, Headings.Kind.PARTY, sides, "1")) {
                first = true;
                claim = null;
            } else if (first && claim == null && isOf(heading, Headings.Kind.CLAIMANT, sides, "2")) {
                claim = line;
            } else if (first && isOf(heading, Headings.Kind.PARTY, sides, "2")) {
                if (claim == null) {
                    return start(prose, line);
                }
                break;
            }
        }
        if (claim == null) {
            return -1;
        }
        int at = start(prose, claim);
        log.warning(at, "the columns are not marked; the second is assumed to begin here", claim.words);
        return at;
    }

    /** Returns the position in the file of a heading's line. */
    private int start(AnnotatedText prose, Line line) {
        int at = prose.offset(Math.max(0, Math.min(line.start, line.end) - 1));
        return text.lastIndexOf('\n', at) + 1;
    }

    private AnnotatedText prose(Part part) {
        return prose(List.of(part));
    }

    /** Returns the prose of a column, with footnote marks turned into references. */
    private AnnotatedText prose(List<Part> column) {
        AnnotatedText prose = new AnnotatedText();
        for (Part part : column) {
            if (prose.length() > 0) {
                prose.append('\n', part.from());
            }
            add(part, prose);
        }
        return prose;
    }

    private void add(Part part, AnnotatedText prose) {
        for (int i = part.from(); i < part.to(); i++) {
            char c = text.charAt(i);
            int end = c == '[' ? footnote(i) : 0;
            if (end > 0) {
                String mark = text.substring(i + 1, end - 1);
                String cited = listed.get(mark);
                if (!Character.isDigit(mark.charAt(0))) {
                    prose.mark(Kind.NOTE, note(mark));
                } else if (cited == null) {
                    String id = "ref. " + mark;
                    prose.cite(List.of(new Citation(
                            references.register(new Source(
                                    id, "", "reference " + mark + " of the article", "", "", "", "", "", "")),
                            "")));
                } else {
                    prose.cite(List.of(references.bare(renderer, cited, "")));
                }
                i = end - 1;
            } else if (c != '\r') {
                prose.append(c, i);
            }
        }
    }

    /** Returns the index after the mark of a footnote: one to three digits or letters in square brackets; else 0. */
    private int footnote(int open) {
        int end = open + 1;
        while (end < text.length() && end <= open + 3 && isMark(text.charAt(end))) {
            end++;
        }
        return end > open + 1 && end < text.length() && text.charAt(end) == ']' ? end + 1 : 0;
    }

    private static boolean isMark(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z';
    }
}
