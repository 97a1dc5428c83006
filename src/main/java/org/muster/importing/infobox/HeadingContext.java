package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /** What is said of a claimant that is no party. */
    static final String UNKNOWN_CLAIMANT = " is taken as the claimant; no party of that name is known";

    private static final int LONGEST_LABEL = 200;

    private final AnnotatedText prose;
    private final String field;
    private final Headings headings;
    private final ProblemLog log;

    /** The party of figures without a heading, and whether it is the only one left. */
    private Optional<String> own = Optional.empty();

    private boolean isGuessed;
    /** Whether the column has several belligerents or none, so that an unknown name may be another one. */
    private boolean hasSeveral;

    private String total = "";
    /** The last line that begins with the name of a party. */
    private @Nullable Line lastParty;

    /** Whether the parties of the cell have totals of their own, and whether the last one named has got it. */
    private boolean haveTotals;

    private boolean isTotalled;

    private boolean placesOnly;
    private boolean claimantsFirst;
    /** Whether the cell has several events, of which a total is the sum. */
    private boolean hasEvents;

    Optional<String> party;
    String claimant = "";
    String event = "";
    String place = "";
    String scope = "";
    /** Whether the party's name stood beside a figure, and not on a line of its own. */
    private boolean isInline;
    /** Whether the party is the one to which the cell belongs, and not that of a heading. */
    boolean isOwn = true;
    /** Parties that only a heading names. */
    final Set<String> added = new LinkedHashSet<>();
    /** Words that say what is counted on the lines below. */
    String label = "";

    private List<Citation> cited = new ArrayList<>();
    private List<String> notes = new ArrayList<>();
    /** Whether there is no line with figures between a heading and the next. */
    private boolean underHeading;
    /** Headings and labels under which there is no figure so far. */
    private final List<Line> unused = new ArrayList<>();

    /** The place and the scope that a heading right above that of a party or a claimant gives it, and those after it. */
    private String sharedPlace = "";

    private String sharedScope = "";
    private String assumedSharedScope = "";

    private String assumedClaimant = "";
    private String assumedParty = "";
    private String assumedScope = "";

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

    /** Records that a figure has been found under the headings so far. */
    void use() {
        unused.clear();
    }

    /** Ends the reach of a party that stood beside a figure, once a figure below it names another. */
    void leave(String named) {
        if (isInline && !isOwn && !total.isEmpty() && !party.equals(Optional.of(named))) {
            of(total, "");
            isOwn = true;
        }
    }

    /** Returns what is assumed of a figure below the headings so far, unless it names its party or claimant itself. */
    List<String> assumptions(boolean namesParty, String figuresClaimant) {
        List<String> assumed = new ArrayList<>();
        if (!namesParty && isGuessed && isOwn && party.isPresent() && party.equals(own)) {
            assumed.add("no party is named; assumed to be " + Excerpt.quotedLine(party.get())
                    + ", the only belligerent without a heading");
        }
        String unknown = figuresClaimant.equals(claimant) ? assumedClaimant : "";
        for (String each : List.of(unknown, namesParty ? "" : assumedParty, assumedScope)) {
            if (!each.isEmpty()) {
                assumed.add(each);
            }
        }
        return assumed;
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
        Set<String> events = new LinkedHashSet<>();
        placesOnly = false;
        claimantsFirst = false;
        boolean first = true;
        boolean hasTotal = false;
        haveTotals = false;
        for (Line line : lines) {
            Heading heading = line.heading;
            if (heading == null) {
                continue;
            }
            switch (heading.kind()) {
                case TOTAL -> hasTotal |= !headed.isEmpty();
                case PARTY -> {
                    haveTotals |= hasTotal;
                    headed.add(heading.name());
                    lastParty = line;
                    first = false;
                }
                case CLAIMANT -> {
                    claimantsFirst |= first;
                    first = false;
                }
                case EVENT -> events.add(heading.name());
                case PART, NAME, OTHER -> {
                    first = false;
                    placesOnly |= headings.isPlace(heading.name());
                    lastParty = heading.kind() == Headings.Kind.NAME ? line : lastParty;
                }
                default -> {}
            }
        }
        hasEvents = events.size() > 1;
        own = side.map(Side::name);
        total = side.map(Side::name).orElse("");
        isGuessed = false;
        hasSeveral = side.isEmpty() || side.get().members().size() > 1;
        if (side.isPresent() && side.get().members().size() > 1) {
            List<String> left = new ArrayList<>(side.get().members());
            left.removeAll(headed);
            boolean isFirst =
                    left.size() == 1 && left.get(0).equals(side.get().members().get(0));
            if (isFirst && !headed.contains(side.get().name())) {
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
        boolean belowParty = underHeading && !isOwn;
        underHeading = true;
        switch (heading.kind()) {
            case CLAIMANT -> {
                claimant = heading.name();
                if (!adds) {
                    own(claimantsFirst);
                }
                limitAsBefore(adds);
                assumedClaimant = heading.known() ? "" : Excerpt.quotedLine(heading.name()) + UNKNOWN_CLAIMANT;
            }
            case PARTY -> {
                of(heading.name(), "");
                isTotalled = false;
                isInline = !line.isHeading;
                if (!adds) {
                    unclaimed();
                    event = "";
                }
                limitAsBefore(adds);
            }
            case TOTAL -> {
                boolean isOfParty = isParty(line) || haveTotals && !isTotalled && !isOwn;
                if (!total.isEmpty() && line.flags.isEmpty() && !belowParty && !isOfParty) {
                    of(total, "");
                    isOwn = true;
                }
                isTotalled = true;
                if (!adds) {
                    unlimited();
                    event = hasEvents ? "" : event;
                }
            }
            case EVENT -> {
                own(true);
                unclaimed();
                unlimited();
                event = heading.name();
            }
            default -> {
                boolean afterwards = HeadingWords.hasOne(HeadingWords.AFTERMATH, heading.name());
                own(afterwards || isInline && !adds && !isOwn && !line.isAside); // Nassau: 3,000; Navy: 20 ships
                sharedPlace = "";
                sharedScope = "";
                assumedSharedScope = "";
                boolean named = headings.isPlace(heading.name()) || placesOnly && heading.kind() != Headings.Kind.PART;
                if (!adds) {
                    unclaimed();
                }
                if (named) {
                    place = below(place, adds) + heading.name();
                    scope = adds ? scope : "";
                    assumedScope = adds ? assumedScope : "";
                } else if (heading.kind() == Headings.Kind.NAME && (hasSeveral || !line.flags.isEmpty())) {
                    added.add(heading.name());
                    of(
                            heading.name(),
                            Excerpt.quotedLine(heading.name())
                                    + " names no known party, place or measure; it is taken as a party");
                    event = adds ? event : "";
                    unlimited();
                } else {
                    scope = below(scope, adds) + heading.name();
                    place = adds ? place : "";
                    assumedScope = Excerpt.quotedLine(heading.name())
                            + " names no known party, place or measure; it is taken as what the count is limited to"
                            + " (scope)";
                }
            }
        }
        if ((line.isHeading || line.isBlank()) && !heading.measure()) {
            take(line);
        }
    }

    /** Returns what comes before the name of a heading that supplements another. */
    private static String below(String above, boolean adds) {
        return adds && !above.isEmpty() ? above + ", " : "";
    }

    /** Returns whether a line is followed by one that names a party: a total above it is of the party before. */
    private boolean isParty(Line line) {
        return lastParty != null && line.first < lastParty.first && !isOwn;
    }

    /** Returns whose a figure is: a total below the last party that stood beside its figure is that of all of them. */
    Optional<String> partyOf(Line line, boolean isTotal) {
        boolean isOfAll = isTotal && line.heading == null && isInline && !isOwn && !isParty(line);
        return isOfAll ? Optional.of(total).filter(name -> !name.isEmpty()) : party;
    }

    private void of(String name, String assumed) {
        party = Optional.of(name);
        isOwn = false;
        assumedParty = assumed;
    }

    private void own(boolean isTrue) {
        if (isTrue) {
            party = own;
            isOwn = true;
            assumedParty = "";
        }
    }

    private void unclaimed() {
        claimant = "";
        assumedClaimant = "";
    }

    private void unlimited() {
        place = "";
        scope = "";
        assumedScope = "";
        share();
    }

    /** Limits a party or a claimant to what the heading right above it says, or the one before it was limited to. */
    private void limitAsBefore(boolean adds) {
        if (!adds) {
            place = sharedPlace;
            scope = sharedScope;
            assumedScope = assumedSharedScope;
        }
        share();
    }

    private void share() {
        sharedPlace = place;
        sharedScope = scope;
        assumedSharedScope = assumedScope;
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
        unused.forEach(this::unused);
        unused.clear();
    }

    /** Reports a heading without a figure. */
    void unused(Line line) {
        String text = prose.text(line.first, line.end);
        log.warning(
                prose.offset(line.first),
                field + ": there is no figure under " + Excerpt.quotedLine(text),
                withNotes(text, line));
    }

    /** Returns works without repetitions, and no more than a claim cites. */
    List<Citation> distinct(int offset, List<Citation> works) {
        List<Citation> distinct = List.copyOf(new LinkedHashSet<>(works));
        if (distinct.size() <= MOST_CITATIONS) {
            return distinct;
        }
        log.warning(
                offset,
                field + ": " + distinct.size() + " works are cited here; the first " + MOST_CITATIONS + " are kept",
                "");
        return distinct.subList(0, MOST_CITATIONS);
    }

    /** Returns the note of a claim: the labels above it, what is said of it, and the notes  */
    String note(int offset, List<String> said) {
        List<String> remarks = new ArrayList<>();
        if (!label.isEmpty()) {
            remarks.add("under " + Excerpt.quotedLine(label));
        }
        remarks.addAll(said);
        remarks.addAll(notes);
        String note = String.join("; ", new LinkedHashSet<>(remarks));
        if (note.length() <= LONGEST_NOTE) {
            return note;
        }
        log.warning(offset, field + ": a note is cut after " + LONGEST_NOTE + " characters", note);
        return note.substring(0, LONGEST_NOTE - (Character.isHighSurrogate(note.charAt(LONGEST_NOTE - 1)) ? 1 : 0))
                + "…";
    }

    /** Returns the words of a figure that becomes no claim, with its line and what headings, labels and notes say of it. */
    String withAll(int offset, String figure, String line, List<String> remarks) {
        String text = line.equals(figure) ? line : figure + " in " + Excerpt.quotedLine(line);
        String heading = isOwn ? "" : party.orElse("");
        String said = Stream.of(heading, claimant, event, place, scope, note(offset, remarks))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return said.isEmpty() ? text : text + " (" + said + ")";
    }

    String withNotes(String text, Line line) {
        List<String> said = new ArrayList<>();
        gather(line.marks, new ArrayList<>(), said);
        return said.isEmpty() ? text : text + " (" + String.join("; ", said) + ")";
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
