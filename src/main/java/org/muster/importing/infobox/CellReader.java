package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.dossier.Claim;
import org.muster.figure.Figure;
import org.muster.figure.Item;
import org.muster.figure.Measure;
import org.muster.figure.Qualifier;
import org.muster.figure.State;
import org.muster.importing.infobox.AnnotatedText.Kind;
import org.muster.importing.infobox.AnnotatedText.Mark;
import org.muster.importing.infobox.CellLines.Line;
import org.muster.importing.infobox.ClaimCandidates.ClaimCandidate;
import org.muster.importing.infobox.Headings.Heading;
import org.muster.reading.FigureReader;
import org.muster.reading.FigureRelation;
import org.muster.reading.IgnoredPart;
import org.muster.reading.ReadFigure;
import org.muster.reading.ReadText;
import org.muster.reading.Reason;
import org.muster.reading.Remark;
import org.muster.text.Excerpt;

/** Reads the claims of one cell: the strength or the losses of one side. */
final class CellReader {

    /** A longer line is running text: its figures keep only their own words. */
    private static final int LONGEST_LINE = 300;

    private static final int LONGEST_BRACKET = 60;

    private final Sides sides;
    private final Headings headings;
    private final String article;
    private final ProblemLog log;
    private final List<Claim> claims = new ArrayList<>();
    /** Notes already warned about: many claims may share one. */
    private final Set<String> warned = new HashSet<>();

    // Of the cell that is being read:
    private AnnotatedText prose = new AnnotatedText();
    private Field field = new Field("", "", false);
    private ClaimCandidates candidates = new ClaimCandidates();
    private HeadingContext above;
    /** The figure of which the following ones may be a part. */
    private String whole = "";

    private final List<Line> block = new ArrayList<>();

    /** A field of an infobox: its name, its column, and whether it is about losses. */
    record Field(String name, String column, boolean losses) {}

    CellReader(Sides sides, Headings headings, String article, ProblemLog log) {
        this.sides = sides;
        this.headings = headings;
        this.article = article;
        this.log = log;
        this.above = new HeadingContext(prose, "", Optional.empty(), List.of(), headings, log);
    }

    List<Claim> claims() {
        return claims;
    }

    void read(Field read, AnnotatedText cell) {
        prose = cell;
        field = read;
        candidates = new ClaimCandidates();
        List<Line> lines = CellLines.of(cell, headings, sides);
        above = new HeadingContext(cell, read.name(), sides.of(read.column()), lines, headings, log);
        for (Line line : lines) {
            if (line.heading != null && line.heading.kind() != Headings.Kind.MEASURE) {
                flush();
                above.heading(line, line.heading);
            }
            if (!line.isBlank()) {
                block.add(line);
                above.line(line);
            } else if (line.heading == null) {
                leftOut(line, "");
            }
        }
        flush();
        above.reportUnused();
        candidates.claims(field.name(), article, log, claims);
    }

    /** Reports a line that yields no claim. */
    private void leftOut(Line line, String text) {
        log.error(
                prose.offset(line.first),
                field.name() + ": "
                        + (text.isEmpty()
                                ? "a note without a figure"
                                : Excerpt.quotedLine(text) + " is not a number, or could be read as two"),
                above.withNotes(text, line));
    }

