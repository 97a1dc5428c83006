package org.muster.combine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.muster.dossier.Claim;
import org.muster.interval.Interval;

/**
 * What a rule makes of some evidence.
 *
 * @param range the answer; empty if there is none
 * @param best from the least to the greatest value that the rule calls best; empty if it names none
 * @param variance the variance of the error that the rule ascribes to its answer, if it does
 * @param counted the voices on which the answer rests
 * @param others claims on which it rests besides those of the voices
 * @param why why voices that are not counted are left out; blank if there are none
 * @param notes what a reader has to know of the answer
 * @param none what came of it, where that is not to be seen from the range
 */
public record Answer(
        Interval range,
        Interval best,
        OptionalDouble variance,
        List<Voice> counted,
        List<Claim> others,
        String why,
        List<String> notes,
        Optional<Outcome> none) {

    /** Copies the lists. */
    public Answer {
        requireNonNull(range, "range");
        requireNonNull(best, "best");
        requireNonNull(variance, "variance");
        counted = List.copyOf(requireNonNull(counted, "counted"));
        others = List.copyOf(requireNonNull(others, "others"));
        requireNonNull(why, "why");
        notes = List.copyOf(requireNonNull(notes, "notes"));
        requireNonNull(none, "none");
    }

    /**
     * Returns an answer.
     *
     * @param range the range; empty if the voices have no answer in common
     * @param counted the voices on which it rests
     * @return the answer, without a best value
     */
    public static Answer of(Interval range, List<Voice> counted) {
        return new Answer(
                range, Interval.EMPTY, OptionalDouble.empty(), counted, List.of(), "", List.of(), Optional.empty());
    }

    /**
     * Returns that there is no answer.
     *
     * @param outcome what came of it
     * @param counted the voices that were considered
     * @return an answer without a range
     */
    public static Answer none(Outcome outcome, List<Voice> counted) {
        Answer answer = of(Interval.EMPTY, counted);
        return new Answer(
                answer.range,
                answer.best,
                answer.variance,
                counted,
                answer.others,
                "",
                answer.notes,
                Optional.of(outcome));
    }

    /**
     * Returns this answer with a best value.
     *
     * @param best from the least to the greatest best value
     * @return the answer
     */
    public Answer best(Interval best) {
        return new Answer(range, best, variance, counted, others, why, notes, none);
    }

    /**
     * Returns this answer with the variance of its error.
     *
     * @param variance the variance, from 0 up
     * @return the answer
     */
    public Answer variance(double variance) {
        return new Answer(range, best, OptionalDouble.of(variance), counted, others, why, notes, none);
    }

    /**
     * Returns this answer with claims on which it rests besides those of the voices.
     *
     * @param claims the claims
     * @return the answer
     */
    public Answer restingOn(List<Claim> claims) {
        return new Answer(range, best, variance, counted, claims, why, notes, none);
    }

    /**
     * Returns this answer with the reason for which voices are left out.
     *
     * @param reason why the voices that are not counted are left out
     * @return the answer
     */
    public Answer leavingOut(String reason) {
        return new Answer(range, best, variance, counted, others, reason, notes, none);
    }

    /**
     * Returns this answer with something more that a reader has to know.
     *
     * @param note a few words
     * @return the answer
     */
    public Answer note(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Answer(range, best, variance, counted, others, why, more, none);
    }

    /**
     * Returns whether what a voice says contradicts this answer, as "more than 2,000" contradicts 1,000.
     *
     * @param voice a voice, such as one that only says a bound
     * @return true if there is an answer and it has no number in common with what the voice says
     */
    public boolean isExcludedBy(Voice voice) {
        return !range.isEmpty() && range.intersection(voice.range()).isEmpty();
    }

    /** Returns the range, the best value and the notes: {@code [412, 600], best [412, 412]}; {@code not settled} if there is none. */
    @Override
    public String toString() {
        List<String> told = new ArrayList<>();
        told.add(range.isEmpty() ? none.map(Outcome::toString).orElse("no answer") : range.toString());
        if (!best.isEmpty()) {
            told.add("best " + best);
        }
        told.addAll(notes);
        return String.join(", ", told);
    }
}
