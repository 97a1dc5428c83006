package org.muster.check;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.compare.NumberText;
import org.muster.compare.QuantityRange;
import org.muster.compare.Ranges;
import org.muster.compare.Said;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;

/**
 * The figure of a part in a check, and who gives it.
 *
 * @param quantity the part
 * @param figure its range and the claims that it rests on; without a range where the check knows none
 * @param voices who gives it
 */
public record PartFigure(Quantity quantity, QuantityRange figure, Set<String> voices) {

    /** Checks that nothing is null, and copies the voices in their order. */
    public PartFigure {
        requireNonNull(quantity, "quantity");
        requireNonNull(figure, "figure");
        voices = Collections.unmodifiableSet(new LinkedHashSet<>(voices));
    }

    /**
     * Returns the parts of a check with their figures.
     *
     * @param check a check
     * @param ranges the ranges that it was made from
     * @return its parts in the order of its rule; none where it has no breakdown
     */
    public static List<PartFigure> of(Check check, Ranges ranges) {
        return check.breakdown().stream()
                .flatMap(rule -> rule.parts().stream())
                .map(part -> of(check, part, ranges))
                .toList();
    }

    private static PartFigure of(Check check, Quantity quantity, Ranges ranges) {
        List<Claim> claims = check.parts().claims().stream()
                .filter(claim -> claim.quantity().equals(quantity))
                .toList();
        Set<String> speakers = new LinkedHashSet<>();
        claims.forEach(claim -> speakers.addAll(ranges.dossier().voices(claim)));
        if (check.isOfOneVoice()) {
            speakers.retainAll(check.parts().voices());
            for (String voice : check.parts().voices()) {
                Optional<Said> said = ranges.said(quantity, voice);
                if (said.isPresent()) {
                    return new PartFigure(quantity, QuantityRange.of(said.get()), Set.of(voice));
                }
            }
        }
        QuantityRange range = ranges.of(quantity);
        if (range.range().isPresent() && holdsAll(check.parts().claims(), range.claims())) {
            range.claims().forEach(claim -> speakers.addAll(ranges.dossier().voices(claim)));
            return new PartFigure(quantity, range, speakers);
        }
        return new PartFigure(quantity, QuantityRange.none(quantity), Set.of());
    }

    private static boolean holdsAll(List<Claim> some, List<Claim> others) {
        return some.equals(others) || new HashSet<>(some).containsAll(others); // lists may be long
    }

    /**
     * Returns the figure in words.
     *
     * @return such as {@code 1,171}, {@code about 80}, {@code more than 300,000}
     * @throws java.util.NoSuchElementException if the check knows no figure
     */
    public String text() {
        return NumberText.range(figure.range().orElseThrow(), figure.firmness(), figure.claims());
    }

    /** Returns the part and its figure: {@code Japan, Korea: tanks strength [80, 80]}. */
    @Override
    public String toString() {
        return figure.toString();
    }
}
