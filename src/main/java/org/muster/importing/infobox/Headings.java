package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.reading.FigureReader;
import org.muster.reading.IgnoredPart;
import org.muster.reading.ReadText;
import org.muster.reading.Reason;

/** Interprets the words above figures: whose claim, whose men, where, or what is counted. */
final class Headings {

    /** More words are a sentence, not a name. */
    private static final int MOST_WORDS_OF_NAME = 6;
    /** Small words in a name, such as "of", have no capital. */
    private static final int LONGEST_SMALL_WORD = 3;
    /** Shorter words before a claimant have other meanings, too: per day. */
    private static final int SHORT_WORD = 4;

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
        /** The event that they are about; without a name, that of the infobox. */
        EVENT,
        /** A part of a party's men, or of the time. */
        PART,
        /** A name of which nothing is known: a place, or a party that no field names. */
        NAME,
        /** Other words. */
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
    private final PartyNames names;
    private final List<String> places;
    private final String title;
    private final FigureReader reader;
    private final Map<String, String> works;

    /**
     * Creates the headings over figures of some parties.
     *
     * @param works works by the name of their author in lower case, who as a claimant is the work's voice
     * @param title the title of the article, which as a heading means the event itself
     * @param places texts in which places occur, such as the title, in lower case
     */
    Headings(Sides sides, String title, List<String> places, Map<String, String> works, FigureReader reader) {
        this.sides = sides;
        this.names = sides.names();
        this.title = title.toLowerCase(Locale.ROOT);
        this.places = places;
        this.reader = reader;
        this.works = works;
    }

    FigureReader reader() {
        return reader;
    }

    /** Returns whether a claimant is known: a party, the voice of a work, an ancient author, or nobody. */
    boolean isKnownClaimant(String name, String column) {
        String lower = name.toLowerCase(Locale.ROOT);
        return works.containsValue(name)
                || HeadingWords.ANCIENT_AUTHOR.contains(lower)
                || HeadingWords.NOBODY.contains(lower.split(" ", 2)[0])
                || names.party(name, column).isPresent();
    }

