package org.muster.dossier;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.muster.figure.Figure;
import org.muster.figure.Measure;
import org.muster.figure.Qualifier;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;
import org.muster.reading.FigureReader;
import org.muster.text.CellText;
import org.muster.text.Excerpt;

/**
 * What sources write of one quantity: a figure, who is said to claim it, and where it is found. The text as written stays with the claim from the file to the last report.
 *
 * <pre>{@code
 * Claim.of("Japan", "killed", "21,389", "Coox 1985").claimedBy("Japan").at("p. 1176")
 * }</pre>
 *
 * @param id the name by which reports cite the claim; blank until it joins a dossier
 * @param quantity what is counted
 * @param figure what is written of it
 * @param sources the ids of the works that give this one figure; at least one
 * @param claimant the party whose claim the sources report; blank if they speak for themselves
 * @param via the work in which the cited one is quoted; blank if it was consulted directly
 * @param locator page, table or note
 * @param credibility of this item, from {@code 1} (confirmed) to {@code 5} (improbable), {@code 6} if it cannot be judged (AJP-2.1), or blank
 * @param origin the origin that this claim copies, if it differs from that of its sources
 * @param asOf the date that the figure stands for
 * @param note anything a reader should know
 */
public record Claim(
        String id,
        Quantity quantity,
        Figure figure,
        List<String> sources,
        String claimant,
        String via,
        String locator,
        String credibility,
        String origin,
        AsOf asOf,
        String note) {

    /** The most characters of a figure: a whole book in a cell is not a figure. */
    public static final int LONGEST_FIGURE = 100_000;

    /**
     * Checks that nothing is null, that a source is named, that the range is open where the qualifier says so, and the
     * forms of credibility and date. White space around a text is removed, as when it is read from a file, and names are kept as
     * {@link CellText#name} gives them.
     */
    public Claim {
        id = CellText.strip(requireNonNull(id, "id"));
        requireNonNull(quantity, "quantity");
        figure = stripped(figure);
        claimant = CellText.name(requireNonNull(claimant, "claimant"));
        via = CellText.name(requireNonNull(via, "via"));
        locator = CellText.strip(requireNonNull(locator, "locator"));
        credibility = CellText.strip(requireNonNull(credibility, "credibility"));
        origin = CellText.name(requireNonNull(origin, "origin"));
        requireNonNull(asOf, "asOf");
        note = CellText.strip(requireNonNull(note, "note"));
        if (figure.text().length() > LONGEST_FIGURE) {
            throw new IllegalArgumentException(tooLong(figure.text()));
        }
        sources = named(List.copyOf(requireNonNull(sources, "sources")));
        if (sources.isEmpty() || sources.contains("")) {
            throw new IllegalArgumentException("sources are empty: say who gives the figure");
        }
        for (String source : sources) {
            if (source.indexOf(';') >= 0) {
                throw new IllegalArgumentException("source " + Excerpt.quoted(source)
                        + " contains a ;, which separates sources: name each by itself");
            }
        }
        if (figure.range().isPresent()) {
            String misfit = misfit(figure.qualifier(), figure.range().get());
            if (!misfit.isEmpty()) {
                throw new IllegalArgumentException("qualifier " + misfit);
            }
        }
        if (!isCredibility(credibility)) {
            throw new IllegalArgumentException(
                    "credibility " + Excerpt.quoted(credibility) + " is not one of 1 to 6 or blank");
        }
    }

    /**
     * Returns a claim in short form, like a row of a table.
     *
     * @param party whose men or tanks are counted
     * @param measure the item and its state: {@code killed}, {@code tanks captured}; names that are not known are taken for
     *     new ones, as spelled
     * @param figure the figure as written, in English: {@code 9,780–12,031 killed}; one in words, such as {@code heavy}, has
     *     no number
     * @param source the id of the source, or its citation; several are separated by {@code ;}
     * @return the claim, at the whole area of the dossier's own event
     * @throws IllegalArgumentException if the measure is not well formed, or the text has no figure for it or several
     */
    public static Claim of(String party, String measure, String figure, String source) {
        requireNonNull(party, "party");
        requireNonNull(figure, "figure");
        requireNonNull(source, "source");
        Measure parsed = Measure.parse(requireNonNull(measure, "measure"));
        return of(
                new Quantity("", party, "", parsed, ""),
                StatedFigure.of(figure, parsed, FigureReader.english()).figure(),
                source);
    }

    /**
     * Returns a claim about a quantity.
     *
     * @param quantity what is counted
     * @param figure what is written of it
     * @param source the id of the source, or its citation; several are separated by {@code ;}
     * @return the claim
     */
    public static Claim of(Quantity quantity, Figure figure, String source) {
        return new Claim(
                "",
                quantity,
                figure,
                cited(requireNonNull(source, "source")),
                "",
                "",
                "",
                "",
                "",
                AsOf.WHOLE_EVENT,
                "");
    }

    /**
     * Returns the ids of claims, as reports list them.
     *
     * @param claims the claims
     * @return their ids
     */
    public static List<String> ids(List<Claim> claims) {
        return claims.size() == 1
                ? List.of(claims.get(0).id())
                : claims.stream().map(Claim::id).toList();
    }

    /** The ids that a cell names, each once; {@code ;} joins them, as does its like in Greek, which NFC makes the same. */
    static List<String> cited(String cell) {
        Set<String> ids = new LinkedHashSet<>();
        for (String part : CellText.name(cell).split(";", -1)) {
            String id = CellText.name(part);
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        return List.copyOf(ids);
    }

    /** Returns why a range does not match a one-sided qualifier; blank if it does. */
    static String misfit(Qualifier qualifier, Interval range) {
        boolean open = range.sup() == Double.POSITIVE_INFINITY;
        if (!open && (qualifier == Qualifier.AT_LEAST || qualifier == Qualifier.MORE_THAN)) {
            return Excerpt.quoted(qualifier.toString()) + " leaves the range open above, which " + range
                    + " is not; if it is a bound: low " + Decimals.nearest(range.inf(), 17) + ", high Infinity";
        }
        if (open && (qualifier == Qualifier.AT_MOST || qualifier == Qualifier.LESS_THAN)) {
            return Excerpt.quoted(qualifier.toString()) + " closes the range above, and " + range + " is open";
        }
        return "";
    }

    static String tooLong(String text) {
        return Excerpt.quoted(text) + " has " + text.length() + " characters; expected a figure of at most "
                + LONGEST_FIGURE;
    }

    /** The names of sources, each once; the same list where it holds them already, which many claims may share. */
    private static List<String> named(List<String> sources) {
        List<String> names = List.copyOf(new LinkedHashSet<>(CellText.names(sources)));
        return names.equals(sources) ? sources : names;
    }

    private static Figure stripped(Figure figure) {
        String text = CellText.strip(figure.text());
        return text.length() == figure.text().length()
                ? figure
                : new Figure(text, figure.range(), figure.qualifier(), figure.best(), figure.unit());
    }

    /**
     * Returns this claim, attributed to a party that the sources report.
     *
     * @param claimant the party that claims
     * @return the claim
     */
    public Claim claimedBy(String claimant) {
        return new Claim(id, quantity, figure, sources, claimant, via, locator, credibility, origin, asOf, note);
    }

    /**
     * Returns this claim with its place in the source.
     *
     * @param locator page, table or note
     * @return the claim
     */
    public Claim at(String locator) {
        return new Claim(id, quantity, figure, sources, claimant, via, locator, credibility, origin, asOf, note);
    }

    /**
     * Returns this claim about the same count at a place.
     *
     * @param place the place; blank is the whole area of the event
     * @return the claim
     */
    public Claim in(String place) {
        return with(quantity.with(Dimension.PLACE, place));
    }

    /**
     * Returns this claim about another quantity.
     *
     * @param quantity what is counted
     * @return the claim
     */
    public Claim with(Quantity quantity) {
        return new Claim(id, quantity, figure, sources, claimant, via, locator, credibility, origin, asOf, note);
    }

    /**
     * Returns this claim with the date that its figure stands for.
     *
     * @param asOf a date in ISO 8601, as precise as known: {@code 1945-08}
     * @return the claim
     */
    public Claim asOf(String asOf) {
        return new Claim(
                id, quantity, figure, sources, claimant, via, locator, credibility, origin, AsOf.parse(asOf), note);
    }

    /**
     * Returns this claim with the name by which reports cite it.
     *
     * @param id the name, which no other claim of the dossier has
     * @return the claim
     */
    public Claim named(String id) {
        return new Claim(id, quantity, figure, sources, claimant, via, locator, credibility, origin, asOf, note);
    }

    static boolean isCredibility(String credibility) {
        return credibility.isEmpty()
                || credibility.length() == 1 && credibility.charAt(0) >= '1' && credibility.charAt(0) <= '6';
    }

    /** Returns a hash of the id, which alone distinguishes the claims of a dossier. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /**
     * Returns the claim as a reader would write it down: {@code Japan: killed, 21,389 (Coox 1985, claimed by Japan)}.
     */
    @Override
    public String toString() {
        return quantity.label()
                + ", "
                + figure
                + " ("
                + String.join("; ", sources)
                + (claimant.isEmpty() ? "" : ", claimed by " + claimant)
                + ")";
    }
}
