package org.muster.report;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.muster.check.Check;
import org.muster.dossier.Quantity;

/**
 * One line of the findings.
 *
 * @param size how serious it is compared with others of its kind
 * @param text the line
 * @param quantity what it is about; empty where that is several quantities or none
 * @param check the check that it tells of; empty where it tells of none
 */
public record Finding(double size, String text, Optional<Quantity> quantity, Optional<Check> check) {

    /** Checks that nothing is null. */
    public Finding {
        requireNonNull(text, "text");
        requireNonNull(quantity, "quantity");
        requireNonNull(check, "check");
    }

    /** A finding about no quantity in particular. */
    static Finding of(String text) {
        return new Finding(0, text, Optional.empty(), Optional.empty());
    }

    static Finding of(double size, String text, Quantity quantity) {
        return new Finding(size, text, Optional.of(quantity), Optional.empty());
    }

    static Finding of(Check check, String text) {
        return new Finding(check.share(), text, check.quantity(), Optional.of(check));
    }

    /** Returns findings with the most serious first; ties keep their order. */
    static List<Finding> gravestFirst(Collection<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparingDouble(Finding::size).reversed())
                .toList();
    }

    /** Returns the line. */
    @Override
    public String toString() {
        return text;
    }
}
