package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.muster.figure.Item;
import org.muster.reading.FigureReader;
import org.muster.reading.ReadFigure;
import org.muster.text.CellText;
import org.muster.text.ResourceTable;

/**
 * The words behind a number that the reader of figures does not know: the people that is counted, as in 149,000 Swedes,
 * and the things, as in 3 xebecs.
 */
final class FigureWords {

    private static final int MOST_WORDS_OF_NAME = 4;
    private static final int MOST_WORDS_OF_LONG_NAME = 8;
    private static final int MOST_WORDS_OF_THING = 3;
    private static final int MOST_WORDS_OF_KIND = 5;
    private static final int LONGEST_WORD = 40;
    private static final String ENDS = ",;:()\n";
    private static final int MOST_WORDS = 24;

    /**
     * What the words name.
     *
     * @param parties the parties whose men or things are counted, in order
     * @param things the words for things that the reader does not know
     * @param hasOther whether there are more words than name a thing
     * @param names whether the words begin with a name that is no party's
     * @param kind the known kind of thing or of people that they name, or blank: light cruisers, archers
     * @param type the kind of thing of which they name a type, or blank: Beaufighter, MiG-21
     */
    record Found(List<String> parties, List<String> things, boolean hasOther, boolean names, String kind, String type) {

        static Found ofParty(String party) {
            return new Found(List.of(party), List.of(), false, false, "", "");
        }
    }

    private record Word(int start, int end, String text) {}

    private static final Item EQUIPMENT = Item.of("equipment");
    private static final String TONNAGE = "tonnage";
    private static final String SHIPS = "ships";
    private static final String AIRCRAFT = "aircraft";

    /** The items by the words that mean them, and by the names of their types. */
    private static final Map<String, String> KINDS = itemsBy("kinds.csv", "words");

    private static final Map<String, String> TYPES = itemsBy("types.csv", "names");

    private final PartyNames names;
    private final FigureReader reader;
    private final InfoboxKind kind;
    /** Which words the reader knows as a state, and as people. */
    private final Map<String, Boolean> states = new HashMap<>();

    private final Map<String, Boolean> people = new HashMap<>();

    FigureWords(PartyNames names, FigureReader reader, InfoboxKind kind) {
        this.names = names;
        this.reader = reader;
        this.kind = kind;
    }

    /**
     * Returns what the words from the beginning of a figure to the next one say.
     *
     * @param start where the figure begins
     * @param limit where the next one does, or the line ends
     * @param anyCountry whether a country counts that is no belligerent
     */
    Found of(String text, int start, int limit, String column, boolean anyCountry) {
        List<Word> words = words(text, start, limit);
        int i = firstBehindNumber(words);
        List<String> parties = new ArrayList<>();
        List<String> things = new ArrayList<>();
        boolean open = true;
        boolean other = false;
        boolean name = false;
        while (i < words.size()) {
            String word = words.get(i).text();
            String lower = word.toLowerCase(Locale.ROOT);
            int length = 0;
            Optional<String> party = Optional.empty();
            for (int n = Math.min(MOST_WORDS_OF_NAME, words.size() - i); n > 0 && length == 0; n--) {
                party = people(phrase(text, words, i, n), column, anyCountry);
                length = party.isPresent() ? n : 0;
            }
            if (party.isPresent()) {
                parties.add(party.get());
                i += length;
                continue;
            }
            if (HeadingWords.STOP.contains(lower)) {
                ofParty(text, words, i, column).ifPresent(parties::add);
                break;
            }
            if (HeadingWords.AND.contains(lower)) {
                if (open && !things.isEmpty()) {
                    things.add("and");
                }
            } else if (isState(word)) {
                open = false;
            } else if (open && !HeadingWords.AMOUNT.contains(lower) && !HeadingWords.ADVERB.contains(lower)) {
                boolean proper = isName(word) || names.isKnown(word);
                name |= proper && things.isEmpty();
                other |= things.size() >= MOST_WORDS_OF_THING && !things.contains("and");
                if (!proper && !other && !name) {
                    things.add(word);
                }
            }
            i++;
        }
        while (!things.isEmpty() && things.get(things.size() - 1).equals("and")) {
            things.remove(things.size() - 1);
        }
        return new Found(
                parties,
                things,
                other || things.size() > 2 * MOST_WORDS_OF_THING,
                name,
                kind(text, words),
                type(text, words, phrase -> people(phrase, column, anyCountry).isPresent()));
    }

