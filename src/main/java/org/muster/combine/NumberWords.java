package org.muster.combine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.muster.dossier.Claim;
import org.muster.figure.Qualifier;
import org.muster.interval.Interval;
import org.muster.text.ResourceTable;

/** The numbers for which words such as "dozens" stand in ACLED's data, and its most conservative report. */
final class NumberWords {

    private static final Map<String, Double> NUMBERS = new HashMap<>();

    static {
        for (List<String> row : ResourceTable.rows(NumberWords.class, "words.csv", "word", "number")) {
            NUMBERS.put(row.get(0), Double.valueOf(row.get(1)));
        }
    }

    private NumberWords() {}

    /** The number of the one such word in a text; none where there is no such word or more than one. */
    static OptionalDouble in(String text) {
        OptionalDouble found = OptionalDouble.empty();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
            Double number = NUMBERS.get(word);
            if (number != null) {
                if (found.isPresent()) {
                    return OptionalDouble.empty();
                }
                found = OptionalDouble.of(number);
            }
        }
        return found;
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
        for (Claim claim : evidence.claims()) {
            OptionalDouble number = claim.figure().qualifier() == Qualifier.WORDS
                    ? in(claim.figure().text())
                    : OptionalDouble.empty();
            // A voice that gives a number elsewhere says that.
            if (number.isPresent() && evidence.dossier().voices(claim).stream().noneMatch(speaking::contains)) {
                worded.put(claim, number.getAsDouble());
                inOrder.add(claim);
                least = Math.min(least, number.getAsDouble());
            }
        }
        if (least == Double.POSITIVE_INFINITY) {
            return Answer.of(evidence.room(), evidence.bounds());
        }
        double most = least;
        List<Voice> lowest = evidence.voices().stream()
                .filter(voice -> voice.range().inf() == most)
                .sorted(Comparator.comparing(Voice::name))
                .toList();
        List<Claim> inWords = inOrder.stream()
                .filter(claim -> worded.getOrDefault(claim, -1.0) == most)
                .toList();
        Answer answer = Answer.of(Interval.of(most), lowest).restingOn(inWords).leavingOut("less conservative");
        return inWords.isEmpty()
                ? answer
                : answer.note("\"" + inWords.get(0).figure().text().strip() + "\" counts as " + (long) most);
    }
}
