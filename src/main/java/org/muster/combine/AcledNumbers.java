package org.muster.combine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.dossier.Claim;
import org.muster.figure.Measure;
import org.muster.figure.Qualifier;
import org.muster.figure.State;
import org.muster.interval.Interval;
import org.muster.reading.FigureReader;
import org.muster.reading.ReadFigure;
import org.muster.text.Excerpt;
import org.muster.text.ResourceTable;

/**
 * The numbers for which words such as "dozens" stand in ACLED's data, and its most conservative report. Such a word counts
 * where the text says no more than it and, perhaps, what is counted: "several dozens of men killed" in a claim about killed.
 */
final class AcledNumbers {

    /** The most characters of a text that says no more than such a word. */
    private static final int LONGEST = 200;

    private static final Map<String, Double> NUMBERS = new HashMap<>();

    /** The states that a claim may mean by a state in its text: "dozens dead" are dozens killed. */
    private static final Map<String, List<String>> MEANT = new HashMap<>();

    /** What surrounds a text and says nothing: full stops, quotation marks, brackets, footnote marks at the end. */
    private static final Pattern MARKS = Pattern.compile("^[\\s\"“”‘’(]+|(?:[\\s.\"“”‘’)]|\\[[^\\[\\]]{0,20}\\])+$");

    private static final Pattern ALONE;

    static {
        for (List<String> row : ResourceTable.rows(AcledNumbers.class, "words.csv", "word", "number")) {
            NUMBERS.put(row.get(0), Double.valueOf(row.get(1)));
        }
        for (List<String> row : ResourceTable.rows(AcledNumbers.class, "meant.csv", "said", "meant")) {
            MEANT.put(row.get(0), ResourceTable.phrases(row.get(1)));
        }
        ALONE = Pattern.compile(
                "(?:(?:several|some|many)\\s+)?(" + String.join("|", NUMBERS.keySet()) + ")(?:\\s+of)?(?:\\s+(.+))?");
    }

    private AcledNumbers() {}

    /** The first such word in a text, wherever it stands. */
    private static Optional<String> word(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
                .filter(NUMBERS::containsKey)
                .findFirst();
    }

    /** The number for which the text of a claim stands, or the reason why it stands for none. */
    private record Reading(OptionalDouble number, String refusal) {

        /** Returns the reading of a text that has a word for a number. */
        static Reading of(String text, String word, Measure asked) {
            String said = text.length() > LONGEST
                    ? ""
                    : MARKS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
            Matcher alone = ALONE.matcher(said);
            if (!alone.matches()) {
                return refused("as it says more than \"" + word + '"');
            }
            if (alone.group(2) != null) {
                Optional<ReadFigure> counted = counted(alone.group(2));
                if (counted.isEmpty()) {
                    return refused("as it says more than \"" + word + '"');
                } else if (!fits(counted.get(), asked)) {
                    return refused("as it counts " + counted.get().measure().replace('_', ' '));
                }
            }
            return new Reading(OptionalDouble.of(NUMBERS.getOrDefault(word, 0.0)), "");
        }

        private static Reading refused(String why) {
            return new Reading(OptionalDouble.empty(), why);
        }

        /** What words beside a number name, if all of them are of an item, a state or both. */
        private static Optional<ReadFigure> counted(String words) {
            FigureReader reader = FigureReader.english();
            return reader.measure(words)
                    .or(() -> reader.measure(words + " " + State.STRENGTH)) // an item needs a state to be a measure
                    .flatMap(measure -> reader.read("2 " + words).stream().findFirst());
        }

        private static boolean fits(ReadFigure said, Measure asked) {
            return said.fits(asked)
                    || (said.item().isEmpty() || said.item().equals(asked.item().name()))
                            && MEANT.getOrDefault(said.state(), List.of())
                                    .contains(asked.state().name());
        }
    }

    static Answer mostConservative(Evidence evidence) {
        double least = evidence.hull().isEmpty()
                ? Double.POSITIVE_INFINITY
                : evidence.hull().inf();
        Set<String> speaking = new HashSet<>();
        evidence.voices().forEach(voice -> speaking.add(voice.name()));
        evidence.bounds().forEach(voice -> speaking.add(voice.name()));
        Map<Claim, Double> worded = new HashMap<>();
        List<Claim> inOrder = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Claim claim : evidence.claims()) {
            String text = claim.figure().text();
            Optional<String> word = claim.figure().qualifier() == Qualifier.WORDS ? word(text) : Optional.empty();
            // A voice that gives a number elsewhere says that.
            if (word.isPresent() && evidence.dossier().voices(claim).stream().noneMatch(speaking::contains)) {
                Reading read = Reading.of(text, word.get(), evidence.quantity().measure());
                if (read.number().isPresent()) {
                    worded.put(claim, read.number().getAsDouble());
                    inOrder.add(claim);
                    least = Math.min(least, read.number().getAsDouble());
                } else {
                    refused.add(Excerpt.quotedLine(text) + " does not count, " + read.refusal());
                }
            }
        }
        Answer answer = least == Double.POSITIVE_INFINITY
                ? Answer.of(evidence.room(), evidence.bounds())
                : lowest(evidence, least, worded, inOrder);
        return refused.isEmpty() ? answer : answer.note(FirstFew.of(refused));
    }

    /** The answer that rests on the voices and words whose number is the least. */
    private static Answer lowest(Evidence evidence, double least, Map<Claim, Double> worded, List<Claim> inOrder) {
        List<Voice> lowest = evidence.voices().stream()
                .filter(voice -> voice.range().inf() == least)
                .sorted(Comparator.comparing(Voice::name))
                .toList();
        List<Claim> inWords = inOrder.stream()
                .filter(claim -> worded.getOrDefault(claim, -1.0) == least)
                .toList();
        Answer answer = Answer.of(Interval.of(least), lowest).restingOn(inWords).leavingOut("less conservative");
        return inWords.isEmpty()
                ? answer
                : answer.note(Excerpt.quotedLine(inWords.get(0).figure().text()) + " counts as " + (long) least);
    }
}
