package org.muster.dossier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sources whose origins run in a circle: each copies the next, so none of them is the original. */
final class CopyCircles {

    private CopyCircles() {}

    /** The circles, each with its sources in the order of copying. A source that names itself says what a blank says. */
    static List<List<String>> of(Map<String, Source> sources) {
        List<List<String>> circles = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (String start : sources.keySet()) {
            Map<String, Integer> chain = new LinkedHashMap<>();
            String at = start;
            while (sources.containsKey(at) && !done.contains(at) && !chain.containsKey(at)) {
                chain.put(at, chain.size());
                at = sources.get(at).origin();
            }
            Integer first = chain.get(at);
            if (first != null && first < chain.size() - 1) {
                circles.add(List.copyOf(chain.keySet()).subList(first, chain.size()));
            }
            done.addAll(chain.keySet());
        }
        return circles;
    }
}
