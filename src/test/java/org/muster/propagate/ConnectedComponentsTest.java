package org.muster.propagate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Connected components against the reachability of every node from every other (S. Warshall, 1962). */
class ConnectedComponentsTest {

    @Property
    void theFirstNodeThatReachesOne(@ForAll long seed) {
        Random random = new Random(seed);
        int nodes = 1 + random.nextInt(12);
        boolean[][] reach = new boolean[nodes][nodes];
        ConnectedComponents components = new ConnectedComponents(nodes);
        for (int joins = random.nextInt(nodes + 1); joins > 0; joins--) {
            int node = random.nextInt(nodes);
            int other = random.nextInt(nodes);
            components.join(node, other);
            reach[node][other] = true;
            reach[other][node] = true;
        }
        for (int via = 0; via < nodes; via++) {
            reach[via][via] = true;
            for (boolean[] row : reach) {
                for (int to = 0; to < nodes; to++) {
                    row[to] |= row[via] && reach[via][to];
                }
            }
        }
        for (int node = 0; node < nodes; node++) {
            int first = 0;
            while (!reach[first][node]) {
                first++;
            }
            assertEquals(first, components.first(node), () -> Arrays.deepToString(reach));
        }
    }
}
