package org.muster.reconcile;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.muster.compare.Statement;
import org.muster.dossier.Claim;
import org.muster.exact.Rational;

/**
 * A smallest set of statements that cannot all be true: without any one of them the others can.
 *
 * @param component the number of the conflicts that have statements in common, from 1
 * @param statements the statements in the dossier's order; empty where rules contradict one another without any
 * @param rules the rules that the proof uses, in words, from none of which it could be spared; empty where statements about
 *     one quantity exclude one another
 * @param shortfall by how much the sums in the proof miss one another, above 0
 * @param soft whether a statement is soft, so that the proof holds only if it is taken as exact
 * @param why the proof in words and numbers
 */
public record Conflict(
        int component, List<Statement> statements, List<String> rules, Rational shortfall, boolean soft, String why) {

    /** Checks that nothing is null, and copies the lists. */
    public Conflict {
        statements = List.copyOf(statements);
        rules = List.copyOf(rules);
        requireNonNull(shortfall, "shortfall");
        requireNonNull(why, "why");
    }

    /**
     * Returns the claims that make the statements.
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