    /** Reads the lines since the last heading together, since a label applies to the lines below it. */
    private void flush() {
        if (block.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        int[] starts = new int[block.size() + 1];
        for (int i = 0; i < block.size(); i++) {
            Line line = block.get(i);
            text.append(prose.text(line.start, line.end));
            if (line.isHeading
                    && line.heading != null
                    && line.heading.measure()
                    && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append('\n');
            starts[i + 1] = text.length();
        }
        ReadText read = FigureReader.english().readAll(text.toString());
        int figure = 0;
        int ignored = 0;
        int covered = 0; // lines that belong to a figure of a line above
        for (int i = 0; i < block.size(); i++) {
            List<ReadFigure> figures = new ArrayList<>();
            int reach = starts[i + 1];
            while (figure < read.figures().size() && read.figures().get(figure).start() < reach) {
                ReadFigure next = read.figures().get(figure++);
                figures.add(next);
                while (next.end() > reach && covered < block.size() - 1) {
                    covered = Math.max(covered, i) + 1;
                    reach = starts[Math.min(covered, block.size() - 1) + 1];
                }
            }
            List<IgnoredPart> parts = new ArrayList<>();
            while (ignored < read.ignored().size()
                    && read.ignored().get(ignored).start() < starts[i + 1]) {
                IgnoredPart part = read.ignored().get(ignored);
                int from = Math.max(part.start(), starts[i]);
                int to = Math.min(part.end(), starts[i + 1]);
                if (hasLetters(read.text(), from, to)) {
                    parts.add(new IgnoredPart(from, to, part.reason()));
                }
                if (part.end() > starts[i + 1]) {
                    break; // it continues on the next line
                }
                ignored++;
            }
            if (!figures.isEmpty()) {
                int last = Math.max(i, Math.min(covered, block.size() - 1));
                figures(i, last, starts, figures, read);
            } else if (i > covered || covered == 0) {
                noFigure(block.get(i), read.text().substring(starts[i], starts[i + 1]), parts);
            }
            if (!figures.isEmpty()) {
                unreadable(block.get(i), starts[i], parts, read.text());
            }
        }
        for (Remark remark : read.remarks()) {
            int line = lineOf(starts, remark.start());
            log.warning(
                    offset(block.get(line), remark.start() - starts[line]),
                    field.name() + ": " + remark.kind(),
                    read.text().substring(remark.start(), remark.end()));
        }
        block.clear();
        above.label = "";
        whole = "";
    }

    private static boolean hasLetters(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static int lineOf(int[] starts, int at) {
        int found = Arrays.binarySearch(starts, at);
        return found >= 0 ? found : -found - 2;
    }

    private int offset(Line line, int within) {
        return prose.offset(Math.min(line.start + within, Math.max(line.start, line.end - 1)));
    }

    private void unreadable(Line line, int start, List<IgnoredPart> parts, String text) {
        for (IgnoredPart part : parts) {
            if (part.reason() == Reason.UNREADABLE) {
                String digits = text.substring(part.start(), part.end());
                log.error(
                        offset(line, Math.max(0, part.start() - start)),
                        field.name() + ": " + Excerpt.quotedLine(digits) + " is not a number, or could be read as two",
                        digits);
            }
        }
    }

    /**
     * Handles a line without a figure: a label for the lines below it, a claim in words, or text that could not be
     * read.
     */
    private void noFigure(Line line, String text, List<IgnoredPart> parts) {
        boolean words = false;
        boolean labels = false;
        boolean unreadable = false;
        for (IgnoredPart part : parts) {
            words |= part.reason() != Reason.LABEL
                    && part.reason() != Reason.RELATION
                    && part.reason() != Reason.PUNCTUATION
                    && part.reason() != Reason.FOOTNOTE;
            labels |= part.reason() == Reason.LABEL || part.reason() == Reason.RELATION;
            unreadable |= part.reason() == Reason.UNREADABLE;
        }
        if (labels && (line.isHeading || !words)) {
            above.label(line, text.strip());
        } else if (unreadable) {
            leftOut(line, clean(text));
        } else if (words) {
            String said = clean(text);
            List<ReadFigure> read = FigureReader.english().read(said);
            boolean one = read.size() == 1 && !read.get(0).figure().hasNumber();
            add(
                    line,
                    Figure.withoutNumber(said, Qualifier.WORDS),
                    one ? read.get(0).item() : "",
                    one ? read.get(0).state() : "",
                    FigureRelation.NONE,
                    "",
                    citations(line),
                    notes(line),
                    "");
        } else if (!notes(line).isEmpty()) {
            leftOut(line, "");
        }
    }

    private List<Citation> citations(Line line) {
        List<Citation> works = new ArrayList<>();
        HeadingContext.gather(line.marks, works, new ArrayList<>());
        return works;
    }

    private List<String> notes(Line line) {
        List<String> said = new ArrayList<>();
        HeadingContext.gather(line.marks, new ArrayList<>(), said);
        return said;
    }

    private static String clean(String text) {
        return text.replace('\n', ' ').strip();
    }

    private void figures(int first, int last, int[] starts, List<ReadFigure> figures, ReadText read) {
        Line line = block.get(first);
        String all = clean(read.text().substring(starts[first], starts[last + 1]));
        if (figures.size() == 1 && FigureReader.english().readAll(all).figures().isEmpty()) {
            leftOut(line, all);
            return; // such as −999, which is no figure by itself
        }
        boolean isStory = all.length() > LONGEST_LINE && figures.size() > 1;
        int end = figures.get(figures.size() - 1).end();
        List<Mark> marks = new ArrayList<>(line.marks);
        for (int i = first + 1; i <= last; i++) {
            marks.addAll(block.get(i).marks);
        }
        List<List<Citation>> works = new ArrayList<>();
        List<List<String>> said = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            works.add(new ArrayList<>());
            said.add(new ArrayList<>());
        }
        List<Citation> trailing = new ArrayList<>();
        List<String> trailingNotes = new ArrayList<>();
        int f = -1;
        for (Mark mark : marks) {
            int at = starts[first] + mark.at() - line.start;
            while (f + 1 < figures.size() && figures.get(f + 1).start() < at) {
                f++;
            }
            boolean trails = f < 0 || at >= end;
            (trails ? trailing : works.get(f)).addAll(mark.citations());
            if (mark.kind() == Kind.NOTE) {
                (trails && !isStory ? trailingNotes : said.get(Math.max(f, 0))).add(mark.text());
            }
        }
        works.get(figures.size() - 1).addAll(trailing);
        for (int i = 0; i < figures.size(); i++) {
            ReadFigure figure = figures.get(i);
            String spanned = clean(figure.figure().text());
            String text = isStory || !isSafe(all, figure.figure()) ? spanned : all;
            List<String> remarks = new ArrayList<>(said.get(i));
            remarks.addAll(trailingNotes);
            String bracket = claimantIn(
                    read.text(),
                    figure.end(),
                    i + 1 < figures.size() ? figures.get(i + 1).start() : starts[last + 1]);
            add(
                            line,
                            new Figure(
                                    text,
                                    figure.figure().range(),
                                    figure.figure().qualifier(),
                                    figure.figure().best(),
                                    figure.figure().unit()),
                            figure.item(),
                            figure.state(),
                            figure.relation(),
                            whole,
                            works.get(i).isEmpty() ? trailing : works.get(i),
                            remarks,
                            bracket)
                    .words = spanned;
            boolean stands = figure.relation() == FigureRelation.NONE || figure.relation() == FigureRelation.TOTAL;
            whole = stands || whole.isEmpty() ? spanned : whole;
        }
        if (isStory) {
            log.warning(
                    offset(line, 0),
                    field.name() + ": a line of " + all.length() + " characters gives " + figures.size()
                            + " figures; each keeps only its own words",
                    all);
        }
    }

    /** Returns whether reading a text again gives the figure as it was read here. */
    private static boolean isSafe(String text, Figure figure) {
        if (!figure.hasNumber()) {
            return true;
        }
        boolean safe = false;
        for (ReadFigure read : FigureReader.english().read(text)) {
            if (read.figure().range().equals(figure.range())) {
                safe = read.figure().unit() == figure.unit();
            }
        }
        return safe;
    }

    /** Returns the claimant that a bracket after a figure names: 20,000 killed (Soviet claim). */
    private String claimantIn(String text, int from, int to) {
        int open = from;
        while (open < to && text.charAt(open) != '(') {
            open++;
        }
        int close = open;
        while (close < to && close - open <= LONGEST_BRACKET && text.charAt(close) != ')') {
            close++;
        }
        if (close >= to || text.charAt(close) != ')') {
            return "";
        }
        Optional<Heading> found = headings.claimant(text.substring(open + 1, close));
        return found.isPresent() && found.get().known() ? found.get().name() : "";
    }

    private ClaimCandidate add(
            Line line,
            Figure figure,
            String item,
            String state,
            FigureRelation relation,
            String before,
            List<Citation> works,
            List<String> said,
            String bracket) {
        ClaimCandidate candidate = new ClaimCandidate(offset(line, 0), figure, measure(item, state), relation);
        candidate.place = above.place;
        candidate.scope = above.scope;
        candidate.claimant = bracket.isEmpty() ? above.claimant : bracket;
        candidate.citations = distinct(line, works.isEmpty() ? above.cited() : works);
        candidate.before = before;
        List<String> remarks = new ArrayList<>();
        if (!above.label.isEmpty()) {
            remarks.add("under " + Excerpt.quotedLine(above.label));
        }
        remarks.addAll(said);
        remarks.addAll(above.notes());
        candidate.note = note(line, remarks);
        if (above.party.isEmpty()) {
            log.error(
                    candidate.offset,
                    field.name() + ": no party: there is no combatant" + field.column()
                            + ", and no heading or flag names one; the figure is left out",
                    above.withNotes(figure.text(), line));
            return candidate;
        }
        if (figure.text().length() > Claim.LONGEST_FIGURE) {
            log.error(
                    candidate.offset,
                    field.name() + ": a figure of " + figure.text().length() + " characters is left out",
                    above.withNotes(figure.text(), line));
            return candidate;
        }
        candidate.party = above.party.get();
        if (above.use()) {
            log.warning(
                    candidate.offset,
                    field.name() + ": no party is named; assumed to be " + Excerpt.quotedLine(candidate.party)
                            + ", the only belligerent without a heading",
                    figure.text());
        }
        candidates.add(candidate);
        return candidate;
    }

    /**
     * Returns the measure by the conventions of infoboxes: a bare number counts people, and materiel among losses is
     * lost.
     */
    private Measure measure(String item, String state) {
        Item counted = item.isEmpty() ? Item.PERSONNEL : Item.of(item);
        State open = field.losses() ? State.CASUALTIES : State.STRENGTH;
        State said = state.isEmpty() ? open : State.of(state);
        boolean ofThings = field.losses() && !counted.isPeople();
        return new Measure(counted, ofThings ? said.forThings() : said);
    }

    private List<Citation> distinct(Line line, List<Citation> works) {
        List<Citation> distinct = List.copyOf(new LinkedHashSet<>(works));
        if (distinct.size() <= HeadingContext.MOST_CITATIONS) {
            return distinct;
        }
        log.warning(
                offset(line, 0),
                field.name() + ": " + distinct.size() + " works are cited here; the first "
                        + HeadingContext.MOST_CITATIONS + " are kept",
                "");
        return distinct.subList(0, HeadingContext.MOST_CITATIONS);
    }

    /** Returns whether a note gives numbers other than those in the works that it cites. */
    private static boolean givesFigures(String note) {
        int cited = note.indexOf(" [");
        for (ReadFigure figure : FigureReader.english()
                .readAll(cited < 0 ? note : note.substring(0, cited))
                .figures()) {
            if (figure.figure().hasNumber()) {
                return true;
            }
        }
        return false;
    }

    private String note(Line line, List<String> remarks) {
        String note = String.join("; ", new LinkedHashSet<>(remarks));
        for (String remark : new LinkedHashSet<>(remarks)) {
            if (!remark.startsWith("under ") && givesFigures(remark) && warned.add(remark)) {
                log.warning(
                        offset(line, 0), field.name() + ": a note gives figures, which do not become claims", remark);
            }
        }
        if (note.length() <= HeadingContext.LONGEST_NOTE) {
            return note;
        }
        log.warning(
                offset(line, 0),
                field.name() + ": a note is cut after " + HeadingContext.LONGEST_NOTE + " characters",
                note);
        return note.substring(
                        0,
                        HeadingContext.LONGEST_NOTE
                                - (Character.isHighSurrogate(note.charAt(HeadingContext.LONGEST_NOTE - 1)) ? 1 : 0))
                + "…";
    }
}
