package org.muster.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;

/**
 * What it costs to set aside a claim or a statement: the reliability of its source (the best, if there are several)
 * plus the credibility of the claim (AJP-2.1). A to E cost 5 to 1, as do 1 to 5; F, 6 and blank, which express no
 * judgement, cost 3.
 */
public final class Costs {

    /** The default costs. */
    public static final Costs USUAL = new Costs(Map.of());

    private static final Map<String, Integer> TABLE = Map.ofEntries(
            Map.entry("A", 5),
            Map.entry("B", 4),
            Map.entry("C", 3),
            Map.entry("D", 2),
            Map.entry("E", 1),
            Map.entry("F", 3),
            Map.entry("1", 5),
            Map.entry("2", 4),
            Map.entry("3", 3),
            Map.entry("4", 2),
            Map.entry("5", 1),
            Map.entry("6", 3),
            Map.entry("", 3));

    private final Map<String, Integer> own;

    private Costs(Map<String, Integer> own) {
        this.own = new TreeMap<>(own);
    }

    /**
     * Returns costs that differ from the default ones.
     *
     * @param costs the cost of a grade {@code A} to {@code F}, a credibility {@code 1} to {@code 6}, or blank for those that
     *     are not given; each at least 1
     * @return the costs
     * @throws IllegalArgumentException if a name is none of these, or a cost is below 1
     */
    public static Costs of(Map<String, Integer> costs) {
        costs.forEach((grade, cost) -> {
            if (!TABLE.containsKey(grade)) {
                throw new IllegalArgumentException(
                        "costs: \"" + grade + "\" is not a grade A to F, a credibility 1 to 6, or blank");
            }
            if (cost < 1) {
                throw new IllegalArgumentException("costs: " + cost + " for \"" + grade + "\" is below 1");
            }
        });
        return new Costs(costs);
    }

    /**
     * Returns the cost of a claim.
     *
     * @param claim the claim
     * @param dossier the dossier that holds its sources
     * @return the cost of its reliability plus that of its credibility
     */
    public int of(Claim claim, Dossier dossier) {
        int reliability = 0;
        for (String source : claim.sources()) {
            reliability = Math.max(reliability, of(dossier.source(source).grade()));
        }
        return reliability + of(claim.credibility());
    }

    /**
     * Returns the cost of a statement.
     *
     * @param statement the statement
     * @param dossier the dossier of its claims
     * @return the sum, over its voices, of the greatest cost of the voice's claims
     */
    public int of(Statement statement, Dossier dossier) {
        int sum = 0;
        for (String voice : statement.voices()) {
            int greatest = 0;
            for (Claim claim : statement.claims()) {
                if (dossier.voices(claim).contains(voice)) {
                    greatest = Math.max(greatest, of(claim, dossier));
                }
            }
            sum += greatest;
        }
        return sum;
    }

    /**
     * Returns whether any claim of a dossier is graded.
     *
     * @param dossier the dossier
     * @return whether any claim has a credibility, or any of its sources a grade
     */
    public static boolean areGraded(Dossier dossier) {
        return areGraded(dossier, dossier.claims());
    }

    /**
     * Returns whether any of some claims is graded.
     *
     * @param dossier the dossier that holds their sources
     * @param claims the claims
     * @return whether any of them has a credibility, or any of its sources a grade
     */
    public static boolean areGraded(Dossier dossier, List<Claim> claims) {
        for (Claim claim : claims) {
            boolean source = claim.sources().stream()
                    .anyMatch(id -> !dossier.source(id).grade().isEmpty());
            if (source || !claim.credibility().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the whole table, as it may be printed.
     *
     * @return the cost of each grade {@code A} to {@code F}, each credibility {@code 1} to {@code 6}, and {@code not given}
     */
    public Map<String, Integer> table() {
        Map<String, Integer> table = new LinkedHashMap<>();
        "ABCDEF123456".chars().mapToObj(Character::toString).forEach(grade -> table.put(grade, of(grade)));
        table.put("not given", of(""));
        return table;
    }

    private int of(String grade) {
        Integer cost = own.get(grade);
        return cost != null ? cost : TABLE.getOrDefault(grade, 3);
    }

    /** Returns what differs from the default costs: {@code {A=9}}. */
    @Override
    public String toString() {
        return own.toString();
    }
}