    private static Map<String, String> itemsBy(String table, String column) {
        Map<String, String> items = new HashMap<>();
        for (List<String> row : ResourceTable.rows(FigureWords.class, table, "item", column)) {
            ResourceTable.phrases(row.get(1)).forEach(phrase -> items.putIfAbsent(phrase, row.get(0)));
        }
        return items;
    }

    /** Returns the known kind of thing that some words behind a number name, with nothing else that is counted beside it. */
    private String kind(String text, List<Word> words) {
        int first = firstBehindNumber(words);
        for (int i = first; i < words.size() && !isEnd(words.get(i).text()) && !isJoined(words, i); i++) {
            for (int n = Math.min(MOST_WORDS_OF_KIND, words.size() - i); n > 0; n--) {
                String item = KINDS.get(phrase(text, words, i, n).toLowerCase(Locale.ROOT));
                if (item != null) {
                    int next = i + n;
                    boolean alone = next == words.size()
                            || isEnd(words.get(next).text())
                            || isAnd(words, next)
                            || !isAdjacent(
                                    text,
                                    words.get(next - 1).end(),
                                    words.get(next).start());
                    return alone && !isJoined(words, next) ? item : "";
                }
            }
        }
        return "";
    }

    /** Returns whether a word ends what is counted: a state, or how badly, or a preposition. */
    private boolean isEnd(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return HeadingWords.STOP.contains(lower) || HeadingWords.ADVERB.contains(lower) || isState(word);
    }

    private static boolean isAdjacent(String text, int from, int to) {
        return text.substring(from, to).isBlank();
    }

    /** Returns whether another thing follows that is counted together; an "and" at the end leads to the next figure. */
    private static boolean isJoined(List<Word> words, int at) {
        return at + 1 < words.size() && isAnd(words, at);
    }

    private static boolean isAnd(List<Word> words, int at) {
        return HeadingWords.AND.contains(words.get(at).text().toLowerCase(Locale.ROOT));
    }

    /** Returns the kind of thing of which some words behind a number name a type, and no people: Apaches may be either. */
    private static String type(String text, List<Word> words, Predicate<String> isPeople) {
        int first = firstBehindNumber(words);
        // the number of a type is a word of its own: 3 Ju 87
        first -= first > 1 && !Character.isDigit(words.get(first - 2).text().charAt(0)) ? 2 : 0;
        for (int i = first; i < words.size() && i < first + MOST_WORDS_OF_NAME; i++) {
            for (int n = Math.min(2, words.size() - i); n > 0; n--) {
                String written = phrase(text, words, i, n);
                boolean isName = Character.isUpperCase(written.codePointAt(0)) && !isPeople.test(written);
                Optional<String> item = isName ? ofType(written.toLowerCase(Locale.ROOT)) : Optional.empty();
                if (item.isPresent()) {
                    return item.get();
                }
            }
        }
        return "";
    }

    private static Optional<String> ofType(String name) {
        String one = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        String number = one.replaceAll("\\d+", "#");
        int last = number.lastIndexOf('#');
        String without = last < 0 ? number : number.substring(0, last + 1); // of a variant: MiG-21bis
        return Stream.of(name, one, number, without)
                .filter(TYPES::containsKey)
                .map(TYPES::get)
                .findFirst();
    }

    /** Returns the party of the column whose men are counted: 1,500 of the Swedish army. */
    private Optional<String> ofParty(String text, List<Word> words, int of, String column) {
        int first = of;
        while (first < words.size()
                && HeadingWords.OF.contains(words.get(first).text().toLowerCase(Locale.ROOT))) {
            first++;
        }
        for (int n = first == of ? 0 : Math.min(MOST_WORDS_OF_LONG_NAME, words.size() - first); n > 0; n--) {
            Optional<String> party = names.ownMember(phrase(text, words, first, n), column);
            if (party.isPresent()) {
                return party;
            }
        }
        return Optional.empty();
    }

