package org.muster.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.muster.check.Check;
import org.muster.check.Check.Kind;
import org.muster.check.Check.Verdict;
import org.muster.compare.Agreement;
import org.muster.compare.Ranges;
import org.muster.compare.Ratio;
import org.muster.compare.Statement;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Hierarchy;
import org.muster.dossier.Names;
import org.muster.dossier.Quantity;
import org.muster.propagate.ConnectedComponents;
import org.muster.reconcile.Conflict;
import org.muster.reconcile.Conflicts;

/**
 * The findings of a dossier in a historian's words, the most certain first: voices that contradict themselves, claims
 * that cannot all be true, sums and bounds that fail across voices, what deserves a second look, force ratios,
 * problems. Under each heading the most serious come first; the reports contain all of them.
 */
public final class Findings {

    /** The title of what contradicts itself. */
    static final String OF_ONE_VOICE = "Voices that contradict themselves";

    /** The title of the quantities about which voices exclude one another. */
    static final String APART = "Claims that cannot all be true";

    /** The title of the sums that fail across voices. */
    static final String ACROSS_VOICES = "Sums and bounds that fail across voices";

    /** The title of the problems. */
    static final String PROBLEMS = "Problems in the input";

    /** The title of what reports leave out, though nothing is wrong with the input. */
    static final String LEFT_OUT = "Left out of the reports";

    /**
     * Findings of one kind.
     *
     * @param title what they are
     * @param number how many there are; more than the findings where one of these is about several, such as a fault that repeats
     * @param file the report, or the reports, that hold all of them
     * @param findings the findings, the most serious first
     */
    public record Section(String title, long number, String file, List<Finding> findings) {
        /** Copies the list. */
        public Section {
            findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
        }

        /**
         * Returns the findings as lines.
         *
         * @return their texts, in their order
         */
        public List<String> lines() {
            return findings.stream().map(Finding::text).toList();
        }
    }

    private final Report report;
    private final Dossier dossier;
    private final AgreementSentences agreements;
    private final CheckSentences checks;
    private final RatioSentences ratios;
    private final List<Section> sections = new ArrayList<>();
    private final OneVoiceFindings ofOneVoice;

    /** The quantities already reported because claims about them exclude one another. */
    private final Set<Quantity> apart;

    private boolean contradictory;

    private Findings(Report report, List<Conflict> conflicts) {
        this.report = report;
        this.dossier = report.dossier();
        Ranges ranges = report.quantities().ranges();
        Names names = Names.of(dossier);
        this.agreements = new AgreementSentences(names, ranges);
        this.checks = new CheckSentences(names, ranges, agreements);
        this.ratios = new RatioSentences(names, dossier.name());
        this.ofOneVoice = new OneVoiceFindings(report, agreements, checks);
        this.apart = new HashSet<>(ofOneVoice.apart());
        this.contradictory = ofOneVoice.haveContradictions();
        section(
                OF_ONE_VOICE,
                ofOneVoice.ofKnownParts().isEmpty()
                        ? "checks.csv"
                        : "checks.csv, or in conflicts.csv of muster reconcile",
                ofOneVoice.all());
        section(APART, "quantities.csv", apart());
        section(ACROSS_VOICES, "checks.csv", acrossVoices());
        section("Claims that cannot all be true under the rules", "conflicts.csv", byRules(conflicts));
        section("Bounds that may fail", "checks.csv", doubtful());
        List<Finding> byDate = new ArrayList<>(agreements(Agreement.Verdict.BY_DATE, agreements::byDate));
        List<Finding> lower = lower();
        byDate.addAll(lower);
        section("Counts that differ by date", lower.isEmpty() ? "quantities.csv" : "discrepancies.csv", byDate);
        section(
                "Agreements that rest on a bound",
                "quantities.csv",
                agreements(Agreement.Verdict.NOT_EXCLUDED, agreements::notExcluded));
        Map<Ratio, List<Ratio>> forces = byForce();
        section("Force ratios between " + between(forces.keySet()), "ratios.csv", forces(forces));
        Problems problems = report.problems();
        section(PROBLEMS, problems.count(), "problems.csv", findings(problems.told()));
        section(LEFT_OUT, "problems.csv", findings(problems.limits()));
    }

    /**
     * Returns the findings of a report.
     *
     * @param report the report
     * @return its findings
     */
    public static Findings of(Report report) {
        return new Findings(report, List.of());
    }

    /**
     * Returns the findings of a report, including the claims that cannot all be true under the rules.
     *
     * @param report the report
     * @param conflicts the minimal sets of its claims that cannot all be true
     * @return its findings
     */
    public static Findings of(Report report, Conflicts conflicts) {
        return new Findings(report, conflicts.all());
    }

