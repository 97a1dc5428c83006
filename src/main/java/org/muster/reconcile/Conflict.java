package org.muster.reconcile;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.muster.compare.Statement;
import org.muster.dossier.Claim;
import org.muster.exact.Rational;

/**
 * A minimal set of statements that cannot all be true: if any one of them is removed, the others can be.
 *
 * @param component the number of its component, the conflicts connected to it by shared statements, from 1
 * @param statements the statements in the dossier's order; empty where the rules contradict one another without any
 *     statement
 * @param rules the rules that the proof uses, in words, none of which it can do without; empty where statements about
 *     one quantity exclude one another
 * @param shortfall how far apart the sums in the proof are, above 0
 * @param soft whether any statement is soft, so that the proof holds only if that statement is taken as exact
 * @param why the proof in words and numbers
 */
public record Conflict(
        int component, List<Statement> statements, List<String> rules, Rational shortfall, boolean soft, String why) {

    /** Checks that nothing is null, and copies the lists. */
    public Conflict {
        statements = List.copyOf(requireNonNull(statements, "statements"));
        rules = List.copyOf(requireNonNull(rules, "rules"));
        requireNonNull(shortfall, "shortfall");
        requireNonNull(why, "why");
    }

    /**
     * Returns the claims behind the statements.
     *
     * @return the claims of the first statement, then those of the second, and so on
     */
    public List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        statements.forEach(statement -> claims.addAll(statement.claims()));
        return List.copyOf(claims);
    }

    /** Returns the proof. */
    @Override
    public String toString() {
        return why;
    }
}
