package org.muster.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.compare.NumberText;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.dossier.Source;
import org.muster.figure.Figure;
import org.muster.figure.Measure;
import org.muster.interval.Interval;
import org.muster.reading.FigureReader;
import org.muster.reading.ReadFigure;
import org.muster.text.Excerpt;

/**
 * What {@code report.wikitext} shows: for each event of several sides the infobox's strength and losses, of the sides and
 * their direct members; and for each quantity a table of its claims. A reference is defined where it first stands.
 */
final class WikitextPage {

    private static final int MOST_BOXES = 20;
    private static final int MOST_SIDES = 3; // as many columns as the infobox has

    /**
     * The fields of the infobox of one event.
     *
     * @param event its name
     * @param leftOut how many parties have no column; empty for none
     * @param sides its columns
     */
    record Box(String event, String leftOut, List<Side> sides) {}

    /**
     * A column of an infobox.
     *
     * @param number from 1
     * @param name the side, or the party
     * @param members the parties that it is made of; none where it is one party
     * @param strength strengths by party
     * @param casualties losses by party
     */
    record Side(int number, String name, List<String> members, List<Group> strength, List<Group> casualties) {

        /** Whether the side is one party. */
        boolean isAlone() {
            return members.isEmpty();
        }
    }

    /**
     * What is said of one party.
     *
     * @param party its name; empty where the column is about it alone
     * @param lines the statements
     */
    record Group(String party, List<Line> lines) {}

    /**
     * A statement.
     *
     * @param figure its figure and what is counted
     * @param more place, scope and date; may be empty
     * @param claimant who claims it of somebody else; may be empty
     * @param references who gives it
     */
    record Line(String figure, String more, String claimant, List<Reference> references) {}

    /**
     * A reference.
     *
     * @param name its name: letters, digits, hyphens
     * @param isFirst whether it is defined here
     * @param author author; may be empty
     * @param title title, or the source itself where it is not described
     * @param url where it can be read; may be empty
     * @param published publisher and year; may be empty
     * @param place the place in it, and the work in which it was seen; may be empty
     */
    record Reference(
            String name, boolean isFirst, String author, String title, String url, String published, String place) {}

    /**
     * The claims about one quantity.
     *
     * @param name the quantity
     * @param hasDates whether a claim has a date
     * @param rows the claims
     */
    record Table(String name, boolean hasDates, List<Row> rows) {}

    /**
     * A claim.
     *
     * @param range its range
     * @param text its text as written
     * @param voice who says it
     * @param date the date; may be empty
     * @param references where it stands
     */
    record Row(String range, String text, String voice, String date, List<Reference> references) {}

    private final PageContext page;
    private final Dossier dossier;
    private final Map<List<String>, String> names = new HashMap<>(); // of references, by source, locator and via
    private final Map<String, Integer> namedAlike = new HashMap<>();
    private final List<Box> boxes = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private int boxesLeftOut;

    WikitextPage(Report report) {
        this.page = new PageContext(report);
        this.dossier = report.dossier();
        Map<String, Set<String>> parties = new LinkedHashMap<>();
        for (Quantity quantity : dossier.quantities()) {
            parties.computeIfAbsent(quantity.event(), any -> new LinkedHashSet<>())
                    .add(quantity.party());
        }
        parties.forEach((event, own) -> {
            List<String> roots = dossier.hierarchy().roots(event, own);
            if (roots.size() > 1 && boxes.size() < MOST_BOXES) {
                boxes.add(box(event, roots));
            } else if (roots.size() > 1) {
                boxesLeftOut++;
            }
        });
        for (Quantity quantity : dossier.quantities()) {
            List<Claim> claims = dossier.claims(quantity);
            tables.add(new Table(
                    page.names.quantity(quantity),
                    claims.stream().anyMatch(claim -> claim.asOf().isGiven()),
                    claims.stream().map(this::row).toList()));
        }
    }

    private Box box(String event, List<String> roots) {
        List<Side> sides = new ArrayList<>();
        for (String root : roots.subList(0, Math.min(MOST_SIDES, roots.size()))) {
            List<String> members = dossier.hierarchy().members(event, root);
            List<String> parties = new ArrayList<>(List.of(root));
            parties.addAll(members);
            sides.add(new Side(
                    sides.size() + 1,
                    root,
                    members,
                    groups(event, parties, !members.isEmpty(), false),
                    groups(event, parties, !members.isEmpty(), true)));
        }
        int leftOut = roots.size() - sides.size();
        return new Box(
                event.equals(dossier.name()) ? dossier.title() : event,
                leftOut == 0 ? "" : Integer.toString(leftOut),
                sides);
    }