    private static String phrase(String text, List<Word> words, int from, int count) {
        return text.substring(
                words.get(from).start(), words.get(from + count - 1).end());
    }

    /** Returns the words of a figure, with the name behind its number if that is of nothing the reader knows: 12 Jaguars. */
    static String said(String text, ReadFigure figure, int limit, Found found) {
        String said = figure.figure().text();
        boolean isNumber = Character.isDigit(said.charAt(said.length() - 1));
        if (!isNumber
                || !found.names() && found.type().isEmpty() && found.things().isEmpty()) {
            return said;
        }
        int end = figure.end();
        while (end < Math.min(limit, figure.end() + LONGEST_WORD) && ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(figure.start(), end);
    }

    /** Returns the words up to a sign that ends what is said of the number. */
    private static List<Word> words(String text, int start, int limit) {
        List<Word> words = new ArrayList<>();
        int i = start;
        boolean numbers = true;
        while (i < limit && words.size() < MOST_WORDS) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                boolean ends = "(;:[{\n\"".indexOf(c) >= 0
                        || !numbers && (c == ',' || c == '.' && i + 1 < limit && text.charAt(i + 1) == ' ');
                if (ends && !words.isEmpty()) {
                    break;
                }
                i++;
                continue;
            }
            int end = i;
            while (end < limit
                    && (Character.isLetterOrDigit(text.charAt(end))
                            || Character.getType(text.charAt(end)) == Character.NON_SPACING_MARK
                            || "-'’.,".indexOf(text.charAt(end)) >= 0
                                    && end + 1 < limit
                                    && Character.isLetterOrDigit(text.charAt(end + 1)))) {
                end++;
            }
            String word = text.substring(i, end);
            numbers = Character.isDigit(c) || numbers && HeadingWords.AMOUNT.contains(word.toLowerCase(Locale.ROOT));
            if (word.length() <= LONGEST_WORD) {
                words.add(new Word(i, end, word));
            }
            i = end;
        }
        return words;
    }

    private static int firstBehindNumber(List<Word> words) {
        int first = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text();
            if (Character.isDigit(word.charAt(0))) {
                first = i + 1;
            } else if (!HeadingWords.AMOUNT.contains(word.toLowerCase(Locale.ROOT))) {
                break;
            }
        }
        return first;
    }

    private Optional<String> people(String phrase, String column, boolean anyCountry) {
        boolean capital = Character.isUpperCase(phrase.codePointAt(0));
        String lower = phrase.toLowerCase(Locale.ROOT);
        if (!capital && kind.peoplesHaveCapitals()
                || HeadingWords.STOP.contains(lower)
                || HeadingWords.AND.contains(lower)
                || HeadingWords.AMOUNT.contains(lower)
                || HeadingWords.PART.contains(lower)) {
            return Optional.empty();
        }
        return anyCountry ? names.party(phrase, column) : names.member(phrase, column);
    }

    private boolean isState(String word) {
        return states.computeIfAbsent(word, each -> namesState("5 " + each));
    }

    /** Returns whether the reader finds a state in a text by itself. */
    boolean namesState(String text) {
        return reader.read(text).stream().anyMatch(read -> !read.state().isEmpty());
    }

    /**
     * Returns whether an English figure says what became of people in words for which there is no state: 300 displaced.
     *
     * @param text the text in which it stands
     * @param limit where the next figure begins, or the line ends
     */
    boolean isOfNoState(ReadFigure figure, String text, int limit) {
        if (!kind.language().equals("en")
                || !figure.figure().hasNumber()
                || !figure.state().isEmpty()) {
            return false;
        }
        if (HeadingWords.hasOne(HeadingWords.NO_LOSS, text.substring(figure.start(), limit))) {
            return true;
        }
        int from = figure.start(); // with what is said before it: all but 300 killed
        while (from > 0 && figure.start() - from < LONGEST_WORD && ENDS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        // is it open to what a label says?
        List<ReadFigure> labelled = reader.read("Lost: " + text.substring(from, figure.end()));
        return labelled.size() == 1 && labelled.get(0).state().isEmpty();
    }

    /** Returns whether a word is a name: it has a capital and is no abbreviation for a thing, as LST. */
    private boolean isName(String word) {
        boolean abbreviation = word.chars().filter(Character::isUpperCase).count() > 1
                || word.chars().anyMatch(Character::isDigit);
        return kind.capitalsAreNames() && Character.isUpperCase(word.codePointAt(0)) && !abbreviation;
    }

    /** Returns the item that some words name, as items are written: gun battery is {@code gun_batteries}. */
    Optional<String> item(List<String> things) {
        if (things.size() == 1 && HeadingWords.TONS.contains(things.get(0).toLowerCase(Locale.ROOT))) {
            return Optional.of(TONNAGE);
        }
        StringBuilder item = new StringBuilder();
        for (int i = 0; i < things.size(); i++) {
            String word = things.get(i).toLowerCase(Locale.ROOT);
            item.append(i == 0 ? "" : "_").append(i == things.size() - 1 ? plural(word) : word);
        }
        String name = CellText.name(item.toString().replaceAll("[-'’.,]", "_")); // as the measure of a claim is read
        boolean written = !name.isEmpty() && Character.isLetter(name.charAt(0));
        for (int i = 0; i < name.length() && written; i++) {
            char c = name.charAt(i);
            written = c == '_' || Character.isDigit(c) || Character.isLetter(c) && Character.toLowerCase(c) == c;
        }
        return written ? Optional.of(name) : Optional.empty();
    }

    /** Returns the known item of which a new one is a kind, by the last of its words: ship-sloops are ships. */
    String kindOf(List<String> things) {
        String said = things.get(things.size() - 1);
        String last = said.substring(said.lastIndexOf('-') + 1);
        Item item = itemIn("5 " + last).orElse(EQUIPMENT);
        return item.isShips() ? SHIPS : item.isAircraft() ? AIRCRAFT : item.isPeople() ? EQUIPMENT.name() : item.name();
    }

    private String plural(String word) {
        if (!kind.peoplesHaveCapitals() || word.endsWith("s") || word.endsWith("craft") || word.endsWith("men")) {
            return word; // of English words alone the plural is known
        }
        int last = word.length() - 1;
        if (word.endsWith("y") && last > 0 && "aeiou".indexOf(word.charAt(last - 1)) < 0 && word.length() > 3) {
            return word.substring(0, last) + "ies";
        }
        return word + (word.endsWith("x") || word.endsWith("ch") || word.endsWith("sh") ? "es" : "s");
    }

    /** Returns whether some words name a service, which a greater number counts the men of: 25,000 army. */
    static boolean isService(List<String> things) {
        return !things.isEmpty()
                && HeadingWords.ONE_SERVICE.contains(
                        things.get(things.size() - 1).toLowerCase(Locale.ROOT));
    }

    /** Returns whether some words can name things: not released, not serving, nor people that the reader knows. */
    boolean areThings(List<String> things) {
        if (things.isEmpty()) {
            return false;
        }
        String last = things.get(things.size() - 1);
        boolean verb = kind.peoplesHaveCapitals() && (last.endsWith("ed") || last.endsWith("ing"));
        return !verb && things.stream().noneMatch(this::isPeople);
    }

    private boolean isPeople(String word) {
        return people.computeIfAbsent(
                word, each -> itemIn("5 " + each).filter(Item::isPeople).isPresent());
    }

    /** Returns what the reader finds in a text by itself. */
    List<ReadFigure> read(String text) {
        return reader.read(text);
    }

    /** Returns the item that the reader finds in a text by itself. */
    Optional<Item> itemIn(String text) {
        return itemsIn(text).stream().findFirst();
    }

    /** Returns the items that the reader finds in a text. */
    List<Item> itemsIn(String text) {
        return reader.read(text).stream()
                .map(ReadFigure::item)
                .filter(item -> !item.isEmpty())
                .map(Item::of)
                .toList();
    }
}
