package org.muster.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A link is refused exactly if its whole can be reached from its part by the links before it that were not. */
class PartOrderPropertiesTest {

    private static boolean isReached(String from, String to, List<PartOrder.Link> links) {
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String next = open.remove();
            for (PartOrder.Link link : links) {
                if (link.whole().equals(next) && seen.add(link.part())) {
                    open.add(link.part());
                }
            }
        }
        return seen.contains(to);
    }

    @Property
    void refusesWhatClosesACircle(@ForAll long seed) {
        Random random = new Random(seed);
        int names = 2 + random.nextInt(7);
        List<PartOrder.Link> expected = new ArrayList<>();
        for (int i = random.nextInt(20); i >= 0; i--) {
            int whole = random.nextInt(names);
            int part = (whole + 1 + random.nextInt(names - 1)) % names;
            expected.add(new PartOrder.Link("n" + whole, "n" + part));
        }
        PartOrder order = new PartOrder(expected);
        List<PartOrder.Link> accepted = new ArrayList<>();
        for (PartOrder.Link link : expected) {
            boolean closes = isReached(link.part(), link.whole(), accepted);
            assertEquals(!closes, order.add(link), () -> link + " after " + accepted);
            if (!closes) {
                accepted.add(link);
            }
        }
    }
}