    /**
     * Returns the findings by kind.
     *
     * @return the kinds that have any findings, the most certain first
     */
    public List<Section> sections() {
        return List.copyOf(sections);
    }

    /**
     * Returns whether claims contradict themselves, one another or the rules. Copies that differ from their original,
     * losses above a strength, and failures that are only possible do not count.
     *
     * @return whether some claims cannot be true
     */
    public boolean haveContradictions() {
        return contradictory;
    }

    private void section(String title, String file, List<Finding> findings) {
        section(title, findings.size(), file, findings);
    }

    private void section(String title, long number, String file, List<Finding> findings) {
        if (!findings.isEmpty()) {
            sections.add(new Section(title, number, file, findings));
        }
    }

    private static List<Finding> findings(List<String> lines) {
        return lines.stream().map(Finding::of).toList();
    }

    /** Finds the quantities in conflict, one line each, the widest ratio first. */
    private List<Finding> apart() {
        List<Finding> found = new ArrayList<>();
        for (Agreement row : report.quantities().rows()) {
            if (row.verdict() == Agreement.Verdict.CONFLICT) {
                found.add(agreements.conflict(row));
                apart.add(row.quantity());
            }
        }
        contradictory |= !found.isEmpty();
        return Finding.gravestFirst(found);
    }

    /** Finds the widest failure of each quantity, one line each; the checks are sorted by share. */
    private List<Finding> acrossVoices() {
        Map<Object, List<Check>> found = new LinkedHashMap<>();
        for (Check check : report.checks().rows()) {
            if (check.isFailed()
                    && !check.isOfOneVoice()
                    && check.kind() != Kind.LOSSES
                    && !ofOneVoice.haveTold(check)) {
                Object key = check.quantity().isPresent() ? check.quantity().get() : check.rule();
                found.computeIfAbsent(key, any -> new ArrayList<>()).add(check);
            }
        }
        contradictory |= !found.isEmpty();
        return found.values().stream()
                .map(failed -> Finding.of(failed.get(0), checks.widest(failed)))
                .toList();
    }

    /**
     * Finds the first of the conflicts that share claims, unless one of them is already reported for a single quantity
     * or as a check.
     */
    private List<Finding> byRules(List<Conflict> conflicts) {
        contradictory |= !conflicts.isEmpty();
        List<Finding> found = new ArrayList<>();
        ConflictSentences sentences = new ConflictSentences(Names.of(dossier), report.tolerance());
        Map<Claim, List<Set<Claim>>> failures = failures();
        for (List<Conflict> sharing : sharingClaims(conflicts)) {
            if (sharing.stream().noneMatch(conflict -> isTold(conflict, failures))) {
                found.add(Finding.of(sentences.conflict(sharing.get(0), true)));
            }
        }
        return found;
    }

    /** Returns the conflicts in groups that have no claims in common, in order. */
    private static Collection<List<Conflict>> sharingClaims(List<Conflict> conflicts) {
        ConnectedComponents components = new ConnectedComponents(conflicts.size());
        Map<Claim, Integer> firstWith = new HashMap<>();
        for (int i = 0; i < conflicts.size(); i++) {
            for (Claim claim : conflicts.get(i).claims()) {
                Integer first = firstWith.putIfAbsent(claim, i);
                if (first != null) {
                    components.join(first, i);
                }
            }
        }
        Map<Integer, List<Conflict>> groups = new LinkedHashMap<>();
        for (int i = 0; i < conflicts.size(); i++) {
            groups.computeIfAbsent(components.first(i), any -> new ArrayList<>())
                    .add(conflicts.get(i));
        }
        return groups.values();
    }

    private boolean isTold(Conflict conflict, Map<Claim, List<Set<Claim>>> failures) {
        List<Claim> claims = conflict.claims();
        if (claims.stream().map(Claim::quantity).distinct().count()
                == 1) { // counts of several dates are bound by rules
            return apart.contains(claims.get(0).quantity());
        }
        return !claims.isEmpty()
                && failures.getOrDefault(claims.get(0), List.of()).stream()
                        .anyMatch(failure -> failure.containsAll(claims));
    }

    /** Returns the claims of each check that fails, by each of them. */
    private Map<Claim, List<Set<Claim>>> failures() {
        Map<Claim, List<Set<Claim>>> failures = new HashMap<>();
        List<Check> failed = new ArrayList<>(report.checks().failed());
        failed.addAll(ofOneVoice.ofKnownParts());
        for (Check check : failed) {
            if (check.kind() != Kind.LOSSES && check.kind() != Kind.COPY) {
                Set<Claim> claims = new HashSet<>(check.whole().claims());
                claims.addAll(check.parts().claims());
                claims.forEach(claim -> failures.computeIfAbsent(claim, any -> new ArrayList<>())
                        .add(claims));
            }
        }
        return failures;
    }

