package org.muster.compare;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/**
 * All claims about one quantity with the same range, softness and date. A figure that five books repeat is one
 * statement, not five.
 *
 * @param quantity what is counted
 * @param range what is stated
 * @param soft whether it is stated as about, nearly or rounded
 * @param asOf the date that it stands for
 * @param claims the claims, in dossier order; at least one
 * @param voices who speaks in them, each once
 */
public record Statement(
        Quantity quantity, Interval range, boolean soft, AsOf asOf, List<Claim> claims, List<String> voices) {

    /**
     * From the lowest range to the highest, firm before soft, by date. No two statements about one quantity compare as
     * equal, so the result does not depend on the order of the claims.
     */
    static final Comparator<Statement> BY_RANGE = Comparator.<Statement>comparingDouble(row -> row.range.inf())
            .thenComparingDouble(row -> row.range.sup())
            .thenComparing(Statement::soft)
            .thenComparing(row -> row.asOf.toString());

    /** What the claims of a statement have in common. */
    private record Key(Interval range, boolean soft, AsOf asOf) {}

    /** Copies the lists. */
    public Statement {
        requireNonNull(quantity, "quantity");
        requireNonNull(range, "range");
        requireNonNull(asOf, "asOf");
        claims = List.copyOf(requireNonNull(claims, "claims"));
        voices = List.copyOf(requireNonNull(voices, "voices"));
    }

    /**
     * Returns what is stated of a quantity, as written.
     *
     * @param dossier the claims
     * @param quantity the quantity
     * @return its statements, in the order of their first claims; claims without a number are ignored
     */
    public static List<Statement> of(Dossier dossier, Quantity quantity) {
        requireNonNull(dossier, "dossier");
        return among(dossier, dossier.claims(requireNonNull(quantity, "quantity")), Tolerance.NONE);
    }

    /**
     * Returns the statements that claims about one quantity make.
     *
     * @param dossier the dossier of the claims, which knows the voices
     * @param claims claims about one quantity
     * @param tolerance by how much soft claims are widened
     * @return the statements, in the order of their first claims; claims without a number are ignored
     */
    public static List<Statement> among(Dossier dossier, List<Claim> claims, Tolerance tolerance) {
        requireNonNull(dossier, "dossier");
        requireNonNull(tolerance, "tolerance");
        Map<Key, List<Claim>> groups = new LinkedHashMap<>();
        for (Claim claim : claims) {
            if (claim.figure().hasNumber()) {
                Key key = new Key(
                        tolerance.range(claim.figure()).orElseThrow(),
                        claim.figure().isSoft(),
                        claim.asOf());
                groups.computeIfAbsent(key, any -> new ArrayList<>()).add(claim);
            }
        }
        List<Statement> statements = new ArrayList<>(groups.size());
        groups.forEach((key, same) -> {
            Set<String> voices = new LinkedHashSet<>();
            same.forEach(claim -> voices.addAll(dossier.voices(claim)));
            statements.add(
                    new Statement(same.get(0).quantity(), key.range, key.soft, key.asOf, same, List.copyOf(voices)));
        });
        return statements;
    }

    /**
     * Returns the statements that make up what the voices say of a quantity: copies, and what a voice claims but does
     * not say, are ignored.
     *
     * @param ranges what the voices say
     * @param quantity the quantity
     * @return the statements, in the order of their first claims, each with the voices that say it
     */
    public static List<Statement> said(Ranges ranges, Quantity quantity) {
        Map<Claim, List<String>> voices = new LinkedHashMap<>();
        for (Said said : ranges.said(quantity)) {
            if (!said.isSum()) {
                said.claims()
                        .forEach(claim -> voices.computeIfAbsent(claim, any -> new ArrayList<>())
                                .add(said.voice()));
            }
        }
        List<Claim> claims = ranges.dossier().claims(quantity).stream()
                .filter(voices::containsKey)
                .toList();
        List<Statement> statements = new ArrayList<>();
        for (Statement each : among(ranges.dossier(), claims, ranges.tolerance())) {
            Set<String> saying = new LinkedHashSet<>();
            each.claims.forEach(claim -> saying.addAll(voices.getOrDefault(claim, List.of())));
            statements.add(
                    new Statement(each.quantity, each.range, each.soft, each.asOf, each.claims, List.copyOf(saying)));
        }
        return statements;
    }

    /**
     * Returns the ids of the claims.
     *
     * @return the ids, in dossier order
     */
    public List<String> ids() {
        return Claim.ids(claims);
    }

    /**
     * Returns the figures as written.
     *
     * @return each text once
     */
    public List<String> texts() {
        return distinct(claim -> List.of(claim.figure().text()));
    }

    /**
     * Returns how firmly the figures are stated.
     *
     * @return each qualifier once
     */
    public List<String> qualifiers() {
        return distinct(claim -> List.of(claim.figure().qualifier().toString()));
    }

    /**
     * Returns the parties whose claims the sources report.
     *
     * @return each claimant once; none where the sources speak for themselves
     */
    public List<String> claimants() {
        return distinct(claim -> List.of(claim.claimant()));
    }

    /**
     * Returns the works that give the figure.
     *
     * @return each source once
     */
    public List<String> sources() {
        return distinct(Claim::sources);
    }

    /**
     * Returns where the figure stands in the works.
     *
     * @return each locator once
     */
    public List<String> locators() {
        return distinct(claim -> List.of(claim.locator()));
    }

    /** What the claims have in one respect, each once; blanks are nothing. */
    private List<String> distinct(Function<Claim, Collection<String>> values) {
        if (claims.size() == 1 && values.apply(claims.get(0)).size() == 1) { // as most are
            String only = values.apply(claims.get(0)).iterator().next();
            return only.isEmpty() ? List.of() : List.of(only);
        }
        Set<String> distinct = new LinkedHashSet<>();
        for (Claim claim : claims) {
            distinct.addAll(values.apply(claim));
        }
        distinct.remove("");
        return List.copyOf(distinct);
    }

    /**
     * Returns the range in words.
     *
     * @return such as {@code 1,171}, {@code about 400}, {@code more than 300,000}
     */
    public String rangeText() {
        return NumberText.range(range, soft ? Firmness.SOFT : Firmness.of(claims), claims);
    }

    /** Returns the first text and the voices: {@code 21,389 killed (Japan)}. */
    @Override
    public String toString() {
        return claims.get(0).figure().text() + " (" + String.join(", ", voices) + ")";
    }
}
