package org.muster.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.muster.compare.NumberText;
import org.muster.compare.Ranges;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Names;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;
import org.muster.plot.Picture;
import org.muster.plot.VoiceKind;

/** What the sections of a page have in common: the report, names, anchors, pictures and links. */
final class PageContext {

    final Report report;
    final Dossier dossier;
    final Ranges ranges;
    final Names names;
    final Anchors anchors;
    final VoiceKind.Finder voiceKinds;
    final AgreementSentences agreements;
    final CheckSentences checks;

    private final Map<Claim, Integer> lines = new HashMap<>();
    /** The claims that have a row on the page. */
    private final Set<Claim> shown = new LinkedHashSet<>();

    /** Where all claims were seen, which is then said once. */
    final String via;

    private int pictures;

    PageContext(Report report) {
        this.report = report;
        this.dossier = report.dossier();
        this.ranges = report.quantities().ranges();
        this.names = Names.of(dossier);
        this.anchors = new Anchors(report);
        this.via = commonVia(dossier);
        this.voiceKinds = VoiceKind.in(dossier);
        this.agreements = new AgreementSentences(names, ranges);
        this.checks = new CheckSentences(names, ranges, agreements);
        for (int i = 0; i < dossier.claims().size(); i++) {
            lines.put(dossier.claims().get(i), dossier.line(i));
        }
    }

    /**
     * A link, or plain text where its target is not on the page.
     *
     * @param href the id of its target; empty for plain text
     * @param text what it says
     */
    record Link(String href, String text) {}

    /**
     * A drawing at both widths.
     *
     * @param id its id
     * @param caption what stands above it; may be empty
     * @param small what stands smaller beneath the caption; may be empty
     * @param number which picture of the page it is
     * @param picture what is drawn
     */
    record Figure(String id, String caption, String small, int number, Picture picture) {

        /** The drawing for wide screens and print. */
        String wide() {
            return picture.toSvg(Picture.Width.WIDE, "w" + number);
        }

        /** The drawing for phones. */
        String narrow() {
            return picture.toSvg(Picture.Width.NARROW, "n" + number);
        }
    }

    Figure figure(String id, String caption, String small, Picture picture) {
        pictures++;
        return new Figure(id, caption, small, pictures, picture);
    }

    /** A drawing with an id of its own. */
    Figure figure(Picture picture) {
        return figure("f-" + (pictures + 1), "", "", picture);
    }

    int line(Claim claim) {
        return lines.getOrDefault(claim, 0);
    }

    /** Says that a claim has a row, which every link to it may use. */
    void show(List<Claim> claims) {
        shown.addAll(claims);
    }

    Link claim(Claim claim, String text) {
        return new Link(shown.contains(claim) ? anchors.claim(claim) : "", text);
    }

    /** The number of a claim, as a link to it. */
    Link claim(Claim claim) {
        return claim(claim, number(claim));
    }

    /** The numbers of claims, as links to them. */
    List<Link> claims(List<Claim> claims) {
        List<Link> links = new ArrayList<>();
        claims.forEach(claim -> links.add(claim(claim)));
        return links;
    }

    Link quantity(Quantity quantity) {
        boolean isShown = dossier.claims(quantity).stream().anyMatch(shown::contains);
        return new Link(isShown ? anchors.quantity(quantity) : "", names.quantity(quantity));
    }

    static String number(Claim claim) {
        return claim.figure()
                .range()
                .map(range -> NumberText.stated(range, claim.figure().qualifier()))
                .orElse("no number");
    }

    static String number(Interval range) {
        return NumberText.range(range);
    }

    /** A sentence about a quantity without the quantity's name, which stands before it or in the heading above. */
    String withoutName(Quantity quantity, String sentence) {
        String name = names.quantity(quantity) + ": ";
        return sentence.startsWith(name) ? sentence.substring(name.length()) : sentence;
    }

    /** A sentence with a capital letter, which stands alone. */
    static String capital(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    static String count(int number, String noun) {
        return NumberText.grouped(Integer.toString(number)) + " " + noun + (number == 1 ? "" : "s");
    }

    static String quantities(int number) {
        return number == 1 ? "1 quantity" : NumberText.grouped(Integer.toString(number)) + " quantities";
    }

    /** The work in which all claims were seen that it does not make itself; empty where there are several, or none. */
    private static String commonVia(Dossier dossier) {
        Set<String> seen = new LinkedHashSet<>();
        for (Claim claim : dossier.claims()) {
            seen.add(claim.via());
        }
        seen.remove("");
        if (seen.size() != 1) {
            return "";
        }
        String via = seen.iterator().next();
        boolean isCommon = dossier.claims().stream()
                .allMatch(claim -> claim.via().equals(via) || claim.sources().equals(List.of(via)));
        return isCommon ? via : "";
    }
}
