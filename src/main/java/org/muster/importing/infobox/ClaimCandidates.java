package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.figure.Figure;
import org.muster.figure.Measure;
import org.muster.reading.FigureRelation;
import org.muster.text.Excerpt;

/**
 * The claims of a cell before they are told apart. Figures of one measure that go by different words count different
 * things: 12 frigates and 30 boats are both ships, and would contradict each other. Their words become the scope.
 */
final class ClaimCandidates {

    /** Words that say how many, not what. */
    private static final Set<String> IDLE = Headings.words("amount");

    /** One claim to be. */
    static final class Draft {
        final int offset;
        final Figure figure;
        final Measure measure;
        final FigureRelation relation;
        String party = "";
        String place = "";
        String scope = "";
        String claimant = "";
        String note = "";
        /** The words of the figure alone, and those of the figure that it is a part of or another number for. */
        String words = "";

        String before = "";
        List<Citation> citations = List.of();

        Draft(int offset, Figure figure, Measure measure, FigureRelation relation) {
            this.offset = offset;
            this.figure = figure;
            this.measure = measure;
            this.relation = relation;
        }

        private String own() {
            return String.join(" ", counted(words));
        }

        private Set<String> ownWords() {
            return new LinkedHashSet<>(counted(words.toLowerCase(Locale.ROOT)));
        }
    }

    /** What tells the quantities of a cell apart, and whose claim it is. */
    private record Key(String party, String place, String scope, Measure measure, String claimant) {}

    private final List<Draft> drafts = new ArrayList<>();

    void add(Draft draft) {
        drafts.add(draft);
    }

    /** The words of a figure that say what is counted. */
    private static List<String> counted(String words) {
        List<String> counted = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= words.length(); i++) {
            boolean letter = i < words.length()
                    && (Character.isLetter(words.charAt(i)) || start >= 0 && "-'’".indexOf(words.charAt(i)) >= 0);
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                String word = words.substring(start, i);
                if (!IDLE.contains(word.toLowerCase(Locale.ROOT))) {
                    counted.add(word);
                }
                start = -1;
            }
        }
        return counted;
    }

    void claims(String field, String article, ProblemLog log, List<Claim> claims) {
        Map<Key, List<Draft>> byQuantity = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            if (draft.figure.hasNumber() && draft.relation != FigureRelation.TOTAL) {
                byQuantity
                        .computeIfAbsent(
                                new Key(draft.party, draft.place, draft.scope, draft.measure, draft.claimant),
                                key -> new ArrayList<>())
                        .add(draft);
            }
        }
        byQuantity.values().forEach(same -> tellApart(field, same, log));
        int number = 0;
        for (Draft draft : drafts) {
            claims.add(claim(field + "-" + ++number, "infobox, " + field, article, draft));
        }
    }

    private static void tellApart(String field, List<Draft> same, ProblemLog log) {
        if (same.size() == 1) {
            return;
        }
        Set<String> kinds = new LinkedHashSet<>();
        Set<String> shared = new LinkedHashSet<>();
        for (Draft draft : same) {
            if (draft.relation == FigureRelation.NONE) {
                Set<String> words = draft.ownWords();
                if (kinds.isEmpty()) {
                    shared.addAll(words);
                }
                shared.retainAll(words);
                kinds.add(String.join(" ", words));
            }
        }
        String scope = "";
        Set<String> scopes = new LinkedHashSet<>();
        for (Draft draft : same) {
            if (draft.relation == FigureRelation.SUBSET) {
                scope = ("of which " + draft.own()).strip();
            } else if (draft.relation == FigureRelation.NONE) {
                boolean more = kinds.size() > 1 && draft.ownWords().size() > shared.size();
                scope = more ? draft.own() : "";
            } // an alternative is about what the figure before it counts
            if (!scope.isEmpty()) {
                draft.scope = draft.scope.isEmpty() ? scope : draft.scope + ", " + scope;
                scopes.add(scope);
            }
        }
        if (!scopes.isEmpty()) {
            Draft first = same.get(0);
            List<String> named = new ArrayList<>(scopes);
            log.warning(
                    first.offset,
                    field + ": " + same.size() + " figures for " + first.measure + " of " + first.party
                            + " are told apart by their words (scope): "
                            + String.join(", ", named.subList(0, Math.min(5, named.size())))
                            + (named.size() > 5 ? " …" : ""),
                    first.figure.text());
        }
    }

    private static Claim claim(String id, String where, String article, Draft draft) {
        List<String> sources = new ArrayList<>();
        List<String> locators = new ArrayList<>();
        boolean several = draft.citations.size() > 1;
        for (Citation citation : draft.citations) {
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
        switch (draft.relation) {
            case SUBSET -> notes.add("part of " + Excerpt.quotedLine(draft.before));
            case ALTERNATIVE -> notes.add("another number for " + Excerpt.quotedLine(draft.before));
            case TOTAL -> notes.add("marked as a total");
            default -> {}
        }
        if (!draft.note.isEmpty()) {
            notes.add(draft.note);
        }
        return new Claim(
                id,
                new Quantity("", draft.party, draft.place, draft.measure, draft.scope),
                draft.figure,
                sources,
                draft.claimant,
                uncited ? "" : article,
                String.join("; ", locators),
                "",
                "",
                "",
                String.join("; ", notes));
    }
}
