package org.muster.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The names that people read in findings and on pages; CSV files keep the ids.
 *
 * <p>A source is its author and year ("Glantz 1983", "Glantz &amp; House 1995", "Ellman et al. 1994"), with a letter
 * where two would be identical; without an author, its title, cut at a comma or colon or at 40 characters; without
 * either, its id.
 */
public final class Names {

    private static final int LONGEST = 40;
    private static final Pattern AND = Pattern.compile("\\s*&\\s*|\\s+and\\s+");
    private static final Pattern INITIAL = Pattern.compile("\\p{L}\\.(-?\\p{L}\\.)*");

    private final Dossier dossier;
    private final Map<String, String> sources = new HashMap<>();

    private Names(Dossier dossier) {
        this.dossier = dossier;
        Map<String, List<Source>> alike = new LinkedHashMap<>();
        for (Source source : dossier.sources()) {
            alike.computeIfAbsent(name(source), any -> new ArrayList<>()).add(source);
        }
        alike.forEach((name, sharing) -> {
            sharing.sort(Comparator.comparing(Source::id)); // whatever the order of sources.csv
            for (int i = 0; i < sharing.size(); i++) {
                sources.put(sharing.get(i).id(), sharing.size() == 1 ? name : lettered(name, sharing.get(i), i));
            }
        });
    }

    /**
     * Returns the names for a dossier.
     *
     * @param dossier the dossier, which describes its sources
     * @return its names
     */
    public static Names of(Dossier dossier) {
        return new Names(dossier);
    }

    /**
     * Returns the name of a source.
     *
     * @param id the id that claims cite
     * @return author and year, or title; the id where the dossier does not describe it
     */
    public String source(String id) {
        return sources.getOrDefault(id, id);
    }

    /**
     * Returns the name of a voice.
     *
     * @param voice a claimant, or a source or origin
     * @return the name of the source where it is one; a party, or an origin that is not a source, as it is, cut at 40
     *     characters
     */
    public String voice(String voice) {
        String name = sources.get(voice);
        return name == null ? cutAtBlank(voice) : name;
    }

    /**
     * Returns the names of several voices.
     *
     * @param voices claimants, sources or origins
     * @return their names, each once, joined by commas
     */
    public String voices(Collection<String> voices) {
        return list(voices, this::voice);
    }

    /**
     * Returns the works behind some claims.
     *
     * @param claims claims
     * @return the names of their sources, each once, joined by commas
     */
    public String works(Collection<Claim> claims) {
        Set<String> works = new LinkedHashSet<>();
        claims.forEach(claim -> works.addAll(claim.sources()));
        return list(works, this::source);
    }

    private static String list(Collection<String> ids, UnaryOperator<String> name) {
        Set<String> names = new LinkedHashSet<>();
        ids.forEach(id -> names.add(name.apply(id)));
        return String.join(", ", names);
    }

    /**
     * Returns a quantity as people read it.
     *
     * @param quantity a quantity
     * @return party, place, measure and scope, separated by commas: {@code Japan, Manchuria, combat aircraft}; preceded
     *     by the event where that is not the dossier's own
     */
    public String quantity(Quantity quantity) {
        List<String> parts = new ArrayList<>();
        if (!quantity.event().equals(dossier.name())) {
            parts.add(quantity.event());
        }
        parts.add(quantity.party());
        parts.add(quantity.place());
        parts.add(quantity.measure().label());
        parts.add(quantity.scope());
        parts.removeIf(String::isEmpty);
        return String.join(", ", parts);
    }

    private static String name(Source source) {
        String author = author(source.author());
        if (!author.isEmpty()) {
            return source.year().isEmpty() ? author : author + " " + source.year();
        }
        return source.title().isEmpty() ? source.id() : cut(source.title());
    }

    /**
     * Returns {@code Glantz}, {@code Glantz & House} or {@code Ellman et al.}; authors are separated by {@code ;},
     * {@code &} or "and".
     */
    private static String author(String authors) {
        List<String> families = new ArrayList<>();
        for (String each : authors.split(";", -1)) {
            List<String> people = List.of(AND.split(each.strip()));
            boolean joined = people.size() > 1 && people.stream().allMatch(Names::isPerson);
            for (String one : joined ? people : List.of(each.strip())) {
                if (!one.isEmpty()) {
                    families.add(family(one));
                }
            }
        }
        return switch (families.size()) {
            case 0 -> "";
            case 1 -> families.get(0);
            case 2 -> families.get(0) + " & " + families.get(1);
            default -> families.get(0) + " et al.";
        };
    }

    /** Returns whether a name is certainly one person's: inverted at a comma, with an initial, or a single word. */
    private static boolean isPerson(String name) {
        List<String> words = List.of(name.split("\\s+", -1));
        return name.indexOf(',') > 0
                || words.size() == 1
                || words.stream().anyMatch(word -> INITIAL.matcher(word).matches());
    }

    /**
     * Returns the part before the comma or, for a name with initials, the last word; otherwise the whole name, as for
     * an institution.
     */
    private static String family(String name) {
        int comma = name.indexOf(',');
        if (comma > 0) {
            return cut(name.substring(0, comma).strip());
        }
        String[] words = name.split("\\s+", -1);
        boolean hasInitial = words.length > 1 && isPerson(name);
        return hasInitial && !INITIAL.matcher(words[words.length - 1]).matches() ? words[words.length - 1] : cut(name);
    }

    private static String cut(String title) {
        for (int i = 1; i < title.length(); i++) {
            if (title.charAt(i) == ',' || title.charAt(i) == ':') {
                return cutAtBlank(title.substring(0, i).strip());
            }
        }
        return cutAtBlank(title);
    }

    private static String cutAtBlank(String title) {
        if (title.codePointCount(0, title.length()) <= LONGEST) {
            return title;
        }
        int end = title.offsetByCodePoints(0, LONGEST - 1);
        int blank = title.lastIndexOf(' ', end);
        return title.substring(0, blank > 0 ? blank : end) + "…";
    }

    /** Returns {@code Glantz 2004a}, {@code Glantz 2004b} or, without a year, {@code Ealey (a)}, {@code Ealey (b)}. */
    private static String lettered(String name, Source source, int index) {
        StringBuilder letters = new StringBuilder();
        for (int left = index; left >= 0; left = left / 26 - 1) {
            letters.insert(0, (char) ('a' + left % 26));
        }
        return !source.year().isEmpty() && name.endsWith(source.year()) ? name + letters : name + " (" + letters + ")";
    }

    /** Returns the number of named sources. */
    @Override
    public String toString() {
        return "names of " + sources.size() + " sources";
    }
}
