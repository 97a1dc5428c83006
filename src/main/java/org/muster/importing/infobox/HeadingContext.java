package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.importing.infobox.AnnotatedText.Kind;
import org.muster.importing.infobox.AnnotatedText.Mark;
import org.muster.importing.infobox.CellLines.Line;
import org.muster.importing.infobox.Headings.Heading;
import org.muster.importing.infobox.Sides.Side;
import org.muster.text.Excerpt;

/** What the headings above a line of a cell say about the figures on it. */
final class HeadingContext {

    /** The most works that one claim cites, and the most notes above it. */
    static final int MOST_CITATIONS = 20;

    /** The most characters of notes that one claim keeps. */
    static final int LONGEST_NOTE = 2000;

    private static final int LONGEST_LABEL = 200;

    private final AnnotatedText prose;
    private final String field;
    private final Headings headings;
    private final ProblemLog log;

    /** The party of figures without a heading, and whether it is the only one left. */
    private Optional<String> own = Optional.empty();

    private boolean isGuessed;
    private String total = "";
    private boolean placesOnly;
    private boolean claimantsFirst;

    Optional<String> party;
    String claimant = "";
    String place = "";
    String scope = "";
    /** Words that say what is counted on the lines below. */
    String label = "";

    private List<Citation> cited = new ArrayList<>();
    private List<String> notes = new ArrayList<>();
    /** Whether there is no line with figures between a heading and the next. */
    private boolean underHeading;
    /** Headings and labels under which there is no figure so far. */
    private final List<Line> unused = new ArrayList<>();

    HeadingContext(
            AnnotatedText prose,
            String field,
            Optional<Side> side,
            List<Line> lines,
            Headings headings,
            ProblemLog log) {
        this.prose = prose;
        this.field = field;
        this.headings = headings;
        this.log = log;
        survey(lines, side);
        this.party = own;
    }

    List<Citation> cited() {
        return cited;
    }

    List<String> notes() {
        return notes;
    }

    /** Moves on to a line, which may itself be a heading. */
    void line(Line line) {
        underHeading &= line.isHeading;
    }

    /**
     * Records that a figure has been found under the headings so far. Returns whether its party is assumed for the
     * first time.
     */
    boolean use() {
        unused.clear();
        boolean first = isGuessed && party.equals(own);
        isGuessed &= !first;
        return first;
    }

    /** Adds a line that says what is counted on the lines below. */
    void label(Line line, String words) {
        if (label.length() > LONGEST_LABEL) {
            reportUnused();
        }
        label = unused.isEmpty() || label.isEmpty() ? words : label + " " + words;
        take(line);
    }

    /** Surveys the cell: whose the figures without a heading are, what its other headings are, and which come first. */
    private void survey(List<Line> lines, Optional<Side> side) {
        Set<String> headed = new LinkedHashSet<>();
        placesOnly = false;
        claimantsFirst = false;
        boolean first = true;
        for (Line line : lines) {
            Heading heading = line.heading;
            if (heading == null) {
                continue;
            }
            switch (heading.kind()) {
                case PARTY -> {
                    headed.add(heading.name());
                    first = false;
                }
                case CLAIMANT -> {
                    claimantsFirst |= first;
                    first = false;
                }
                case OTHER -> placesOnly |= headings.isPlace(heading.name());
                default -> {}
            }
        }
        own = side.map(Side::name);
        total = side.map(Side::name).orElse("");
        isGuessed = false;
        if (side.isPresent() && side.get().members().size() > 1) {
            List<String> left = new ArrayList<>(side.get().members());
            left.removeAll(headed);
            if (left.size() == 1 && !headed.contains(side.get().name())) {
                own = Optional.of(left.get(0));
                isGuessed = true;
            }
        }
    }

    /**
     * Adds a heading. Directly below another it supplements it; otherwise it replaces those of its kind and lower
     * kinds.
     */
    void heading(Line line, Heading heading) {
        boolean adds = underHeading;
        for (Line above : unused) {
            adds &= above.heading == null || above.heading.kind() != heading.kind();
        }
        if (!adds) {
            reportUnused();
            cited = new ArrayList<>();
            notes = new ArrayList<>();
        }
        underHeading = true;
        switch (heading.kind()) {
            case CLAIMANT -> {
                claimant = heading.name();
                if (!adds) {
                    party = claimantsFirst ? own : party;
                    place = "";
                    scope = "";
                }
                if (!heading.known()) {
                    warn(
                            line,
                            Excerpt.quotedLine(heading.name())
                                    + " is taken as the claimant; no party of that name is known");
                }
            }
            case PARTY -> {
                party = Optional.of(heading.name());
                if (!adds) {
                    claimant = "";
                    place = "";
                    scope = "";
                }
            }
            case TOTAL -> {
                if (!total.isEmpty() && line.isHeading) {
                    party = Optional.of(total);
                }
                place = adds ? place : "";
                scope = adds ? scope : "";
            }
            default -> {
                boolean named = placesOnly || headings.isPlace(heading.name());
                claimant = adds || named ? claimant : "";
                place = named ? heading.name() : adds ? place : "";
                scope = !named ? heading.name() : adds ? scope : "";
                if (!named) {
                    warn(
                            line,
                            Excerpt.quotedLine(heading.name())
                                    + " names no known party, place or measure; it is taken as what"
                                    + " the count is limited to (scope)");
                }
            }
        }
        if (line.isHeading && !heading.measure()) {
            take(line);
        }
    }

    /** Applies the citations and notes on a heading to the figures below it. */
    private void take(Line line) {
        unused.add(line);
        List<Citation> works = new ArrayList<>();
        List<String> said = new ArrayList<>();
        gather(line.marks, works, said);
        for (Citation work : works) {
            if (cited.size() < MOST_CITATIONS) {
                cited.add(work);
            } else {
                log.warning(
                        prose.offset(line.first),
                        field + ": more than " + MOST_CITATIONS
                                + " works are cited above these figures; the first are kept",
                        work.source());
            }
        }
        for (String note : said) {
            if (notes.size() < MOST_CITATIONS && note.length() <= LONGEST_NOTE) {
                notes.add(note);
            } else {
                log.warning(prose.offset(line.first), field + ": a note above these figures is left out", note);
            }
        }
    }

    /** Reports headings without figures below them, whose words and notes would otherwise vanish. */
    void reportUnused() {
        for (Line line : unused) {
            log.warning(
                    prose.offset(line.first),
                    field + ": there is no figure under " + Excerpt.quotedLine(prose.text(line.first, line.end)),
                    withNotes(prose.text(line.first, line.end), line));
        }
        unused.clear();
    }

    String withNotes(String text, Line line) {
        List<String> said = new ArrayList<>();
        gather(line.marks, new ArrayList<>(), said);
        return said.isEmpty() ? text : text + " (" + String.join("; ", said) + ")";
    }

    private void warn(Line line, String message) {
        log.warning(prose.offset(line.first), field + ": " + message, line.words);
    }

    static void gather(List<Mark> marks, List<Citation> works, List<String> said) {
        for (Mark mark : marks) {
            works.addAll(mark.citations());
            if (mark.kind() == Kind.NOTE) {
                said.add(mark.text());
            }
        }
    }
}
