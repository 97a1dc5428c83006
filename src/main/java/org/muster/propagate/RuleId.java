package org.muster.propagate;

/**
 * The number of a rule, the same in a whole network and in each of its components.
 *
 * @param number the number, from 0
 */
public record RuleId(int number) implements Comparable<RuleId> {

    @Override
    public int compareTo(RuleId other) {
        return Integer.compare(number, other.number);
    }
}
