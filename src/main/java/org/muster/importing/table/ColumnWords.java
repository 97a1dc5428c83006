package org.muster.importing.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.muster.figure.Measure;
import org.muster.figure.State;
import org.muster.reading.FigureReader;
import org.muster.reading.ReadFigure;
import org.muster.reading.ReadText;
import org.muster.text.CellText;
import org.muster.text.ResourceTable;

/** What the words of a table's header, and its codes, are likely to mean. */
final class ColumnWords {

    /** The roles of columns that say of what, when and by whom a figure is. */
    static final List<String> LABELS =
            List.of("date", "year", "source", "note", "place", "event", "party", "formation");

    private static final Map<String, List<String>> ROLES = roles();
    private static final Map<String, String> CODES = codes();
    private static final FigureReader READER = FigureReader.of(FigureReader.languages());
    private static final Pattern FOOTNOTE =
            Pattern.compile("(?i)\\[(?:[a-z]|\\d{1,3}|(?:note|nb|n|fn)[ .-]?\\w{0,3})\\]|[¹²³⁰⁴-⁹†‡*§¶]");
    private static final int LONGEST = 100;

    /**
     * A measure that a header or a code names.
     *
     * @param item its item; blank if none is named
     * @param state its state; blank if none is named
     * @param label what else the header says, such as a party
     */
    record Named(String item, String state, String label) {

        /** Whether it says no more than that something was lost. */
        boolean isOfAnyLoss() {
            return state.equals(State.CASUALTIES.name())
                    || state.equals(State.CASUALTIES.forThings().name());
        }

        /** The measure: a state alone is of people, an item alone is present. */
        String measure() {
            String of = item.equals("personnel") ? "" : item;
            String named = state.isEmpty() ? State.STRENGTH.name() : state;
            if (of.isEmpty()) {
                return named.equals(State.CASUALTIES.forThings().name()) ? State.CASUALTIES.name() : named;
            }
            return of + " " + named;
        }
    }

    private ColumnWords() {}

    private static Map<String, List<String>> roles() {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        for (List<String> row : ResourceTable.rows(ColumnWords.class, "roles.csv", "role", "words")) {
            roles.put(row.get(0), ResourceTable.phrases(row.get(1)));
        }
        return roles;
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (List<String> row : ResourceTable.rows(ColumnWords.class, "codes.csv", "code", "measure")) {
            codes.put(row.get(0), row.get(1));
        }
        return codes;
    }

    /** What a header counts, where that is only some of an item: {@code officers}; else blank. */
    static String groupIn(String header) {
        return READER.groupIn(String.join(" ", words(header))).orElse("");
    }

