package org.muster.propagate;

/**
 * The number of a variable, the same in a whole network and in each of its components.
 *
 * @param number the number, from 0
 */
public record VariableId(int number) implements Comparable<VariableId> {

    @Override
    public int compareTo(VariableId other) {
        return Integer.compare(number, other.number);
    }
}
