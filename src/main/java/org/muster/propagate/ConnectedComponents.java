package org.muster.propagate;

/**
 * Which of some nodes, numbered from 0, are connected: joined directly or through other nodes. Each node points to an
 * earlier one of its component, and the first to itself (disjoint sets with path halving: R. Tarjan, J. van Leeuwen,
 * 1984).
 */
public final class ConnectedComponents {

    private final int[] before;

    /**
     * Creates nodes, none of them joined.
     *
     * @param nodes the number of nodes
     */
    public ConnectedComponents(int nodes) {
        before = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            before[node] = node;
        }
    }

    /**
     * Joins two nodes.
     *
     * @param node a node
     * @param other another, or the same
     */
    public void join(int node, int other) {
        int first = first(node);
        int second = first(other);
        before[Math.max(first, second)] = Math.min(first, second);
    }

    /**
     * Returns the first node of a component, which represents it.
     *
     * @param node a node of the component
     * @return the least number in it
     */
    public int first(int node) {
        int at = node;
        while (before[at] != at) {
            before[at] = before[before[at]];
            at = before[at];
        }
        return at;
    }
}