    /**
     * Returns the words of a header in lower case, without marks of footnotes: {@code Killed_low}, {@code KilledLow} and {@code
     * killed (low)[2]} alike.
     */
    static List<String> words(String header) {
        List<String> words = new ArrayList<>();
        for (String word : FOOTNOTE.matcher(header)
                .replaceAll("")
                .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** How early a header's words stand among those of a role; empty if they do not. All of the header counts before a part. */
    static Optional<Integer> rank(String role, String header) {
        List<String> known = ROLES.getOrDefault(role, List.of());
        String words = String.join(" ", words(header));
        int whole = known.indexOf(words);
        if (whole >= 0) {
            return Optional.of(whole);
        }
        for (int i = 0; i < known.size(); i++) {
            if ((" " + words + " ").contains(" " + known.get(i) + " ")) {
                return Optional.of(known.size() + i);
            }
        }
        return Optional.empty();
    }

    static boolean is(String role, String header) {
        return rank(role, header).isPresent();
    }

    /** Whether all of a header is among the words of a role. */
    static boolean isWholly(String role, String header) {
        return ROLES.getOrDefault(role, List.of()).contains(String.join(" ", words(header)));
    }

    /** Returns a label without the words of a role. */
    static String without(String role, String label) {
        String rest = label;
        for (String phrase : ROLES.getOrDefault(role, List.of())) {
            rest = rest.replaceAll("(?iu)(?<!\\p{L})" + Pattern.quote(phrase) + "(?!\\p{L})", "");
        }
        return CellText.name(rest);
    }

    /** Whether a header says that its column has shares, means or other numbers that count nobody. */
    static boolean isUncounted(String header) {
        return header.indexOf('%') >= 0 && !isInterval(header)
                || is("share", header)
                || is("uncounted", header)
                || isWholly("uncounted alone", header);
    }

    /** Whether a header names the limits of a confidence interval. */
    static boolean isInterval(String header) {
        return is("interval", header);
    }

    /**
     * Returns what is left of a header without the word for an end of a range.
     *
     * @param role low, high or best
     * @return such as {@code killed} of {@code killed_low}; of {@code bdlow} too
     */
    static List<String> stems(String role, String header) {
        List<String> words = words(header);
        List<String> stems = new ArrayList<>();
        for (String end : ROLES.getOrDefault(role, List.of())) {
            int last = words.size() - 1;
            if (last >= 0 && words.get(last).equals(end)) {
                stems.add(String.join(" ", words.subList(0, last)));
            } else if (last >= 0 && words.get(0).equals(end)) {
                stems.add(String.join(" ", words.subList(1, last + 1)));
            } else if (last >= 0 && end.length() > 2 && words.get(last).endsWith(end)) {
                String glued = words.get(last);
                List<String> rest = new ArrayList<>(words.subList(0, last));
                rest.add(glued.substring(0, glued.length() - end.length()));
                stems.add(String.join(" ", rest));
            }
        }
        return stems.stream().map(ColumnWords::withoutInterval).toList();
    }

    /** Returns the name of a low end without the word that says so; all of it if nothing is left. */
    static String withoutEnd(String header) {
        for (String stem : stems("low", header)) {
            if (!stem.isEmpty()) {
                return label(header, List.of(stem.split(" ", -1)));
            }
        }
        return header;
    }

    /** The words of a stem that do not say of which confidence its range is. */
    private static String withoutInterval(String stem) {
        List<String> words = new ArrayList<>(List.of(stem.split(" ", -1)));
        boolean isInterval = words.removeAll(ROLES.getOrDefault("interval", List.of()));
        List<String> besides = new ArrayList<>(words);
        besides.removeAll(ROLES.getOrDefault("of interval", List.of()));
        return String.join(" ", isInterval || besides.isEmpty() ? besides : words);
    }

    /** Returns the measure that words name, and what they say besides; empty if they name none. */
    static Optional<Named> measure(String text) {
        List<String> words = new ArrayList<>(words(text));
        String joined = String.join("_", words);
        if (State.knows(joined)) {
            return Optional.of(new Named("", joined, ""));
        }
        if (words.size() == 1 && joined.length() > 1 && CODES.containsKey(joined.toUpperCase(Locale.ROOT))) {
            return code(joined);
        }
        for (String multiple : List.of("thousands", "millions")) {
            ROLES.getOrDefault(multiple, List.of()).forEach(phrase -> words.removeAll(words(phrase)));
        }
        Optional<Named> whole = Optional.empty();
        for (int i = 0;
                i < words.size() && whole.filter(named -> !named.isOfAnyLoss()).isEmpty();
                i++) {
            Optional<Named> behind = read(words.subList(i, words.size())); // losses of Blue, killed
            whole = whole.isEmpty()
                            || behind.filter(named -> !named.isOfAnyLoss()).isPresent()
                    ? behind
                    : whole;
        }
        if (whole.isEmpty()) {
            return whole;
        }
        int from = words.size() - 1; // the fewest words that say as much
        while (from > 0 && !same(read(words.subList(from, words.size())), whole)) {
            from--;
        }
        int to = words.size(); // and all behind them that the reader understands: killed in action
        while (to > from + 1
                && !(same(read(words.subList(from, to)), whole) && isUnderstood(words.subList(from, to)))) {
            to--;
        }
        List<String> rest = new ArrayList<>(words.subList(0, from));
        rest.removeIf(word -> read(List.of(word)).isPresent());
        rest.addAll(words.subList(to, words.size()));
        rest.removeAll(ROLES.getOrDefault("idle", List.of()));
        if (ROLES.getOrDefault("joining", List.of()).containsAll(rest)) {
            rest.clear(); // officers and men
        }
        return Optional.of(new Named(whole.get().item, whole.get().state, label(text, rest)));
    }

    private static boolean same(Optional<Named> some, Optional<Named> whole) {
        return some.isPresent()
                && some.get().measure().equals(whole.orElseThrow().measure());
    }

    private static boolean isUnderstood(List<String> words) {
        return READER.readAll("100 " + String.join(" ", words)).ignored().isEmpty();
    }

    /** Words with the capitals that they have in a header. */
    private static String label(String header, List<String> words) {
        StringBuilder label = new StringBuilder();
        String lower = header.toLowerCase(Locale.ROOT);
        for (String word : words) {
            int at = lower.length() == header.length() ? lower.indexOf(word) : -1;
            label.append(label.isEmpty() ? "" : " ").append(at < 0 ? word : header.substring(at, at + word.length()));
        }
        return label.toString();
    }

    private static Optional<Named> read(List<String> words) {
        String text = String.join(" ", words);
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        ReadText read = READER.readAll("100 " + text);
        if (read.figures().size() != 1) {
            return Optional.empty();
        }
        ReadFigure figure = read.figures().get(0);
        return figure.item().isEmpty() && figure.state().isEmpty()
                ? Optional.empty()
                : Optional.of(new Named(figure.item(), figure.state(), ""));
    }

    /** Returns the measure that a code or a word in a cell stands for; empty if none is known. */
    static Optional<Named> code(String cell) {
        String code = CODES.get(cell.toUpperCase(Locale.ROOT));
        if (code != null) {
            Measure measure = Measure.parse(code);
            return Optional.of(new Named("", measure.state().name(), ""));
        }
        return isUnderstood(words(cell)) ? measure(cell) : Optional.empty();
    }
}
