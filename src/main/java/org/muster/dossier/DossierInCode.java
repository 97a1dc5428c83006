package org.muster.dossier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.text.Problem;
import org.muster.text.Problem.Severity;

/** Makes a dossier in code: names what has no id and no event, and refuses what does not fit. */
final class DossierInCode {

    private final String name;
    private final Map<String, Source> sources;
    private final Hierarchy hierarchy;
    private final Set<String> newItems = new LinkedHashSet<>(); // what is said of them
    private final List<String> faults = new ArrayList<>();

    private DossierInCode(String name, Map<String, Source> sources, Hierarchy hierarchy) {
        this.name = name;
        this.sources = sources;
        this.hierarchy = hierarchy;
    }

    /**
     * Returns the dossier.
     *
     * @param problems those of the dossier that it is made from, which are passed on: it still lacks what was left out there
     * @throws IllegalArgumentException if claims or rules do not fit; the message lists all that do not
     */
    static Dossier of(
            String name,
            List<Claim> claims,
            Map<String, Source> sources,
            Hierarchy hierarchy,
            List<WrittenRule> rules,
            List<Problem> problems,
            OnDisk onDisk) {
        DossierInCode made = new DossierInCode(name, sources, hierarchy);
        List<Claim> named = made.named(claims);
        made.refuseFaults("claims");
        List<WrittenRule> namedRules = made.named(rules, new RuleNames(named, hierarchy));
        made.refuseFaults("rules");
        return new Dossier(name, named, sources, hierarchy, namedRules, made.warned(problems), onDisk);
    }

    private List<Claim> named(List<Claim> claims) {
        List<Claim> named = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (Claim claim : claims) {
            Claim own = claim.id().isEmpty() ? claim.named("C" + (named.size() + 1)) : claim;
            if (own.quantity().event().isEmpty()) {
                own = own.with(own.quantity().with(Dimension.EVENT, name));
            }
            if (!ids.add(own.id())) {
                faults.add("claim id \"" + own.id() + "\" is used twice");
            }
            check(own);
            named.add(own);
        }
        return named;
    }

    private void check(Claim claim) {
        String state = claim.quantity().in(Dimension.STATE);
        if (!hierarchy.knows(Dimension.STATE, state)) {
            faults.add("claim " + claim.id() + ": state \"" + state + "\" is not known; a new state needs a breakdown");
        }
        String item = claim.quantity().in(Dimension.ITEM);
        if (!hierarchy.knows(Dimension.ITEM, item)) {
            newItems.add(ClaimReader.newItem(item));
        }
        for (String source : claim.sources()) {
            if (!sources.isEmpty() && !sources.containsKey(source)) {
                faults.add("claim " + claim.id() + ": source \"" + source + "\" is not described");
            }
        }
    }

    private List<WrittenRule> named(List<WrittenRule> rules, RuleNames names) {
        List<WrittenRule> named = new ArrayList<>();
        for (WrittenRule rule : rules) {
            WrittenRule own = (rule.id().isEmpty() ? rule.named("R" + (named.size() + 1)) : rule).in(name);
            for (String fault : names.faults(own)) {
                faults.add("rule " + own.id() + ": " + fault);
            }
            named.add(own);
        }
        return named;
    }

    private void refuseFaults(String what) {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(what + ": " + String.join("; ", faults));
        }
    }

    /** Adds a warning for each new item of which there is none yet. */
    private List<Problem> warned(List<Problem> problems) {
        problems.forEach(known -> newItems.remove(known.message()));
        List<Problem> all = new ArrayList<>(problems);
        newItems.forEach(message -> all.add(new Problem(name, 0, "measure", Severity.WARNING, message, "")));
        return all;
    }
}
