package org.muster.report;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.compare.Costs;
import org.muster.compare.NumberText;
import org.muster.compare.Statement;
import org.muster.dossier.Claim;
import org.muster.plot.BeforeAfterPlot;
import org.muster.reconcile.Conflict;
import org.muster.reconcile.Correction;
import org.muster.reconcile.Reconciliation;
import org.muster.report.PageContext.Figure;
import org.muster.report.PageContext.Link;

/** The conflicts of a page: for each component its smallest proofs, and what the cheapest correction would set aside. */
final class ConflictSections {

    private static final int MOST_BLOCKS = 50;
    private static final int MOST_PROOFS = 6;
    private static final int MOST_OPTIONS = 6;
    private static final int MOST_NAMES = 3;

    /**
     * Conflicts that share claims.
     *
     * @param anchor its id on the page
     * @param heading its number and its quantities
     * @param proofs the smallest ones
     * @param more how many proofs are left out; empty for none
     * @param cheapest what the correction is called
     * @param grounds what the correction goes by
     * @param options the equally cheap corrections
     * @param moreOptions how many of them are left out; empty for none
     */
    record Block(
            String anchor,
            String heading,
            List<Proof> proofs,
            String more,
            String cheapest,
            String grounds,
            List<Option> options,
            String moreOptions) {}

    /**
     * Statements that cannot all be true.
     *
     * @param reservation what is taken as exact; may be empty
     * @param terms the statements
     * @param end how far apart they are
     * @param rules the rules that the proof uses; may be empty
     */
    record Proof(String reservation, List<Term> terms, String end, String rules) {}

    /**
     * A statement in a proof or a correction.
     *
     * @param joint what stands before it
     * @param quantity its quantity; empty where the heading says it
     * @param number its number, as a link to its first claim
     * @param others links to the other claims that state it
     * @param by who says it
     */
    record Term(String joint, String quantity, Link number, List<Link> others, String by) {}

    /** Statements that a correction sets aside together. */
    record Option(String joint, List<Term> terms) {}

    private final PageContext page;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final int components;

    ConflictSections(PageContext page, PageLimits limits) {
        this.page = page;
        Reconciliation reconciliation = page.report.reconciliation();
        Map<Integer, List<Conflict>> conflicts = reconciliation.conflicts().byComponent();
        Map<Integer, List<Correction>> corrections =
                reconciliation.corrections().settingAside();
        this.components = conflicts.size();
        conflicts.forEach((component, own) -> {
            if (blocks.size() < MOST_BLOCKS) {
                blocks.add(block(component, own, corrections.getOrDefault(component, List.of())));
            }
        });
        Optional<BeforeAfterPlot> plot =
                limits.drawsAll() ? BeforeAfterPlot.of(reconciliation, page.names) : Optional.empty();
        plot.ifPresent(picture -> figures.add(page.figure(
                "f-before",
                "Before and after: what the sources state, and what the rules leave",
                "Grey: from the least to the greatest figure stated. Blue: what sums and bounds leave of it, if each part lies"
                        + " in its own range; where these ranges contradict one another, after the cheapest corrections."
                        + " Each row has its own scale, from its least to its greatest number."
                        + (picture.leftOut() == 0
                                ? ""
                                : " " + picture.leftOut()
                                        + (picture.leftOut() == 1 ? " more changes." : " more change."))
                        + (reconciliation.unsolved() == 0
                                ? ""
                                : " Some may be too wide: what so many rules leave together takes too long to find."),
                picture)));
    }

    private Block block(int component, List<Conflict> conflicts, List<Correction> corrections) {
        Set<String> quantities = new LinkedHashSet<>();
        conflicts.forEach(conflict ->
                conflict.statements().forEach(statement -> quantities.add(page.names.quantity(statement.quantity()))));
        List<String> first = quantities.stream().limit(MOST_NAMES).toList();
        int more = quantities.size() - first.size();
        String heading = component + ". "
                + (first.isEmpty() ? "Rules that contradict one another" : String.join("; ", first))
                + (more > 0 ? "; " + more + " more" : "");
        boolean several = quantities.size() > 1;
        List<Proof> proofs = new ArrayList<>();
        conflicts.stream().limit(MOST_PROOFS).forEach(conflict -> proofs.add(proof(conflict, several)));
        List<Option> options = new ArrayList<>();
        corrections.stream()
                .limit(MOST_OPTIONS)
                .forEach(correction -> options.add(option(options, correction, several)));
        int moreProofs = conflicts.size() - proofs.size();
        int moreOptions = corrections.size() - options.size();
        return new Block(
                "x-" + component,
                heading,
                proofs,
                moreProofs == 0
                        ? ""
                        : moreProofs == 1 ? "1 more conflict shares" : moreProofs + " more conflicts share",
                corrections.stream().allMatch(Correction::isCheapest)
                        ? "Cheapest correction"
                        : "Cheapest correction that was found",
                Costs.areGraded(page.dossier) ? "by the grades given" : "by number alone, since nothing is graded",
                options,
                moreOptions > 0 ? Integer.toString(moreOptions) : "");
    }

    private Proof proof(Conflict conflict, boolean several) {
        List<String> soft = new ArrayList<>();
        for (Statement statement : conflict.statements()) {
            if (statement.soft()) {
                soft.add(statement.rangeText());
            }
        }
        String reservation = soft.isEmpty()
                ? ""
                : "If " + String.join(" and ", new LinkedHashSet<>(soft)) + (soft.size() == 1 ? " is" : " are") + " "
                        + page.report.tolerance().assumption() + ": ";
        boolean isOfOne = conflict.rules().isEmpty() && conflict.statements().size() > 1;
        List<Term> terms = new ArrayList<>();
        for (Statement statement : conflict.statements()) {
            boolean named = several && (!isOfOne || terms.isEmpty());
            terms.add(term(terms.isEmpty() ? "" : isOfOne ? " or " : "; ", statement, named));
        }
        String end = ": " + NumberText.grouped(conflict.shortfall().toDecimal(6, RoundingMode.HALF_EVEN)) + " apart.";
        return new Proof(reservation, terms, end, String.join("; ", RuleText.of(conflict)));
    }

    private Term term(String joint, Statement statement, boolean named) {
        List<Claim> claims = statement.claims();
        List<Link> others = new ArrayList<>();
        for (Claim claim : claims.subList(1, claims.size())) {
            others.add(page.claim(claim, claim.id()));
        }
        String date = statement.asOf().isGiven() ? ", as of " + statement.asOf().label() : "";
        return new Term(
                joint,
                named ? page.names.quantity(statement.quantity()) + ": " : "",
                page.claim(claims.get(0), statement.rangeText()),
                others,
                page.agreements.few(statement.voices()) + date);
    }

    private Option option(List<Option> before, Correction correction, boolean several) {
        List<Term> terms = new ArrayList<>();
        for (Correction.Action action : correction.actions()) {
            terms.add(term(terms.isEmpty() ? "" : " and ", action.statement(), several));
        }
        return new Option(before.isEmpty() ? "" : "; or ", terms);
    }

    List<Block> blocks() {
        return blocks;
    }

    List<Figure> figures() {
        return figures;
    }

    /** Whether something is left out. */
    boolean isCut() {
        return leftOut() > 0;
    }

    /** Whether the search stopped at its limit of work, so that there may be more. */
    boolean isUnfinished() {
        Reconciliation reconciliation = page.report.reconciliation();
        return reconciliation.conflicts().unfinished()
                        + reconciliation.corrections().unfinished()
                > 0;
    }

    /** How many components have no block. */
    int leftOut() {
        return components - blocks.size();
    }
}
