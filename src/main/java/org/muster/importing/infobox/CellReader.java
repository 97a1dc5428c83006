package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.dossier.Claim;
import org.muster.figure.Figure;
import org.muster.figure.Measure;
import org.muster.figure.Qualifier;
import org.muster.figure.State;
import org.muster.importing.infobox.AnnotatedText.Mark;
import org.muster.importing.infobox.CellLines.Line;
import org.muster.importing.infobox.ClaimCandidates.ClaimCandidate;
import org.muster.importing.infobox.Sides.Side;
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

    private final Sides sides;
    private final Headings headings;
    private final InfoboxKind kind;
    private final FigureReader reader;
    private final FigureWords words;
    private final CountedThings things;
    private final FigureBrackets brackets;
    private final ShippingTonnage tonnage;
    private final String article;
    private final ProblemLog log;
    private final List<Claim> claims = new ArrayList<>();
    /** Parties that only headings name, by the column in which they do. */
    private final Map<String, Set<String>> added = new LinkedHashMap<>();
    /** Events that only headings name. */
    private final Set<String> events = new LinkedHashSet<>();

    // Of the cell that is being read:
    private AnnotatedText prose = new AnnotatedText();
    private Field field = new Field("", "", State.CASUALTIES, "");
    private ClaimCandidates candidates = new ClaimCandidates();
    private final Footnotes footnotes;
    private final FigureParties parties;
    private HeadingContext above;
    /** Whether the cell of an attack counts attackers, too. */
    private boolean namesAttackers;
    /** The figure of which the following ones may be a part. */
    private String whole = "";
    /** The claimant in a bracket at the end of the line, for all its figures: 40 killed, 90 wounded (Soviet claim). */
    private String linesClaimant = "";

    private final List<Line> block = new ArrayList<>();
    /** Where the figures of the block begin whose words name their party. */
    private final Set<Integer> named = new HashSet<>();

    CellReader(Sides sides, Headings headings, InfoboxKind kind, String article, ProblemLog log) {
        this.sides = sides;
        this.headings = headings;
        this.kind = kind;
        this.reader = headings.reader();
        this.words = new FigureWords(sides.names(), reader, kind);
        this.things = new CountedThings(words, kind, log);
        this.brackets = new FigureBrackets(headings);
        this.tonnage = new ShippingTonnage(reader);
        this.article = article;
        this.log = log;
        this.footnotes = new Footnotes(reader, words, log);
        this.parties = new FigureParties(sides, field, log);
        this.above = new HeadingContext(prose, "", Optional.empty(), List.of(), headings, log);
    }

    List<Claim> claims() {
        return claims;
    }

    Map<String, Set<String>> added() {
        return added;
    }

    Map<String, String> newItems() {
        return things.added();
    }

    Set<String> events() {
        return events;
    }

    void read(Field read, AnnotatedText cell) {
        prose = cell;
        field = read;
        candidates = new ClaimCandidates();
        parties.cell(read);
        footnotes.of(read);
        things.of(cell.toString());
        namesAttackers = kind.isAttack() && HeadingWords.hasOne(HeadingWords.PERPETRATOR, cell.toString());
        List<Line> lines = CellLines.of(cell, headings, sides, read.column());
        Optional<Side> side =
                read.party().isEmpty() ? sides.of(read.column()) : Optional.of(new Side(read.party(), List.of()));
        above = new HeadingContext(cell, read.name(), side, lines, headings, log);
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
        candidates.claims(field.name(), field.name(), article, log, claims);
        footnotes.claims(article, claims);
        added.computeIfAbsent(field.column(), column -> new LinkedHashSet<>()).addAll(above.added);
    }

    /** Reports a line that yields no claim. */
    private void leftOut(Line line, String text) {
        log.error(
                prose.offset(line.first),
                field.name() + ": "
                        + (text.isEmpty()
                                ? "a note without a figure"
                                : Excerpt.quotedLine(text) + " is not a number, or could be read as two"),
                above.withNotes(text.isEmpty() ? "" : all(line), line));
    }

    private String all(Line line) { // with its heading, as problems show it
        return clean(prose.text(line.first, line.end));
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
        ReadText read = tonnage.in(split(text.toString()));
        List<ReadFigure> all = read.figures().stream()
                .filter(figure -> FigureBrackets.isCount(read.text(), figure))
                .toList();
        int figure = 0;
        int ignored = 0;
        int covered = 0; // lines that belong to a figure of a line above
        for (int i = 0; i < block.size(); i++) {
            List<ReadFigure> figures = new ArrayList<>();
            int reach = starts[i + 1];
            parties.line();
            things.line();
            while (figure < all.size() && all.get(figure).start() < reach) {
                ReadFigure next = all.get(figure++);
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
                if (from < to && read.text().substring(from, to).chars().anyMatch(Character::isLetterOrDigit)) {
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
                unreadable(block.get(i), starts[i], parts, read.text());
            } else if (i > covered || covered == 0) {
                noFigure(block.get(i), read.text().substring(starts[i], starts[i + 1]), parts);
            }
        }
        for (Remark remark : read.remarks()) {
            boolean isKnown = remark.kind() == Remark.Kind.SEVERAL_PARTIES
                    && all.stream()
                            .filter(each -> each.start() >= remark.start() && each.start() < remark.end())
                            .allMatch(each -> named.contains(each.start()));
            if (isKnown) {
                continue;
            }
            int line = CellLines.lineOf(starts, remark.start());
            log.warning(
                    offset(block.get(line), remark.start() - starts[line]),
                    field.name() + ": " + remark.kind(),
                    read.text().substring(remark.start(), remark.end()));
        }
        block.clear();
        named.clear();
        above.label = "";
        whole = "";
    }

    /**
     * Reads a text. A dash with blanks from a greater to a lesser number parts two figures: 15,000 - 3 legions.
     */
    private ReadText split(String text) {
        ReadText read = reader.readAll(text);
        StringBuilder parted = new StringBuilder(text);
        for (Remark remark : read.remarks()) {
            if (remark.kind() == Remark.Kind.REVERSED_RANGE) {
                for (int i = remark.start() + 1; i < remark.end() - 1; i++) {
                    boolean dash = "-–—".indexOf(text.charAt(i)) >= 0;
                    if (dash && text.charAt(i - 1) == ' ' && text.charAt(i + 1) == ' ') {
                        parted.setCharAt(i, ';');
                    }
                }
            }
        }
        if (parted.toString().equals(text)) {
            return read;
        }
        ReadText again = reader.readAll(parted.toString());
        return new ReadText(text, again.figures(), again.ignored(), again.remarks());
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
                        all(line));
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
            List<ReadFigure> read = reader.read(said);
            boolean isRemark = parts.stream().anyMatch(part -> part.reason() == Reason.RELATION);
            boolean one = read.size() == 1 && !read.get(0).figure().hasNumber() && !isRemark; // (including wounded)
            if (!one || read.get(0).state().isEmpty() || field.isNotes()) {
                log.warning(
                        offset(line, 0),
                        field.name() + ": words in which no count is read become no claim",
                        above.withNotes(all(line), line));
                return;
            }
            ClaimCandidate candidate = candidate(
                    offset(line, 0),
                    Figure.withoutNumber(said, Qualifier.WORDS),
                    things.measure(field, read.get(0).item(), read.get(0).state()),
                    FigureRelation.NONE);
            candidate.note = above.note(offset(line, 0), line.notes());
            add(candidate, line, this.words.of(text, 0, text.length(), field.column(), false), line.works());
        } else if (line.heading != null && !line.isHeading) {
            above.unused(line);
        } else if (!line.notes().isEmpty()) {
            leftOut(line, "");
        }
    }

    private static String clean(String text) {
        return text.replace('\n', ' ').strip();
    }

    private void figures(int first, int last, int[] starts, List<ReadFigure> figures, ReadText read) {
        Line line = block.get(first);
        String all = clean(read.text().substring(starts[first], starts[last + 1]));
        if (figures.size() == 1
                && all.chars().noneMatch(Character::isLetter)
                && reader.readAll(all).figures().isEmpty()) {
            leftOut(line, all);
            return; // such as −999, which is no figure by itself
        }
        boolean isStory = all.length() > LONGEST_LINE && figures.size() > 1;
        List<Mark> marks = new ArrayList<>(line.marks);
        for (int i = first + 1; i <= last; i++) {
            marks.addAll(block.get(i).marks);
        }
        int end = figures.get(figures.size() - 1).end();
        linesClaimant = isStory ? "" : brackets.claimant(read.text(), end, starts[last + 1], field.column());
        CitedMarks cited = new CitedMarks(marks, starts[first] - line.start, figures, isStory);
        for (int i = 0; i < figures.size(); i++) {
            ReadFigure figure = figures.get(i);
            int limit = i + 1 < figures.size() ? figures.get(i + 1).start() : starts[last + 1];
            figure(
                    line,
                    offset(line, figure.start() - starts[first]),
                    figure,
                    isStory || figures.size() > 1 && !figure.figure().hasNumber() || !isSafe(all, figure.figure())
                            ? clean(figure.figure().text())
                            : all,
                    read.text(),
                    limit,
                    starts[last + 1],
                    cited.works(i),
                    cited.notes(i));
        }
        if (isStory) {
            log.warning(
                    offset(line, 0),
                    field.name() + ": a line of " + all.length() + " characters gives " + figures.size()
                            + " figures; each keeps only its own words",
                    all);
        }
    }

    private void figure(
            Line line,
            int offset,
            ReadFigure read,
            String text,
            String blockText,
            int limit,
            int lineEnd,
            List<Citation> works,
            List<String> remarks) {
        boolean anyCountry = kind.isAttack() || above.party.isEmpty();
        FigureWords.Found found = words.of(blockText, read.start(), limit, field.column(), anyCountry);
        String behind = clean(blockText.substring(read.start(), limit));
        ReadFigure figure = things.withoutLent(read, found, behind);
        String spanned = clean(FigureWords.said(blockText, figure, limit, found));
        Optional<String> refusal = things.refusal(field, figure, found, blockText, limit);
        boolean stands = figure.relation() == FigureRelation.NONE || figure.relation() == FigureRelation.TOTAL;
        String before = whole;
        whole = stands || whole.isEmpty() ? spanned : whole;
        if (refusal.isPresent()) {
            String why = field.name() + ": " + refusal.get() + "; the figure is left out";
            log.error(offset, why, above.withAll(offset(line, 0), spanned, text, remarks));
            return;
        }
        if (CountedThings.isStrengthOfLost(field, figure)) {
            log.warning(offset, field.name() + ": " + Remark.Kind.WHOLE_AS_STRENGTH, spanned);
        }
        FigureRelation relation = figure.relation() == FigureRelation.WHOLE
                ? FigureRelation.NONE
                : figure.relation(); // a claim of its own
        ClaimCandidate candidate = candidate(
                offset,
                new Figure(
                        text,
                        figure.figure().range(),
                        figure.figure().qualifier(),
                        figure.figure().best(),
                        figure.figure().unit()),
                things.measure(field, things.item(field, figure, found, offset, behind), things.state(field, figure)),
                relation);
        candidate.words = spanned;
        candidate.before = before;
        brackets.limit(candidate, blockText, figure, limit);
        FigureBrackets.time(candidate, blockText, figure.end(), limit);
        String own = brackets.claimant(blockText, figure.end(), limit, field.column());
        String bracket = own.isEmpty() ? linesClaimant : own;
        if (!bracket.isEmpty()) {
            candidate.claimant = bracket;
            if (!headings.isKnownClaimant(bracket, field.column())) {
                log.warning(
                        offset,
                        field.name() + ": " + Excerpt.quotedLine(bracket) + HeadingContext.UNKNOWN_CLAIMANT,
                        behind);
            }
        }
        candidate.note = above.note(offset(line, 0), remarks);
        if (kind.isAttack()) {
            boolean isTotal = relation == FigureRelation.TOTAL && namesAttackers;
            found = FigureBrackets.partyInAttack(behind, blockText, figure.end(), lineEnd, stands, isTotal)
                    .orElse(found);
        }
        add(candidate, line, found, works);
        if (!found.parties().isEmpty()) {
            named.add(figure.start());
            above.leave(candidate.party);
        }
        if (stands && !found.parties().isEmpty() && !candidate.party.equals(InfoboxFields.EVERYBODY)) {
            parties.onLine(candidate.party);
        }
        if (!candidate.party.isEmpty()) {
            footnotes.read(candidate, remarks, field, (item, state) -> things.measure(field, item, state));
        }
    }

    /** Returns whether reading a text again gives the figure as it was read here. */
    private boolean isSafe(String text, Figure figure) {
        if (!figure.hasNumber()) {
            return true;
        }
        return reader.read(text).stream()
                .filter(read -> read.figure().range().equals(figure.range()))
                .reduce((one, last) -> last)
                .filter(last -> last.figure().unit() == figure.unit())
                .isPresent();
    }

    private ClaimCandidate candidate(int offset, Figure figure, Measure measure, FigureRelation relation) {
        ClaimCandidate candidate = new ClaimCandidate(offset, figure, measure, relation);
        candidate.event = above.event;
        candidate.place = above.place;
        candidate.scope = above.scope;
        candidate.claimant = above.claimant;
        return candidate;
    }

    /** Adds a candidate whose party is known: named by its words, those before it on the line, or a heading. */
    private void add(ClaimCandidate candidate, Line line, FigureWords.Found found, List<Citation> works) {
        Figure figure = candidate.figure;
        candidate.citations = above.distinct(offset(line, 0), works.isEmpty() ? above.cited() : works);
        boolean isTotal = candidate.relation == FigureRelation.TOTAL
                || line.heading != null && line.heading.kind() == Headings.Kind.TOTAL;
        Optional<String> party = parties.of(candidate, found.parties(), above.partyOf(line, isTotal), isTotal);
        if (party.isEmpty()) {
            log.error(
                    candidate.offset,
                    field.name() + ": no party: no field names the belligerent of column "
                            + Excerpt.quotedLine(field.column())
                            + ", and no heading, flag or people does; the figure is left out",
                    above.withNotes(figure.text(), line));
            return;
        }
        if (figure.text().length() > Claim.LONGEST_FIGURE) {
            log.error(
                    candidate.offset,
                    field.name() + ": a figure of " + figure.text().length() + " characters is left out",
                    above.withNotes(figure.text(), line));
            return;
        }
        candidate.party = party.get();
        String text = candidate.words.isEmpty() ? figure.text() : candidate.words;
        for (String assumed : above.assumptions(parties.isNamed(found.parties()), candidate.claimant)) {
            log.warning(candidate.offset, field.name() + ": " + assumed, text);
        }
        if (!candidate.event.isEmpty()) {
            events.add(candidate.event);
        }
        above.use();
        candidates.add(candidate);
    }
}
