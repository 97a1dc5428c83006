package org.muster.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A hierarchical log-linear model of two to five lists: which of them depend on each other.
 *
 * <p>The logarithm of the expected number of people on a combination of lists is a sum of terms, one for each set of lists
 * in the model that the combination contains. Every model here has a term for no list, which is the logarithm of the
 * number of people on none, and one for each list; with a set of lists it has all smaller sets of these (it is hierarchical);
 * and it has no term for all lists together, which nobody could estimate without the people on none. There are 1, 8,
 * 113 and 6,893 such models of two, three, four and five lists.
 *
 * <p>A model is written by its greatest sets, with the lists numbered from 1: {@code [12][3]} says that the first two lists
 * depend on each other and the third on neither. S. E. Fienberg, The multiple recapture census for closed populations and
 * incomplete 2ᵏ contingency tables, Biometrika 59, 1972.
 */
public final class LogLinearModel {
    /** The greatest number of lists. */
    static final int MOST_LISTS = 5;

    /** Every set's place when smaller sets come first, and of one size that with the first list that the other has not. */
    private static final int[] PLACES = places();

    private final int lists;

    /** Sets of lists, bit i being list i, by size and then by the lists in order; the set of none is first. */
    private final List<Integer> terms;

    private LogLinearModel(int lists, Set<Integer> terms) {
        this.lists = lists;
        this.terms = terms.stream()
                .sorted(Comparator.comparingInt(set -> PLACES[set]))
                .toList();
    }

    /**
     * Returns the model with these sets of lists and all smaller ones in them.
     *
     * @param lists the number of lists, from 2 to 5
     * @param sets sets of lists by their numbers from 1, in any form that separates them: {@code [12][3]} or
     *     {@code 12, 3}; each list is in the model also if it is in no set
     * @return the model
     * @throws IllegalArgumentException if there are fewer than two or more than five lists, if there is no list of a number,
     *     or if a set has a list twice or all lists
     */
    public static LogLinearModel parse(int lists, String sets) {
        Objects.requireNonNull(sets, "sets");
        requireLists(lists);
        Set<Integer> terms = independent(lists);
        for (String set : sets.split("\\D+", -1)) {
            int term = 0;
            for (int i = 0; i < set.length(); i++) {
                char digit = set.charAt(i);
                int bit = 1 << (digit - '1');
                if (digit < '1' || digit > '0' + lists || (term & bit) != 0) {
                    throw new IllegalArgumentException(
                            "sets: \"" + set + "\" is not a set of the lists from 1 to " + lists);
                }
                term |= bit;
            }
            if (term == (1 << lists) - 1) {
                throw new IllegalArgumentException("sets: \"" + set + "\" is all lists, which nobody could estimate");
            }
            for (int part = 0; part <= term; part++) {
                if ((part & term) == part) {
                    terms.add(part);
                }
            }
        }
        return new LogLinearModel(lists, terms);
    }

    /**
     * Returns all hierarchical models of a number of lists whose sets have at most so many lists.
     *
     * @param lists the number of lists, from 2 to 5
     * @param largest the greatest number of lists that may depend on each other, from 1 (the model of independent lists
     *     only) to one less than there are lists (all models)
     * @return the models, those with fewer terms first
     * @throws IllegalArgumentException if a number is out of range
     */
    public static List<LogLinearModel> all(int lists, int largest) {
        requireLists(lists);
        if (largest < 1 || largest >= lists) {
            throw new IllegalArgumentException("largest: " + largest + " is not from 1 to " + (lists - 1));
        }
        List<Integer> candidates = IntStream.range(0, 1 << lists)
                .filter(set -> Integer.bitCount(set) >= 2 && Integer.bitCount(set) <= largest)
                .boxed()
                .sorted(Comparator.comparingInt(set -> PLACES[set]))
                .toList();
        List<LogLinearModel> models = new ArrayList<>();
        addAll(models, lists, candidates, 0, independent(lists));
        models.sort(Comparator.comparingInt(LogLinearModel::parameters));
        return models;
    }

    private static void addAll(
            List<LogLinearModel> models, int lists, List<Integer> candidates, int from, Set<Integer> terms) {
        models.add(new LogLinearModel(lists, terms));
        for (int i = from; i < candidates.size(); i++) {
            int set = candidates.get(i);
            boolean isHierarchical = IntStream.range(0, lists)
                    .filter(list -> (set >> list & 1) == 1)
                    .allMatch(list -> terms.contains(set & ~(1 << list)));
            if (isHierarchical) {
                Set<Integer> more = new HashSet<>(terms);
                more.add(set);
                addAll(models, lists, candidates, i + 1, more);
            }
        }
    }

    private static Set<Integer> independent(int lists) {
        Set<Integer> terms = new TreeSet<>(Set.of(0));
        for (int list = 0; list < lists; list++) {
            terms.add(1 << list);
        }
        return terms;
    }

    private static int[] places() {
        List<Integer> sorted = IntStream.range(0, 1 << MOST_LISTS)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(Integer::bitCount).thenComparing(LogLinearModel::digits))
                .toList();
        return IntStream.range(0, sorted.size()).map(sorted::indexOf).toArray();
    }

    private static void requireLists(int lists) {
        if (lists < 2 || lists > MOST_LISTS) {
            throw new IllegalArgumentException("lists: " + lists + " is not from 2 to " + MOST_LISTS);
        }
    }

    /**
     * Returns the number of lists.
     *
     * @return from 2 to 5
     */
    public int lists() {
        return lists;
    }

    /**
     * Returns the number of terms, that of no list among them.
     *
     * @return at least one more than there are lists
     */
    public int parameters() {
        return terms.size();
    }

    /** Returns the sets of lists, that of none first. */
    List<Integer> terms() {
        return terms;
    }

    /**
     * Returns the model in the names of the lists.
     *
     * @param names as many names as there are lists
     * @return the greatest sets, {@code [EXH ABA][OSCE]}
     * @throws IllegalArgumentException if there are fewer or more names
     */
    public String text(List<String> names) {
        Objects.requireNonNull(names, "names");
        if (names.size() != lists) {
            throw new IllegalArgumentException("names: " + names.size() + " for " + lists + " lists");
        }
        return text(set -> IntStream.range(0, lists)
                .filter(list -> (set >> list & 1) == 1)
                .mapToObj(names::get)
                .collect(Collectors.joining(" ")));
    }

    private String text(IntFunction<String> name) {
        return terms.stream()
                .filter(set -> terms.stream().noneMatch(other -> !other.equals(set) && (set & other) == set))
                .map(set -> "[" + name.apply(set) + "]")
                .sorted()
                .collect(Collectors.joining());
    }

    private static String digits(int set) {
        return IntStream.range(0, MOST_LISTS)
                .filter(list -> (set >> list & 1) == 1)
                .mapToObj(list -> String.valueOf(list + 1))
                .collect(Collectors.joining());
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof LogLinearModel that && lists == that.lists && terms.equals(that.terms);
    }

    @Override
    public int hashCode() {
        return Objects.hash(lists, terms);
    }

    /** Returns the greatest sets by the numbers of the lists, {@code [12][3]}. */
    @Override
    public String toString() {
        return text(LogLinearModel::digits);
    }
}
