package org.muster.combine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muster.compare.DepthProfile;
import org.muster.compare.DepthProfile.Region;
import org.muster.compare.NumberText;
import org.muster.interval.Interval;

/**
 * Where the voices that speak of one quantity agree: how many cover each number, which groups agree, and what the rules of
 * Marzullo and of Brooks and Iyengar make of it. Each voice counts once. Only closed ranges take part: a bound would agree
 * with almost everybody.
 */
public final class Consensus {

    private final List<Voice> voices;
    private final DepthProfile profile;

    private Consensus(List<Voice> voices) {
        this.voices = voices;
        this.profile = DepthProfile.of(voices.stream().map(Voice::range).toList());
    }

    /**
     * A group of voices that agree, to which no other voice can be added.
     *
     * @param common the numbers that all of them allow
     * @param voices how many they are
     */
    public record Group(Interval common, int voices) {}

    /**
     * Returns where the voices agree.
     *
     * @param evidence the voices
     * @return their consensus, in O(n log n)
     */
    public static Consensus of(Evidence evidence) {
        return new Consensus(evidence.voices());
    }

    /**
     * Returns how many voices cover each number.
     *
     * @return the profile over all numbers
     */
    public DepthProfile profile() {
        return profile;
    }

    /**
     * Returns all maximal agreeing groups.
     *
     * @return the groups, from the lowest common range
     */
    public List<Group> groups() {
        return profile.groups().stream()
                .map(group -> new Group(group.range(), group.depth()))
                .toList();
    }

    /**
     * Returns the voices of a group.
     *
     * @param group one of the groups
     * @return those whose range contains what the group has in common
     */
    public List<Voice> voices(Group group) {
        return voices.stream()
                .filter(voice -> group.common().isSubset(voice.range()))
                .toList();
    }

    /**
     * Returns the n − f consensus: from the least to the greatest number that all voices but f cover. If no more than f
     * voices are wrong, the true number lies in it.
     *
     * @param wrong f, how many voices may be wrong, from 0 to less than their number
     * @return the range; without one if no number is covered by so many
     * @throws IllegalArgumentException if f is out of range
     */
    public Answer faultTolerant(int wrong) {
        int least = requireWrong(wrong);
        List<Interval> covered = profile.coveredBy(least);
        if (covered.isEmpty()) {
            return nothingInCommon();
        }
        Answer answer = agreeing(covered.get(0).convexHull(covered.get(covered.size() - 1)), covered);
        return covered.size() == 1 ? answer : answer.note(told(covered) + ", each by at least " + least);
    }

    /**
     * Returns Marzullo's range: the one that most voices cover.
     *
     * @return the range; without one if several are covered equally often, or none by two voices of several
     */
    public Answer mostCovered() {
        List<Interval> deepest = profile.deepest();
        if (profile.depth() < Math.min(2, voices.size())) {
            return nothingInCommon();
        }
        return deepest.size() == 1
                ? agreeing(deepest.get(0), deepest)
                : Answer.none(Outcome.SEVERAL, voices).note(told(deepest) + ", each by " + profile.depth());
    }

    /**
     * Returns the answer of Brooks and Iyengar: the n − f consensus, and as best value the mean of the middles of its
     * regions, each weighted by how many voices cover it.
     *
     * @param wrong f, how many voices may be wrong, from 0 to less than their number
     * @return the range and the best value; without one if no number is covered by so many
     * @throws IllegalArgumentException if f is out of range
     */
    public Answer brooksIyengar(int wrong) {
        Answer answer = faultTolerant(wrong);
        if (answer.range().isEmpty()) {
            return answer;
        }
        Interval sum = Interval.of(0);
        long weights = 0;
        for (Region region : profile.regions(voices.size() - wrong)) {
            Interval ends = Interval.of(region.range().inf())
                    .add(Interval.of(region.range().sup()));
            sum = sum.add(ends.multiply(Interval.of(region.depth())));
            weights += region.depth();
        }
        return answer.best(sum.divide(Interval.of(2.0 * weights)));
    }

    private Answer agreeing(Interval range, List<Interval> covered) {
        double[] begins = covered.stream().mapToDouble(Interval::inf).toArray();
        DepthProfile parts = DepthProfile.of(covered);
        List<Voice> counted = new ArrayList<>();
        for (Voice voice : voices) {
            int next = Arrays.binarySearch(begins, voice.range().inf());
            int following = next >= 0 ? next : -next - 1;
            boolean reachesNext = following < begins.length
                    && begins[following] <= voice.range().sup();
            if (reachesNext || parts.at(voice.range().inf()) > 0) {
                counted.add(voice);
            }
        }
        return Answer.of(range, counted).leavingOut("does not agree");
    }

    private Answer nothingInCommon() {
        return Answer.none(Outcome.NOTHING_IN_COMMON, voices);
    }

    private static String told(List<Interval> ranges) {
        return FirstFew.of(ranges.stream().map(NumberText::range).toList());
    }

    private int requireWrong(int wrong) {
        if (wrong < 0 || wrong >= voices.size()) {
            throw new IllegalArgumentException(
                    "wrong: " + wrong + " is not from 0 to less than the number of voices, " + voices.size());
        }
        return voices.size() - wrong;
    }

    /** Returns the groups: {@code [8, 9] by 2, [10, 12] by 2}. */
    @Override
    public String toString() {
        return String.join(
                ", ",
                groups().stream()
                        .map(group -> group.common() + " by " + group.voices())
                        .toList());
    }
}
