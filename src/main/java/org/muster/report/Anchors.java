package org.muster.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.muster.check.Check;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;

/**
 * The ids of a page: {@code c-} and a claim's id, {@code q-} and the names of a quantity, {@code k-} and the row of a check,
 * {@code s-} and a source's id. Runs of what is neither a letter nor a digit become a hyphen; a second equal one ends in
 * {@code -2}.
 */
final class Anchors {

    private static final int LONGEST = 120;

    private final Set<String> taken = new HashSet<>();
    private final Map<Object, String> given = new HashMap<>();
    private final IdentityHashMap<Check, Integer> rows = new IdentityHashMap<>(); // two rows may be equal

    Anchors(Report report) {
        for (Check check : report.checks().rows()) {
            rows.put(check, rows.size() + 1);
        }
    }

    String claim(Claim claim) {
        return given.computeIfAbsent(claim, any -> unique("c-" + hyphened(claim.id())));
    }

    String quantity(Quantity quantity) {
        return given.computeIfAbsent(quantity, any -> {
            StringBuilder id = new StringBuilder("q");
            for (String part : new String[] {
                quantity.party(), quantity.place(), quantity.measure().toString(), quantity.scope()
            }) {
                if (!part.isEmpty()) {
                    id.append('-').append(hyphened(part.toLowerCase(Locale.ROOT)));
                }
            }
            return unique(id.toString());
        });
    }

    String source(String id) {
        return given.computeIfAbsent(id, any -> unique("s-" + hyphened(id)));
    }

    /** The row of a check in the report is its number here. */
    String check(Check check) {
        return "k-" + rows.get(check);
    }

    private String unique(String id) {
        String cut = id.length() <= LONGEST ? id : id.substring(0, id.offsetByCodePoints(0, LONGEST / 2));
        String unique = cut;
        for (int i = 2; !taken.add(unique); i++) {
            unique = cut + "-" + i;
        }
        return unique;
    }

    private static String hyphened(String name) {
        StringBuilder id = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            int letter = name.codePointAt(i);
            if (Character.isLetterOrDigit(letter) || letter == '_') {
                id.appendCodePoint(letter);
            } else if (id.isEmpty() || id.charAt(id.length() - 1) != '-') {
                id.append('-');
            }
        }
        return id.toString();
    }
}
