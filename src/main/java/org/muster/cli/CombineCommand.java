package org.muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muster.combine.Airwars;
import org.muster.combine.Combinations;
import org.muster.combine.MetaAnalyticRule;
import org.muster.combine.NamedRule;
import org.muster.combine.PreferenceOrder;
import org.muster.combine.Rule;
import org.muster.compare.Costs;
import org.muster.compare.Ranges;
import org.muster.dossier.Dossier;
import org.muster.meta.PoolingMethod;
import org.muster.report.CombinationFindings;
import org.muster.report.DataPackage;
import org.muster.report.Problems;
import org.muster.text.Excerpt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Combines what is claimed about each quantity by the rules of the field, and says how far the answers differ. */
final class CombineCommand implements Callable<Integer> {

    private static final Pattern WEIGHT = Pattern.compile("([A-F1-6])=0*([1-9]\\d{0,5})");
    private static final Pattern LEVEL = Pattern.compile("\\d{0,20}\\.?\\d{1,400}(?:[eE]-?\\d{1,4})?");

    private static final Map<String, PoolingMethod> POOLING = Arrays.stream(PoolingMethod.values())
            .collect(Collectors.toMap(MetaAnalyticRule::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));

    private final CommandSpec spec = Commands.command(
            this,
            "combine",
            "Combines what is claimed about each quantity by the rules of the field, and says how far the answers depend"
                    + " on the rule.");
    private final DossierArguments arguments = new DossierArguments(
            spec, true, "The folder for combined.csv, sensitivity.csv, totals.csv, problems.csv and datapackage.json.");
    private final OptionSpec rule = OptionSpec.builder("--rule")
            .paramLabel("RULES")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .splitRegex(",")
            .description("The rules, the first of which is asked whose figure moves its answer most; all by default: "
                    + Arrays.stream(NamedRule.values()).map(NamedRule::id).collect(Collectors.joining(","))
                    + "; with --confidence also "
                    + String.join(",", POOLING.keySet()) + ".")
            .build();
    private final OptionSpec confidence = OptionSpec.builder("--confidence")
            .paramLabel("LEVEL")
            .type(String.class)
            .arity("1")
            .description(
                    "The confidence that ranges stand for, such as 0.95, for the rules of meta-analysis. Nothing in the"
                            + " claims says it.")
            .build();
    private final OptionSpec prefer = OptionSpec.builder("--prefer")
            .paramLabel("SOURCES")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .splitRegex(";")
            .description("The order of preference among compilers for the rule civil_war, such as"
                    + " \"Livermore 1900;Fox 1898\"; that of its authors by default.")
            .build();
    private final OptionSpec accused = OptionSpec.builder("--accused")
            .paramLabel("PARTIES")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .splitRegex(";")
            .description("Who is accused of the deaths, for the grades of the rule airwars; nobody by default.")
            .build();

    private final OptionSpec grades = OptionSpec.builder("--grades")
            .paramLabel("GRADE=WEIGHT")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .splitRegex(",")
            .description("What grades count where they differ from the usual table, such as A=9,E=1,1=9; whole numbers"
                    + " from 1 up.")
            .build();

    CommandSpec spec() {
        return spec.addOption(rule)
                .addOption(confidence)
                .addOption(prefer)
                .addOption(accused)
                .addOption(grades);
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Objects.requireNonNull(arguments.folder(), "out");
        List<Rule> rules = rules();
        Dossier dossier;
        List<String> findings;
        try (Progress progress = arguments.progress()) {
            dossier = arguments.dossier();
            checkNames(dossier);
            progress.now("combining");
            Combinations combinations = Combinations.of(Ranges.of(dossier, arguments.tolerance()), rules, costs());
            findings = CombinationFindings.of(combinations, dossier.problems()).lines();
            progress.now("writing reports");
            DataPackage.write(
                    folder,
                    dossier.name(),
                    arguments.run(),
                    List.of(
                            combinations,
                            combinations.sensitivities(),
                            combinations.totals(),
                            new Problems(dossier.problems())));
        }
        arguments.tell(findings);
        return dossier.errors().isEmpty() ? Commands.DONE : Commands.FOUND;
    }