    /** Returns whether some words occur in one of the texts about places. */
    boolean isPlace(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (isName(words) && HeadingWords.LAND.contains(lower.substring(lower.lastIndexOf(' ') + 1))) {
            return true;
        }
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

    /** Returns whether some words are the name of a unit with its number: Brigade 2506, Task Force 58. */
    boolean isUnit(String words) {
        int number = words.lastIndexOf(' ') + 1;
        boolean isNumber = number > 1 && words.substring(number).chars().allMatch(c -> c >= '0' && c <= '9');
        boolean isNamed = isNumber && Character.isUpperCase(words.codePointAt(0));
        if (!isNamed || words.chars().limit(number).anyMatch(Character::isDigit)) {
            return false;
        }
        String name = words.substring(0, number - 1);
        return HeadingWords.PART.contains(
                name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
    }

    /** Returns whether some words are the title, which as a heading is the event itself. */
    boolean isTitle(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return !title.isEmpty() && (lower.equals(title) || lower.equals("the " + title));
    }

    /** Returns the heading that some words above figures make in a column. */
    Heading of(String words, String column) {
        Optional<Heading> claimant = claimant(words, column);
        if (claimant.isPresent()) {
            return claimant.get();
        }
        String lower = words.toLowerCase(Locale.ROOT);
        if (HeadingWords.AFTER_CLAIMANT.contains(lower)) {
            return new Heading(Kind.CLAIMANT, words, false, true); // Estimates
        }
        if (isTitle(words)) {
            return new Heading(Kind.EVENT, "", false, true);
        }
        ReadText read = reader.readAll(words + ":");
        boolean measure = false;
        boolean total = HeadingWords.TOTAL.contains(lower) || HeadingWords.hasOne(HeadingWords.TOTAL, words);
        for (IgnoredPart part : read.ignored()) {
            measure |= part.reason() == Reason.LABEL;
            total |= part.reason() == Reason.RELATION;
        }
        measure &= !HeadingWords.hasOne(HeadingWords.SERVICE, words); // Army and Militia
        Optional<String> party = party(words, column);
        if (party.isPresent()) {
            return new Heading(Kind.PARTY, party.get(), measure, true);
        }
        if (total || measure) {
            return new Heading(total ? Kind.TOTAL : Kind.MEASURE, words, measure || total, false);
        }
        if (isName(words) && isEvent(words)) {
            return new Heading(Kind.EVENT, words, false, true);
        }
        boolean part = HeadingWords.hasOne(HeadingWords.PART, words)
                || HeadingWords.hasOne(HeadingWords.AFTERMATH, words)
                || HeadingWords.BEFORE_PART.contains(lower.split(" ", 2)[0])
                || words.chars().anyMatch(Character::isDigit);
        Kind kind = part ? Kind.PART : isName(words) ? Kind.NAME : Kind.OTHER;
        return new Heading(kind, words, false, false);
    }

    private Optional<String> party(String words, String column) {
        Optional<String> party = names.party(words, column);
        if (party.isEmpty()) {
            String force = without(words, HeadingWords.FORCE);
            String rest = without(force, HeadingWords.IDLE);
            party = rest.equals(words) ? Optional.empty() : names.party(rest, column);
        }
        if (party.isEmpty()) {
            party = together(words, column);
        }
        return party.isEmpty() && names.isCountry(words) && !isPlace(words) ? Optional.of(words) : party;
    }

    /** Returns the party that belligerents make together: North and South. */
    private Optional<String> together(String words, String column) {
        List<String> parties = new ArrayList<>();
        for (String part : words.split(",? (?:and|&|und|et|y|e|и) |, ", -1)) {
            Optional<String> party = part.isBlank() ? Optional.empty() : names.member(part.strip(), column);
            if (party.isEmpty()) {
                return Optional.empty();
            }
            parties.add(party.get());
        }
        return parties.size() < 2 ? Optional.empty() : Optional.of(sides.together(parties, column));
    }

    /** Returns whether words look like a name: two, or more with capitals. */
    private static boolean isName(String words) {
        String[] each = words.split(" ", MOST_WORDS_OF_NAME + 1);
        boolean capitals = true;
        for (String word : each) {
            capitals &= word.length() <= LONGEST_SMALL_WORD || !Character.isLowerCase(word.codePointAt(0));
        }
        return Character.isUpperCase(words.codePointAt(0))
                && (each.length <= 2 || capitals && each.length <= MOST_WORDS_OF_NAME);
    }

    /** Returns whether a name is of an event: Operation Star, Siege of Lowport. */
    private static boolean isEvent(String name) {
        for (String word : name.split(" ", -1)) {
            boolean capital = !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
            if (capital && HeadingWords.EVENT.contains(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the claimant that some words name, if any: Soviet claim, according to the Japanese. */
    Optional<Heading> claimant(String words, String column) {
        String said = words;
        boolean claims = false;
        boolean weak = false;
        boolean sure = false;
        String lower = said.toLowerCase(Locale.ROOT);
        Optional<String> voice = voice(said, column);
        if (voice.isPresent()) {
            return Optional.of(new Heading(Kind.CLAIMANT, voice.get(), false, true));
        }
        for (String before : HeadingWords.BEFORE_CLAIMANT) {
            if (lower.startsWith(before + " ") && !claims) {
                said = said.substring(before.length()).strip();
                claims = true;
                sure = before.length() > SHORT_WORD;
            }
        }
        for (String before : HeadingWords.BEFORE_NAME) {
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
        if (claims && !sure && HeadingWords.NOBODY.contains(bare.toLowerCase(Locale.ROOT))) {
            String nobody = said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1); // Modern estimates
            return Optional.of(new Heading(Kind.CLAIMANT, nobody, false, true));
        }
        Optional<String> party = names.party(bare, column);
        String first = bare.split(" ", 2)[0];
        if (party.isEmpty() && claims && !first.equals(bare) && isOneName(bare, first)) {
            party = names.party(first, column); // German medical data
        }
        if (party.isEmpty() && !sure && (!claims || !Character.isUpperCase(bare.codePointAt(0)))) {
            return Optional.empty(); // by sea, per day, modern estimates
        }
        String work = works.get(bare.toLowerCase(Locale.ROOT).replace(" and ", " & "));
        boolean known = party.isPresent() || work != null;
        return Optional.of(new Heading(Kind.CLAIMANT, party.orElse(work == null ? bare : work), false, known));
    }

    /** Returns whose claim a name alone makes it: that of an author whom everybody knows, or whose work is cited. */
    private Optional<String> voice(String name, String column) {
        String lower = name.toLowerCase(Locale.ROOT);
        String work = HeadingWords.ANCIENT_AUTHOR.contains(lower) ? name : works.get(lower.replace(" and ", " & "));
        return work == null || names.party(name, column).isPresent() ? Optional.empty() : Optional.of(work);
    }

    /** Returns whether only the first of some words is a name: not the German Foreign Office, nor German and Polish. */
    private static boolean isOneName(String words, String first) {
        if (!Character.isUpperCase(first.codePointAt(0))) {
            return false;
        }
        for (String word : words.substring(first.length()).strip().split(" ", -1)) {
            boolean name = !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
            if (name || HeadingWords.AND.contains(word)) {
                return false;
            }
        }
        return true;
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
