package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Hierarchy;
import org.muster.dossier.Quantity;
import org.muster.figure.Figure;
import org.muster.figure.Item;
import org.muster.figure.Measure;
import org.muster.reading.FigureRelation;
import org.muster.text.Excerpt;

/**
 * The claims of a cell before they are told apart. Figures of the same measure with different words count different
 * things: 12 frigates and 30 boats are both ships, and would otherwise contradict each other. Their words become the
 * scope.
 */
final class ClaimCandidates {

    private static final Item EQUIPMENT = Item.of("equipment");

    /** A claim in the making. */
    static final class ClaimCandidate {
        final int offset;
        final Figure figure;
        final Measure measure;
        final FigureRelation relation;
        String event = "";
        String party = "";
        String place = "";
        String scope = "";
        String claimant = "";
        String note = "";
        /** The words of the figure alone, and those of the figure that it is a part of or an alternative to. */
        String words = "";

        String before = "";
        List<Citation> citations = List.of();

        ClaimCandidate(int offset, Figure figure, Measure measure, FigureRelation relation) {
            this.offset = offset;
            this.figure = figure;
            this.measure = measure;
            this.relation = relation;
        }

        /** What a bracket behind the figure limits it to: average, America peak. */
        String limit = "";

        AsOf asOf = AsOf.WHOLE_EVENT;

        private String own() {
            String counted = String.join(" ", counted(words));
            return limit.isEmpty() || counted.contains(limit)
                    ? counted
                    : counted.isEmpty() ? limit : counted + ", " + limit;
        }

        private Set<String> ownWords() {
            Set<String> own = new LinkedHashSet<>(counted(words.toLowerCase(Locale.ROOT)));
            if (!limit.isEmpty()) {
                own.add(limit);
            }
            return own;
        }

        /** What it is a part of, without its number: ships of the line. */
        private String beforeWithoutNumber() {
            int start = 0;
            while (start < before.length() && !Character.isLetter(before.charAt(start))) {
                start++;
            }
            return before.substring(start);
        }
    }

    /** What distinguishes the quantities of a cell, and whose claim it is. */
    private record Key(
            AsOf asOf, String event, String party, String place, String scope, Measure measure, String claimant) {}

    private final List<ClaimCandidate> candidates = new ArrayList<>();

    void add(ClaimCandidate candidate) {
        candidates.add(candidate);
    }

