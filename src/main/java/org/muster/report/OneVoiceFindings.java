package org.muster.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.check.Check;
import org.muster.check.Check.Kind;
import org.muster.check.Check.Verdict;
import org.muster.check.KnownParts;
import org.muster.compare.Agreement;
import org.muster.compare.Ranges;
import org.muster.compare.Said;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;

/**
 * The voices that contradict themselves: sums that fail, figures that exclude one another and counts revised down; and copies
 * that differ from their original.
 */
final class OneVoiceFindings {

    private final Report report;
    private final AgreementSentences agreements;
    private final CheckSentences checks;
    private final List<Finding> contradictions = new ArrayList<>();
    private final Map<List<Object>, Finding> copies = new LinkedHashMap<>();
    private final List<Check> ofKnownParts = new ArrayList<>();
    private final Set<List<Object>> told = new HashSet<>(); // figures of checks
    private final Set<Set<Claim>> revised = new HashSet<>(); // pairs of counts
    private final Set<Quantity> apart = new HashSet<>();

    OneVoiceFindings(Report report, AgreementSentences agreements, CheckSentences checks) {
        this.report = report;
        this.agreements = agreements;
        this.checks = checks;
        addKnownParts(report.quantities().ranges());
        addChecks();
        addFiguresApart();
    }

    private void addKnownParts(Ranges ranges) {
        for (Check check : report.checks().rows()) {
            for (Check own : KnownParts.exceeding(check, ranges)) {
                contradictions.add(new Finding(own.share(), checks.failure(own), own.quantity(), Optional.of(check)));
                told.add(figures(own));
                ofKnownParts.add(own);
            }
        }
    }

    /** Adds the sums of one voice that fail, the widest of each, and its counts revised down; and the copies that differ. */
    private void addChecks() {
        Map<List<Object>, List<Check>> failures = new LinkedHashMap<>();
        for (Check check : report.checks().rows()) {
            boolean differs = check.kind() == Kind.COPY
                    ? check.verdict() != Verdict.HOLDS && !checks.isRounding(check)
                    : check.isFailed() && check.isOfOneVoice();
            if (!differs || check.kind() == Kind.LOSSES) { // losses are only a hint
                continue;
            }
            if (check.kind() == Kind.COPY) {
                copies.put(List.of(check.quantity(), check.whole().claims()), Finding.of(check, checks.copy(check)));
                continue;
            }
            failures.computeIfAbsent(
                            List.of(
                                    check.quantity(),
                                    check.rule(),
                                    check.whole().voices()),
                            any -> new ArrayList<>())
                    .add(check);
            if (check.kind() == Kind.SERIES) {
                Set<Claim> pair = new HashSet<>(check.whole().claims());
                pair.addAll(check.parts().claims());
                revised.add(pair);
            } else {
                told.add(figures(check));
            }
        }
        failures.values().forEach(failed -> contradictions.add(Finding.of(failed.get(0), checks.widest(failed))));
    }

    /** Adds the figures of one voice that exclude one another, unless they are counts revised down. */
    private void addFiguresApart() {
        for (Agreement row : report.quantities().rows()) {
            for (Said said : row.voices()) {
                Optional<List<Claim>> pair =
                        said.contradictsItself() ? agreements.contradiction(said) : Optional.empty();
                if (pair.isPresent()) {
                    apart.add(row.quantity());
                    if (!revised.contains(Set.copyOf(pair.get()))) {
                        contradictions.add(agreements.contradiction(
                                said, pair.get().get(0), pair.get().get(1)));
                    }
                }
            }
        }
    }

    private static List<Object> figures(Check check) {
        return List.of(check.quantity(), check.whole().range(), check.parts().range());
    }

    /** Returns all findings: what a voice says against itself, the gravest first, then the copies. */
    List<Finding> all() {
        List<Finding> all = new ArrayList<>(Finding.gravestFirst(contradictions));
        all.addAll(Finding.gravestFirst(copies.values()));
        return all;
    }

    /** Returns whether a voice contradicts itself; a copy that differs does not. */
    boolean haveContradictions() {
        return !contradictions.isEmpty();
    }

    /** Returns whether a check compares figures that a finding has told of already. */
    boolean haveTold(Check check) {
        return told.contains(figures(check));
    }

    /** Returns what some parts of one voice come to, where they exceed its whole. */
    List<Check> ofKnownParts() {
        return ofKnownParts;
    }

    /** Returns the quantities of which one voice has figures that exclude one another. */
    Set<Quantity> apart() {
        return apart;
    }
}
