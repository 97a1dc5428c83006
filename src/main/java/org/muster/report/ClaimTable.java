package org.muster.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.muster.compare.NumberText;
import org.muster.dossier.Claim;
import org.muster.interval.Interval;

/**
 * A table of claims on a page. Each claim stands in one of them, with its id, line, text, range, voice, source, locator, date,
 * grade and note.
 *
 * @param caption what the claims are about
 * @param hasQuantity whether the first column names the quantity
 * @param hasText whether a claim has a text as written
 * @param hasSource whether the source has a column: not where each voice is its own source and nothing more is said
 * @param rows the claims
 */
record ClaimTable(String caption, boolean hasQuantity, boolean hasText, boolean hasSource, List<Row> rows) {

    /**
     * A claim.
     *
     * @param anchor its id on the page
     * @param quantityAnchor that of its quantity, in the first row about it; empty in others
     * @param quantity the name of its quantity
     * @param text what is written
     * @param id its id
     * @param line the line of {@code claims.csv}; empty for a claim made in code
     * @param range the range that was read
     * @param voice who says it
     * @param about whom the voice speaks of, where it is a party
     * @param sources the works
     * @param more locator, date and the work in which it was seen; may be empty
     * @param note the note; may be empty
     */
    record Row(
            String anchor,
            String quantityAnchor,
            String quantity,
            String text,
            String id,
            String line,
            String range,
            String voice,
            String about,
            List<SourceLink> sources,
            String more,
            String note) {}

    /**
     * A work that gives a figure.
     *
     * @param href its entry in the list of sources
     * @param name its name
     * @param grade reliability and credibility, such as {@code B2}; may be empty
     * @param inWords the same in words
     * @param comma whether another follows
     */
    record SourceLink(String href, String name, String grade, String inWords, boolean comma) {}

    /** A table of the claims about one quantity, or about several. */
    static ClaimTable of(PageContext page, String caption, boolean hasQuantity, List<Claim> claims) {
        page.show(claims);
        List<Row> rows = new ArrayList<>(claims.size());
        boolean hasSource = false;
        boolean hasText = false;
        Claim last = null;
        for (Claim claim : claims) {
            boolean isFirst = last == null || !last.quantity().equals(claim.quantity());
            Row row = row(page, claim, hasQuantity && isFirst);
            rows.add(row);
            hasText |= !row.text().isEmpty();
            hasSource |= !row.more().isEmpty()
                    || !row.note().isEmpty()
                    || row.sources().stream().anyMatch(source -> !source.grade().isEmpty())
                    || !Set.copyOf(claim.sources()).equals(page.dossier.voices(claim));
            last = claim;
        }
        return new ClaimTable(caption, hasQuantity, hasText, hasSource, rows);
    }

    private static Row row(PageContext page, Claim claim, boolean isFirst) {
        int line = page.line(claim);
        String best = claim.figure().best().isPresent()
                ? ", best " + NumberText.range(Interval.of(claim.figure().best().getAsDouble()))
                : "";
        return new Row(
                page.anchors.claim(claim),
                isFirst ? page.anchors.quantity(claim.quantity()) : "",
                page.names.quantity(claim.quantity()),
                claim.figure().text(),
                claim.id(),
                line == 0 ? "" : Integer.toString(line),
                PageContext.number(claim) + best,
                voice(page, claim),
                about(page, claim),
                sources(page, claim),
                more(page, claim),
                claim.note());
    }

    /** Who says it. A work that only copies another need not have copied rightly, so that the other one is not said to say it. */
    private static String voice(PageContext page, Claim claim) {
        Set<String> voices = page.dossier.voices(claim);
        boolean isCopied =
                claim.claimant().isEmpty() && claim.sources().stream().noneMatch(voices::contains);
        return (isCopied ? "copied from " : "") + page.names.voices(voices);
    }

    private static String about(PageContext page, Claim claim) {
        return switch (page.voiceKinds.of(claim)) {
            case OWN -> claim.claimant().equals(claim.quantity().party()) ? "on itself" : "on its own side";
            case OPPONENT -> "on its opponent";
            case THIRD -> "";
        };
    }

    private static List<SourceLink> sources(PageContext page, Claim claim) {
        List<SourceLink> links = new ArrayList<>();
        for (int i = 0; i < claim.sources().size(); i++) {
            String id = claim.sources().get(i);
            String reliability = page.dossier.source(id).grade();
            List<String> words = new ArrayList<>();
            if (!reliability.isEmpty()) {
                words.add("reliability " + reliability);
            }
            if (!claim.credibility().isEmpty()) {
                words.add("credibility " + claim.credibility());
            }
            links.add(new SourceLink(
                    page.anchors.source(id),
                    page.names.source(id),
                    reliability + claim.credibility(),
                    String.join(", ", words),
                    i < claim.sources().size() - 1));
        }
        return links;
    }

    private static String more(PageContext page, Claim claim) {
        List<String> more = new ArrayList<>();
        more.add(claim.locator());
        if (claim.asOf().isGiven()) {
            more.add("as of " + claim.asOf().shortLabel());
        }
        if (!claim.via().isEmpty() && !claim.via().equals(page.via)) {
            more.add("seen in " + page.names.source(claim.via()));
        }
        more.removeIf(String::isEmpty);
        return String.join(", ", more);
    }

    /** The heading of the column with the texts. */
    String textHeading() {
        return hasText ? "As written" : "Claim";
    }
}