    /**
     * Finds losses above a strength, then bounds that fail for some figures within the ranges, one line per quantity. A
     * part without an upper end could always exceed its bound, and says nothing.
     */
    private List<Finding> doubtful() {
        Map<Quantity, Finding> found = new LinkedHashMap<>();
        for (Check check : report.checks().rows()) {
            boolean doubtful = check.isFailed()
                    ? check.kind() == Kind.LOSSES
                    : check.verdict() == Verdict.POSSIBLE
                            && (check.kind() == Kind.BOUND || check.kind() == Kind.LOSSES)
                            && check.parts().range().isCommon();
            if (doubtful && check.quantity().isPresent()) {
                found.computeIfAbsent(
                        check.quantity().get(),
                        any -> Finding.of(
                                check,
                                check.kind() == Kind.LOSSES ? checks.losses(check) : checks.doubtfulBound(check)));
            }
        }
        return List.copyOf(found.values());
    }

    /** Finds the later counts of a loss below an earlier one of another voice, where no finding has told of the quantity. */
    private List<Finding> lower() {
        List<Finding> found = new ArrayList<>();
        for (Agreement row : report.quantities().rows()) {
            boolean isAsked = row.voices().size() > 1
                    && AsOf.of(row.claims()).size() > 1
                    && !apart.contains(row.quantity())
                    && dossier.hierarchy().isLoss(row.quantity().measure());
            if (isAsked) {
                LowerCounts.widest(Statement.of(dossier, row.quantity()))
                        .ifPresent(counts -> found.add(Finding.of(0, agreements.lower(counts), row.quantity())));
            }
        }
        return found;
    }

    private List<Finding> agreements(Agreement.Verdict verdict, Function<Agreement, String> sentence) {
        return report.quantities().rows().stream()
                .filter(row -> row.verdict() == verdict)
                .map(row -> Finding.of(0, sentence.apply(row), row.quantity()))
                .toList();
    }

    /**
     * Returns the force ratios of the parties that are part of nothing or, in an event in which too little is known of these,
     * of their members in the whole area; each with the rows of its voices.
     */
    private Map<Ratio, List<Ratio>> byForce() {
        Map<Ratio, List<Ratio>> forces = new LinkedHashMap<>();
        Set<String> ofSides = new HashSet<>();
        for (Ratio row : report.ratios().rows()) {
            if (row.kind() == Ratio.Kind.FORCE && isOfRoots(row)) {
                ofSides.add(row.event());
            }
        }
        Optional<Ratio> last = Optional.empty();
        for (Ratio row : report.ratios().rows()) {
            boolean isTold = row.kind() == Ratio.Kind.FORCE
                    && (ofSides.contains(row.event())
                            ? isOfRoots(row)
                            : row.place().isEmpty());
            if (row.basis().equals(Ratio.RANGES)) {
                last = isTold ? Optional.of(row) : Optional.empty();
                last.ifPresent(of -> forces.put(of, new ArrayList<>()));
            } else {
                last.ifPresent(of -> forces.computeIfAbsent(of, any -> new ArrayList<>())
                        .add(row)); // the rows of voices follow those of the ranges
            }
        }
        return forces;
    }

    private List<Finding> forces(Map<Ratio, List<Ratio>> forces) {
        List<Finding> found = new ArrayList<>();
        forces.forEach((ratio, voices) -> found.add(Finding.of(ratios.force(ratio, voices))));
        return found;
    }

    private boolean isOfRoots(Ratio row) {
        return isRoot(row.event(), row.partyA()) && isRoot(row.event(), row.partyB());
    }

    private boolean isRoot(String event, String party) {
        return dossier.hierarchy().roots(event, List.of(party)).contains(party);
    }

    /** Returns who is compared: the sides, where a hierarchy of parties says who fought whom. */
    private String between(Set<Ratio> forces) {
        Hierarchy hierarchy = dossier.hierarchy();
        if (!forces.stream().allMatch(this::isOfRoots)) {
            return "the sides or their members";
        }
        return forces.stream()
                        .anyMatch(row -> !hierarchy
                                        .members(row.event(), row.partyA())
                                        .isEmpty()
                                || !hierarchy.members(row.event(), row.partyB()).isEmpty())
                ? "the sides"
                : "the parties";
    }

    /**
     * Returns the findings as lines for a terminal.
     *
     * @return a line about the dossier, then the first few findings of each kind
     */
    public List<String> lines() {
        FindingLines lines = new FindingLines(dossier.toString());
        sections.forEach(section -> lines.add(section.title(), section.number(), section.file(), section.lines()));
        return lines.lines();
    }

    /** Returns the findings, one per line. */
    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
