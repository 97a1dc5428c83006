package org.muster.importing.infobox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.muster.reading.FigureReader;
import org.muster.reading.IgnoredPart;
import org.muster.reading.ReadText;
import org.muster.reading.Reason;

/** Interprets the words above figures: whose claim, whose men, where, or what is counted. */
final class Headings {

    /** The kinds of heading. */
    enum Kind {
        /** Whose claim the figures are. */
        CLAIMANT,
        /** Whose men and tanks they count. */
        PARTY,
        /** What they count, in words known to the reader of figures. */
        MEASURE,
        /** That they are totals. */
        TOTAL,
        /** Something else: a place, a unit, a day. */
        OTHER
    }

    /**
     * A heading.
     *
     * @param name the party, the place, or the words as written
     * @param measure whether the words also say what is counted
     * @param known whether a party of this name is known
     */
    record Heading(Kind kind, String name, boolean measure, boolean known) {}

    private final Sides sides;
    private final List<String> places;

    /** Creates the headings over figures of these sides; the places occur in texts such as the title of the article. */
    Headings(Sides sides, List<String> places) {
        this.sides = sides;
        this.places = places;
    }

    /** Returns whether some words occur in one of the texts about places. */
    boolean isPlace(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        for (String known : places) {
            int at = known.indexOf(lower);
            boolean whole = at >= 0
                    && (at == 0 || !Character.isLetter(known.charAt(at - 1)))
                    && (at + lower.length() == known.length()
                            || !Character.isLetter(known.charAt(at + lower.length())));
            if (whole) {
                return true;
            }
        }
        return false;
    }

    /** Returns the heading that some words above figures make. */
    Heading of(String words) {
        Optional<Heading> claimant = claimant(words);
        if (claimant.isPresent()) {
            return claimant.get();
        }
        ReadText read = FigureReader.english().readAll(words + ":");
        boolean measure = false;
        boolean total = false;
        for (IgnoredPart part : read.ignored()) {
            measure |= part.reason() == Reason.LABEL;
            total |= part.reason() == Reason.RELATION;
        }
        Optional<String> party = sides.party(words);
        if (party.isEmpty()) {
            String force = without(words, HeadingWords.FORCE);
            party = force.equals(words) ? Optional.empty() : sides.party(without(force, HeadingWords.IDLE));
        }
        if (party.isEmpty() && sides.isCountry(words) && !isPlace(words)) {
            party = Optional.of(words);
        }
        if (party.isPresent()) {
            return new Heading(Kind.PARTY, party.get(), measure, true);
        }
        return new Heading(total ? Kind.TOTAL : measure ? Kind.MEASURE : Kind.OTHER, words, measure || total, false);
    }

    /** Returns the claimant that some words name, if any: Soviet claim, according to the Japanese. */
    Optional<Heading> claimant(String words) {
        String said = words;
        boolean claims = false;
        boolean weak = false;
        String lower = said.toLowerCase(Locale.ROOT);
        for (String before : HeadingWords.BEFORE_CLAIMANT) {
            if (lower.startsWith(before + " ") && !claims) {
                said = said.substring(before.length()).strip();
                claims = true;
            }
        }
        for (String before : HeadingWords.BEFORE_PARTY) {
            if (lower.startsWith(before + " ") && !claims && !weak) {
                said = said.substring(before.length()).strip();
                weak = true;
            }
        }
        String bare = without(said, HeadingWords.AFTER_CLAIMANT);
        claims |= !bare.equals(said);
        bare = without(bare, HeadingWords.IDLE);
        if (!claims && !weak || bare.isEmpty() || HeadingWords.IDLE.contains(bare.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        if (bare.endsWith("'s") || bare.endsWith("’s")) {
            bare = bare.substring(0, bare.length() - 2);
        }
        Optional<String> party = sides.party(bare);
        if (!claims && party.isEmpty()) {
            return Optional.empty(); // by sea, per day
        }
        return Optional.of(new Heading(Kind.CLAIMANT, party.orElse(bare), false, party.isPresent()));
    }

    /** Returns words without those of a set at either end; unchanged if all of them are in the set. */
    private static String without(String words, Set<String> set) {
        String rest = words.strip();
        while (true) {
            int last = rest.lastIndexOf(' ');
            int first = rest.indexOf(' ');
            if (last > 0 && set.contains(rest.substring(last + 1).toLowerCase(Locale.ROOT))) {
                rest = rest.substring(0, last).strip();
            } else if (first > 0 && set.contains(rest.substring(0, first).toLowerCase(Locale.ROOT))) {
                rest = rest.substring(first + 1).strip();
            } else {
                return rest;
            }
        }
    }
}