    private List<Group> groups(String event, List<String> parties, boolean isNamed, boolean areLosses) {
        List<Group> groups = new ArrayList<>();
        for (String party : parties) {
            Map<List<Object>, List<Claim>> statements = new LinkedHashMap<>();
            for (Quantity quantity : dossier.quantities()) {
                boolean isMeant = areLosses
                        ? dossier.hierarchy().isLoss(quantity.measure())
                        : quantity.measure().isStrength();
                if (isMeant
                        && quantity.party().equals(party)
                        && quantity.event().equals(event)) {
                    for (Claim claim : dossier.claims(quantity)) {
                        statements
                                .computeIfAbsent(statement(claim), any -> new ArrayList<>())
                                .add(claim);
                    }
                }
            }
            List<Line> lines = new ArrayList<>();
            statements.forEach((key, claims) -> lines.add(line(claims)));
            if (!lines.isEmpty()) {
                groups.add(new Group(isNamed ? party : "", lines));
            }
        }
        return groups;
    }

    /** What claims have in common that say the same. */
    private static List<Object> statement(Claim claim) {
        Figure figure = claim.figure();
        return List.of(
                claim.quantity(),
                figure.range().isPresent() ? figure.range().get() : figure.text(),
                figure.qualifier(),
                claim.asOf(),
                claimant(claim));
    }

    private Line line(List<Claim> claims) {
        List<Reference> references = new ArrayList<>();
        claims.forEach(claim -> references.addAll(references(claim)));
        return new Line(figure(claims.get(0)), more(claims.get(0)), claimant(claims.get(0)), references);
    }

    /**
     * The text as written where it says this figure and nothing else; else the number and what is counted. Words without a number
     * say what is counted, too: {@code captured: dozens}.
     */
    private static String figure(Claim claim) {
        Figure figure = claim.figure();
        Measure measure = claim.quantity().measure();
        List<ReadFigure> read = FigureReader.english().read(figure.text());
        if (figure.range().isEmpty()) {
            boolean says = read.stream()
                    .anyMatch(part -> !part.state().isEmpty()
                            && part.state().equals(measure.state().name())
                            && part.fits(measure));
            return says ? figure.text() : measure.label() + ": " + figure.text();
        }
        boolean isAlone = read.size() == 1
                && read.get(0).figure().range().equals(figure.range())
                && read.get(0).figure().qualifier() == figure.qualifier()
                && saysMeasure(read.get(0), measure);
        return isAlone ? figure.text() : PageContext.number(claim) + " " + measure.label();
    }

    /** Whether the words of a figure say what is counted; of a strength, the field of the infobox says so. */
    private static boolean saysMeasure(ReadFigure read, Measure measure) {
        return read.item().equals(measure.item().name())
                && (read.state().equals(measure.state().name()) || read.state().isEmpty() && measure.isStrength());
    }

    private static String more(Claim claim) {
        List<String> more = new ArrayList<>();
        more.add(claim.quantity().place());
        more.add(claim.quantity().scope());
        more.add(date(claim.asOf()));
        more.removeIf(String::isEmpty);
        return String.join(", ", more);
    }

    private static String claimant(Claim claim) {
        return claim.claimant().equals(claim.quantity().party()) ? "" : claim.claimant();
    }

    private static String date(AsOf date) {
        return date.isGiven() ? "as of " + date.label() : "";
    }

    private Row row(Claim claim) {
        String best = claim.figure().best().isPresent()
                ? ", best " + NumberText.range(Interval.of(claim.figure().best().getAsDouble()))
                : "";
        return new Row(
                PageContext.number(claim) + best,
                claim.figure().text(),
                page.names.voices(dossier.voices(claim)),
                claim.asOf().isGiven() ? claim.asOf().label() : "",
                references(claim));
    }

    private List<Reference> references(Claim claim) {
        return claim.sources().stream().map(id -> reference(id, claim)).toList();
    }

    private Reference reference(String id, Claim claim) {
        String via = claim.via().equals(id) ? "" : claim.via();
        List<String> key = List.of(id, claim.locator(), via);
        Optional<String> known = Optional.ofNullable(names.get(key));
        String name = known.orElseGet(() -> {
            int number = namedAlike.merge(id, 1, Integer::sum);
            return page.anchors.source(id) + (number == 1 ? "" : "." + number);
        });
        names.put(key, name);
        Source source = dossier.source(id);
        List<String> published = new ArrayList<>(List.of(source.publisher(), source.year()));
        published.removeIf(String::isEmpty);
        List<String> place = new ArrayList<>();
        place.add(Excerpt.of(claim.locator()));
        place.add(via.isEmpty() ? "" : "as cited in " + page.names.source(via));
        place.removeIf(String::isEmpty);
        return new Reference(
                name,
                known.isEmpty(),
                source.author().endsWith(".")
                        ? source.author().substring(0, source.author().length() - 1)
                        : source.author(),
                source.title().isEmpty() ? (source.author().isEmpty() ? id : "") : source.title(),
                SourceSection.isWeb(source.url()) ? source.url() : "",
                String.join(", ", published),
                String.join("; ", place));
    }

    String title() {
        return dossier.title();
    }

    List<Box> boxes() {
        return boxes;
    }

    /** How many more events have no infobox. */
    int boxesLeftOut() {
        return boxesLeftOut;
    }

    boolean isCut() {
        return boxesLeftOut > 0;
    }

    List<Table> tables() {
        return tables;
    }
}
