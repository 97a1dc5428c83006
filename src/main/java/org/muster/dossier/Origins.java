package org.muster.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What sources copy, and so who speaks in a claim. Sources that copy one another in a circle copy nothing. */
final class Origins {

    private final Map<String, String> stated = new HashMap<>();
    private final Set<String> inCircles = new HashSet<>();
    private final Map<String, String> ends = new HashMap<>();

    Origins(Map<String, Source> sources) {
        sources.forEach((id, source) -> {
            if (!source.origin().isEmpty()) {
                stated.put(id, source.origin());
            }
        });
        for (String id : stated.keySet()) {
            findEnd(id);
        }
    }

    /** Goes from a work to where its chain ends, in a circle, or in works that have been gone through before. */
    private void findEnd(String id) {
        List<String> chain = new ArrayList<>();
        Set<String> met = new HashSet<>();
        String next = id;
        while (!next.isEmpty() && !ends.containsKey(next) && met.add(next)) {
            chain.add(next);
            next = stated.getOrDefault(next, "");
        }
        int circle = met.contains(next) ? chain.indexOf(next) : chain.size();
        String end = "";
        for (int i = chain.size() - 1; i >= 0; i--) {
            String work = chain.get(i);
            if (i >= circle) {
                inCircles.add(work);
                ends.put(work, work);
            } else {
                end = ends.getOrDefault(stated.getOrDefault(work, ""), work);
                ends.put(work, end);
            }
        }
    }

    /** What a work copies; blank where that is nothing, or where works copy one another in a circle. */
    String of(String work) {
        return inCircles.contains(work) ? "" : stated.getOrDefault(work, "");
    }

    /** The nearest work that a source copies where it gives a claim; blank where nothing is copied. */
    String copiedBy(Claim claim, String source) {
        String own = claim.origin();
        return own.isEmpty() ? of(source) : leadTo(source, own) ? "" : own;
    }

    /** All that a source copies where it gives a claim, from the nearest. */
    List<String> copied(Claim claim, String source) {
        List<String> chain = new ArrayList<>();
        for (String work = copiedBy(claim, source); !work.isEmpty(); work = of(work)) {
            chain.add(work);
        }
        return List.copyOf(chain);
    }

    /** Who speaks where a source gives a claim and names no claimant. */
    String voice(Claim claim, String source) {
        String copied = copiedBy(claim, source);
        return copied.isEmpty() ? source : ends.getOrDefault(copied, copied);
    }

    /** Who speaks in a claim. */
    Set<String> voices(Claim claim) {
        if (!claim.claimant().isEmpty()) {
            return Set.of(claim.claimant());
        }
        Set<String> voices = new LinkedHashSet<>();
        for (String source : claim.sources()) {
            voices.add(voice(claim, source));
        }
        return voices;
    }

    /** Whether one is met on the way from a work along the stated origins. */
    private boolean leadTo(String one, String from) {
        Set<String> met = new LinkedHashSet<>();
        String next = from;
        while (!next.isEmpty() && !next.equals(one) && met.add(next)) {
            next = stated.getOrDefault(next, "");
        }
        return next.equals(one);
    }
}