    /** Returns the words of a figure that say what is counted. */
    private static List<String> counted(String words) {
        List<String> counted = new ArrayList<>();
        int start = -1;
        int end = -2; // of the last word
        for (int i = 0; i <= words.length(); i++) {
            boolean letter = i < words.length()
                    && (Character.isLetter(words.charAt(i))
                            || start >= 0
                                    && (Character.isDigit(words.charAt(i)) || "-'’".indexOf(words.charAt(i)) >= 0));
            if (i < words.length() && i == end + 1 && words.charAt(end) == ' ' && Character.isDigit(words.charAt(i))) {
                start = i - 1 - counted.remove(counted.size() - 1).length(); // Ju 87
            } else if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                String word = words.substring(start, i);
                if (!HeadingWords.AMOUNT.contains(word.toLowerCase(Locale.ROOT))) {
                    counted.add(word);
                    end = i;
                }
                start = -1;
            }
        }
        return counted;
    }

    boolean isEmpty() {
        return candidates.isEmpty();
    }

    /** Adds the claims of a field or of its footnotes to others; the locator says which. */
    void claims(String field, String locator, String article, ProblemLog log, List<Claim> claims) {
        Map<Key, List<ClaimCandidate>> byQuantity = new LinkedHashMap<>();
        for (ClaimCandidate candidate : candidates) {
            if (candidate.figure.hasNumber() && candidate.relation != FigureRelation.TOTAL) {
                byQuantity
                        .computeIfAbsent(
                                new Key(
                                        candidate.asOf,
                                        candidate.event,
                                        candidate.party,
                                        candidate.place,
                                        candidate.scope,
                                        candidate.measure,
                                        candidate.claimant),
                                key -> new ArrayList<>())
                        .add(candidate);
            }
        }
        byQuantity.values().forEach(same -> tellApart(field, same, log));
        limitToOthers(field, log);
        int number = 0;
        for (ClaimCandidate candidate : candidates) {
            claims.add(claim(field.replace(' ', '_') + "-" + ++number, "infobox, " + locator, article, candidate));
        }
    }

    /**
     * Fewer aircraft than fighters beside them are others, such as trainers, and fewer men than archers are no total: only a
     * total holds what stands beside it.
     */
    private void limitToOthers(String field, ProblemLog log) {
        Map<Key, Map<String, ClaimCandidate>> greatest = new HashMap<>(); // by item
        for (ClaimCandidate candidate : candidates) {
            if (isCount(candidate)) {
                greatest.computeIfAbsent(besideOf(candidate), key -> new HashMap<>())
                        .merge(
                                candidate.measure.item().name(),
                                candidate,
                                (one, other) -> low(one) >= low(other) ? one : other);
            }
        }
        for (ClaimCandidate whole : candidates) {
            Map<String, ClaimCandidate> beside =
                    isCount(whole) ? greatest.getOrDefault(besideOf(whole), Map.of()) : Map.of();
            String others = beside.size() < 2 ? "" : String.join(" ", counted(whole.words));
            Optional<ClaimCandidate> greater = others.isEmpty() ? Optional.empty() : greaterPart(whole, beside);
            if (greater.isPresent()) {
                whole.scope = whole.scope.isEmpty() ? others : whole.scope + ", " + others;
                log.warning(
                        whole.offset,
                        field + ": fewer than " + Excerpt.quotedLine(greater.get().words)
                                + " beside it, so others; told apart by its words (scope): "
                                + Excerpt.quotedLine(others),
                        whole.words);
            }
        }
    }

    /** Returns the greatest count beside a figure of what would be a part of it, if that is above the figure. */
    private static Optional<ClaimCandidate> greaterPart(ClaimCandidate whole, Map<String, ClaimCandidate> beside) {
        String item = whole.measure.item().name();
        return Hierarchy.BUILT_IN.within(Dimension.ITEM, Set.of(item)).stream()
                .filter(part -> !part.equals(item) && beside.containsKey(part))
                .map(beside::get)
                .filter(part -> low(part) > high(whole))
                .max(Comparator.comparingDouble(ClaimCandidates::low)
                        .thenComparing(part -> part.measure.item().name()));
    }

    private static boolean isCount(ClaimCandidate candidate) {
        return candidate.figure.range().filter(range -> !range.isEmpty()).isPresent()
                && candidate.relation == FigureRelation.NONE;
    }

    private static double low(ClaimCandidate candidate) {
        return candidate.figure.range().orElseThrow().inf();
    }

    private static double high(ClaimCandidate candidate) {
        return candidate.figure.range().orElseThrow().sup();
    }

    /** What figures of different things beside one another have in common. */
    private static Key besideOf(ClaimCandidate candidate) {
        return new Key(
                candidate.asOf,
                candidate.event,
                candidate.party,
                candidate.place,
                candidate.scope,
                new Measure(EQUIPMENT, candidate.measure.state()),
                candidate.claimant);
    }

    private static void tellApart(String field, List<ClaimCandidate> same, ProblemLog log) {
        if (same.size() == 1) {
            return;
        }
        Set<String> kinds = new LinkedHashSet<>();
        Set<String> shared = new LinkedHashSet<>();
        for (ClaimCandidate candidate : same) {
            if (candidate.relation == FigureRelation.NONE) {
                Set<String> words = candidate.ownWords();
                if (kinds.isEmpty()) {
                    shared.addAll(words);
                }
                shared.retainAll(words);
                kinds.add(String.join(" ", words));
            }
        }
        String scope = "";
        for (ClaimCandidate candidate : same) {
            if (candidate.relation == FigureRelation.SUBSET) {
                boolean unlike = same.stream()
                        .anyMatch(other -> other.relation == FigureRelation.SUBSET
                                && other != candidate
                                && other.own().equals(candidate.own()));
                String whole = candidate.beforeWithoutNumber();
                scope = unlike && !whole.isEmpty() ? "of " + whole : ("of which " + candidate.own()).strip();
            } else if (candidate.relation == FigureRelation.NONE) {
                boolean more = kinds.size() > 1 && candidate.ownWords().size() > shared.size();
                scope = more ? candidate.own() : "";
            } // an alternative counts the same as the figure before it
            if (!scope.isEmpty()) {
                candidate.scope = candidate.scope.isEmpty() ? scope : candidate.scope + ", " + scope;
                log.warning(
                        candidate.offset,
                        field + ": one of " + same.size() + " figures for \"" + candidate.measure + "\" of "
                                + Excerpt.quotedLine(candidate.party) + ", told apart by its words (scope): "
                                + Excerpt.quotedLine(scope),
                        candidate.words);
            }
        }
    }

    private static Claim claim(String id, String where, String article, ClaimCandidate candidate) {
        List<String> sources = new ArrayList<>();
        List<String> locators = new ArrayList<>();
        boolean several = candidate.citations.size() > 1;
        for (Citation citation : candidate.citations) {
            sources.add(citation.source());
            if (!citation.locator().isEmpty()) {
                locators.add(several ? citation.source() + ", " + citation.locator() : citation.locator());
            }
        }
        boolean uncited = sources.isEmpty();
        if (uncited) {
            sources.add(article);
        }
        locators.add(0, where);
        List<String> notes = new ArrayList<>();
        switch (candidate.relation) {
            case SUBSET -> notes.add("part of " + Excerpt.quotedLine(candidate.before));
            case ALTERNATIVE -> notes.add("another number for " + Excerpt.quotedLine(candidate.before));
            case TOTAL -> notes.add("marked as a total");
            default -> {}
        }
        if (!candidate.note.isEmpty()) {
            notes.add(candidate.note);
        }
        return new Claim(
                id,
                new Quantity(candidate.event, candidate.party, candidate.place, candidate.measure, candidate.scope),
                candidate.figure,
                sources,
                candidate.claimant,
                uncited ? "" : article,
                String.join("; ", locators),
                "",
                "",
                candidate.asOf,
                String.join("; ", notes));
    }
}