    /** The rules asked for, with what the other options say of them; all that can be applied where none is. */
    private List<Rule> rules() {
        List<String> asked = rule.getValue();
        List<String> names = new ArrayList<>();
        if (asked == null) {
            Arrays.stream(NamedRule.values()).map(NamedRule::id).forEach(names::add);
            POOLING.keySet().stream()
                    .filter(id -> confidence.getValue() != null)
                    .forEach(names::add);
        } else {
            asked.stream().map(String::strip).forEach(names::add);
        }
        if (confidence.getValue() != null && names.stream().noneMatch(POOLING::containsKey)) {
            throw new IllegalArgumentException(
                    "--confidence is for the rules of meta-analysis, none of which --rule names");
        }
        if (prefer.getValue() != null && !names.contains(NamedRule.CIVIL_WAR.id())) {
            throw new IllegalArgumentException("--prefer is for the rule civil_war, which --rule does not name");
        }
        if (accused.getValue() != null && !names.contains(NamedRule.AIRWARS.id())) {
            throw new IllegalArgumentException("--accused is for the rule airwars, which --rule does not name");
        }
        return names.stream().map(this::rule).toList();
    }

    /** Refuses names that are not in the dossier: a mistyped one would pass for a source or party that says nothing. */
    private void checkNames(Dossier dossier) {
        List<String> order = prefer.getValue();
        if (order != null) {
            NamesThere.check(
                    "--prefer",
                    order,
                    "source or claimant",
                    NamesThere.voices(dossier),
                    PreferenceOrder::key,
                    PreferenceOrder.publishedNames().stream()
                            .map(PreferenceOrder::key)
                            .collect(Collectors.toSet()));
        }
        List<String> parties = accused.getValue();
        if (parties != null) {
            Set<String> there = new LinkedHashSet<>(NamesThere.parties(dossier));
            there.addAll(NamesThere.voices(dossier));
            NamesThere.check("--accused", parties, "party, claimant or source", there, Airwars::key, Set.of());
        }
    }

    private double level(String given) {
        double level = LEVEL.matcher(given.strip()).matches() ? Double.parseDouble(given.strip()) : 0;
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "--confidence " + Excerpt.quoted(given) + ": expected a number above 0 and below 1, such as 0.95");
        }
        return level;
    }

    private Rule rule(String name) {
        PoolingMethod method = POOLING.get(name);
        if (method != null) {
            String level = confidence.getValue();
            if (level == null) {
                throw new IllegalArgumentException("rule " + name
                        + " needs --confidence, since a range stands for no confidence until somebody says which");
            }
            return MetaAnalyticRule.of(method, level(level));
        }
        NamedRule named = NamedRule.of(name);
        List<String> order = prefer.getValue();
        List<String> parties = accused.getValue();
        if (named == NamedRule.CIVIL_WAR && order != null) {
            for (String source : order) {
                if (PreferenceOrder.key(source).isEmpty()) {
                    throw new IllegalArgumentException("--prefer " + Excerpt.quoted(source.strip())
                            + " has no letter or digit; expected sources, such as \"Livermore 1900;Fox 1898\"");
                }
            }
            return PreferenceOrder.of(order);
        }
        if (named == NamedRule.AIRWARS && parties != null) {
            return Airwars.accusing(parties.stream().map(String::strip).toArray(String[]::new));
        }
        return named;
    }

    /** The table of grades, with what is asked for in place of the usual. */
    private Costs costs() {
        List<String> given = grades.getValue();
        Map<String, Integer> table = new TreeMap<>();
        for (String each : given == null ? List.<String>of() : given) {
            Matcher entry = WEIGHT.matcher(each.strip());
            if (!entry.matches()) {
                throw new IllegalArgumentException("--grades " + Excerpt.quoted(each)
                        + " is not a grade A to F or a credibility 1 to 6, =, and a whole number from 1 to 999999");
            }
            if (table.put(entry.group(1), Integer.valueOf(entry.group(2))) != null) {
                throw new IllegalArgumentException(
                        "--grades " + Excerpt.quoted(each) + ": " + entry.group(1) + " is named twice");
            }
        }
        return Costs.of(table);
    }
}
