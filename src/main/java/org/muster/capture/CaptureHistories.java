package org.muster.capture;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.muster.interval.Interval;

/**
 * How many people are on each combination of two to five lists, once the lists have been matched person by person.
 *
 * <p>A combination is written as one digit a list, in the order of the lists: {@code 101} are those on the first and the
 * third list and not on the second. How many are on no list, {@code 000}, is what one would like to know.
 */
public final class CaptureHistories {
    private final List<String> lists;

    /** The count of each combination; bit i of the index is list i. */
    private final long[] counts;

    private CaptureHistories(List<String> lists, long[] counts) {
        this.lists = lists;
        this.counts = counts;
    }

    /**
     * Returns the histories with these counts.
     *
     * @param lists the names of the lists, two to five different ones
     * @param counts the number of people by combination; a combination that is not given has nobody
     * @return the histories
     * @throws IllegalArgumentException if there are fewer than two or more than five lists, if two have the same name, if a
     *     combination is not written as one digit 0 or 1 for each list, is that of no list, or has a count below 0 or above
     *     ten million, or if nobody is on any list
     */
    public static CaptureHistories of(List<String> lists, Map<String, Long> counts) {
        List<String> names = List.copyOf(Objects.requireNonNull(lists, "lists"));
        Objects.requireNonNull(counts, "counts");
        if (names.size() < 2 || names.size() > LogLinearModel.MOST_LISTS) {
            throw new IllegalArgumentException("lists: " + names.size() + " given, two to five are needed");
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("lists: " + names + " has a name twice");
        }
        long[] byCombination = new long[1 << names.size()];
        new TreeMap<>(counts).forEach((combination, count) -> {
            int index = index(combination, names.size());
            if (index == 0) {
                throw new IllegalArgumentException(
                        "counts: " + combination + " is on no list, and nobody knows how many those are");
            }
            if (count < 0 || count > 10_000_000) {
                throw new IllegalArgumentException(
                        "counts: " + count + " at " + combination + " is not a count from 0 to 10 million");
            }
            byCombination[index] = count;
        });
        if (Arrays.stream(byCombination).sum() == 0) {
            throw new IllegalArgumentException("counts: nobody is on any list");
        }
        return new CaptureHistories(names, byCombination);
    }

    /**
     * Counts on which combination of lists people are.
     *
     * @param people who is on each list, by the name of the list; two to five lists, whose order is that of the map. Two people
     *     are the same if their texts are equal to the letter, so they have to be matched before; somebody who is on a list
     *     twice is on it
     * @return the histories
     * @throws IllegalArgumentException if there are fewer than two or more than five lists, if nobody is on any, or if the text
     *     of a person is blank
     */
    public static CaptureHistories ofPeople(Map<String, ? extends Collection<String>> people) {
        List<String> lists =
                List.copyOf(Objects.requireNonNull(people, "people").keySet());
        Map<String, char[]> combinations = new HashMap<>();
        for (int i = 0; i < lists.size(); i++) {
            for (String person : Objects.requireNonNull(people.get(lists.get(i)), "people")) {
                if (person.isBlank()) {
                    throw new IllegalArgumentException(
                            "people: a name on " + lists.get(i) + " is blank, so nobody knows whose it is");
                }
                combinations
                        .computeIfAbsent(person, any -> "0".repeat(lists.size()).toCharArray())[i] = '1';
            }
        }
        Map<String, Long> counts = new TreeMap<>();
        combinations.values().forEach(combination -> counts.merge(String.valueOf(combination), 1L, Long::sum));
        return of(lists, counts);
    }

    private static int index(String combination, int lists) {
        if (!combination.matches("[01]{" + lists + "}")) {
            throw new IllegalArgumentException("counts: \"" + combination
                    + "\" is not written as one digit 0 or 1 for each of " + lists + " lists");
        }
        return IntStream.range(0, lists)
                .map(i -> combination.charAt(i) == '1' ? 1 << i : 0)
                .sum();
    }

    /**
     * Returns the names of the lists.
     *
     * @return two to five names
     */
    public List<String> lists() {
        return lists;
    }

    /**
     * Returns the number of people on a combination of lists and on no other.
     *
     * @param combination one digit a list, such as {@code 101}
     * @return the count, from 0 up; 0 for that of no list, since nobody seen is on none
     * @throws IllegalArgumentException if the combination is not written as one digit 0 or 1 for each list
     */
    public long count(String combination) {
        return counts[index(Objects.requireNonNull(combination, "combination"), lists.size())];
    }

    /**
     * Returns the number of different people on all lists.
     *
     * @return the count, at least 1
     */
    public long seen() {
        return Arrays.stream(counts).sum();
    }

    /**
     * Returns the number of people on exactly so many lists.
     *
     * @param number from 1 to the number of lists
     * @return the count, from 0 up
     */
    public long onExactly(int number) {
        return IntStream.range(1, counts.length)
                .filter(index -> Integer.bitCount(index) == number)
                .mapToLong(index -> counts[index])
                .sum();
    }

    /**
     * Returns two of the lists, with everybody who is on them.
     *
     * @param first the name of a list
     * @param second the name of another
     * @return their sizes and their overlap
     * @throws IllegalArgumentException if there is no list of a name, or both are one list
     */
    public TwoLists pair(String first, String second) {
        int one = bit(Objects.requireNonNull(first, "first"));
        int two = bit(Objects.requireNonNull(second, "second"));
        if (one == two) {
            throw new IllegalArgumentException("second: \"" + second + "\" is the first list again");
        }
        return new TwoLists(onAll(one), onAll(two), onAll(one | two));
    }

    private int bit(String list) {
        int place = lists.indexOf(list);
        if (place < 0) {
            throw new IllegalArgumentException("list: \"" + list + "\" is none of " + lists);
        }
        return 1 << place;
    }

    /** Returns how many are on all lists of a set, and perhaps on others. */
    private Interval onAll(int set) {
        return Interval.of((double) IntStream.range(1, counts.length)
                .filter(index -> (index & set) == set)
                .mapToLong(index -> counts[index])
                .sum());
    }

    /**
     * Returns Chao's lower bound from these lists.
     *
     * @return the counts that it needs
     */
    public ChaoBound chao() {
        return new ChaoBound(
                Interval.of((double) seen()), Interval.of((double) onExactly(1)), Interval.of((double) onExactly(2)));
    }

    /** Returns the counts by combination, bit i of the index being list i. */
    long[] counts() {
        return counts.clone();
    }

    /** Returns the lists and how many people are on them: {@code 4400 people on EXH, ABA, OSCE, HRW}. */
    @Override
    public String toString() {
        return seen() + " people on " + String.join(", ", lists);
    }
}
