package org.muster.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.check.Check;
import org.muster.check.Checks;
import org.muster.compare.Ranges;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.exact.Bounds;
import org.muster.exact.Constraint;
import org.muster.exact.Rational;
import org.muster.propagate.LinearNetwork;
import org.muster.propagate.RuleProgram;
import org.muster.propagate.VariableId;

/**
 * The battles of the American Civil War in the figures of 13 compilers (jrnold/acw_battle_data, CC BY 4.0): do the sums of
 * each compiler hold, and which claims exclude one another? Held against counts straight from the rows of the file.
 */
class AcwTest {

    private static final Path DATA = Path.of("../shared/data/acw/acw_multisource_long.csv");

    /** The built-in sums of states of people that the file has figures for: a whole and its parts. */
    private static final List<List<String>> SUMS = List.of(
            List.of("casualties", "killed", "wounded", "missing", "captured"),
            List.of("casualties", "killed", "wounded", "captured_missing"),
            List.of("casualties", "killed_wounded", "captured_missing"),
            List.of("killed_wounded", "killed", "wounded"),
            List.of("killed_missing", "killed", "missing"),
            List.of("captured_missing", "captured", "missing"),
            List.of("wounded_missing", "wounded", "missing"));

    /** What a compiler writes of a side in a battle. */
    private record Entry(String event, String side, String measure, long low, long high, String source) {}

    private static List<Entry> entries = List.of();

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.exists(DATA), DATA + " is absent: the Civil War is not counted");
        List<Entry> read = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(DATA)) {
            for (NamedCsvRecord row : csv) {
                String id = row.getField("cwsac_id");
                read.add(new Entry(
                        id.isEmpty() ? row.getField("battle_name") : id,
                        row.getField("side"),
                        row.getField("measure"),
                        Math.round(Double.parseDouble(row.getField("low"))),
                        Math.round(Double.parseDouble(row.getField("high"))),
                        row.getField("source")));
            }
        }
        entries = List.copyOf(read);
    }

    private static Dossier dossier(List<Entry> chosen, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (CsvWriter csv = CsvWriter.builder().build(folder.resolve("claims.csv"))) {
            csv.writeRecord("event", "party", "measure", "figure", "low", "high", "source");
            for (Entry entry : chosen) {
                csv.writeRecord(
                        entry.event,
                        entry.side,
                        entry.measure,
                        entry.low + "–" + entry.high,
                        Long.toString(entry.low),
                        Long.toString(entry.high),
                        entry.source);
            }
        }
        return Dossier.read(folder);
    }

    /** Verdicts by compiler, as {@code Checks} gives them and as they are counted here. */
    @Test
    void sumsOfEachCompiler(@TempDir Path folder) throws IOException {
        Set<String> compilers = new LinkedHashSet<>();
        entries.forEach(entry -> compilers.add(entry.source));
        assertEquals(13, compilers.size());
        Map<String, Map<String, Integer>> table = new TreeMap<>();
        for (String compiler : compilers) {
            List<Entry> own = entries.stream()
                    .filter(entry -> entry.source.equals(compiler))
                    .toList();
            Map<String, Integer> verdicts = new TreeMap<>();
            for (Check check : Checks.of(dossier(own, folder.resolve(compiler))).rows()) {
                if (check.kind() == Check.Kind.SUM && check.rule().startsWith("state")) {
                    verdicts.merge(check.verdict().toString(), 1, Integer::sum);
                }
            }
            assertEquals(counted(own), verdicts, compiler);
            table.put(compiler, verdicts);
        }
        table.forEach((compiler, verdicts) -> System.out.println(compiler + " " + verdicts));
        assertTrue(table.values().stream().anyMatch(verdicts -> verdicts.containsKey("short")));
    }

    /** The verdicts from the rows: every figure of a whole against what the same compiler gives of its parts. */
    private static Map<String, Integer> counted(List<Entry> own) {
        Map<List<String>, List<long[]>> figures = new HashMap<>();
        for (Entry entry : own) {
            if (entry.low <= entry.high) { // the others are no ranges and take no part
                figures.computeIfAbsent(List.of(entry.event, entry.side, entry.measure), any -> new ArrayList<>())
                        .add(new long[] {entry.low, entry.high});
            }
        }
        Map<String, Integer> verdicts = new TreeMap<>();
        for (Map.Entry<List<String>, List<long[]>> whole : figures.entrySet()) {
            String event = whole.getKey().get(0);
            String side = whole.getKey().get(1);
            for (List<String> sum : SUMS) {
                if (sum.get(0).equals(whole.getKey().get(2))) {
                    count(whole.getValue(), parts(event, side, sum, figures), verdicts);
                }
            }
        }
        return verdicts;
    }

    /** The ends of the parts together, high −1 where one is missing; empty where all are. */
    private static Optional<long[]> parts(
            String event, String side, List<String> sum, Map<List<String>, List<long[]>> figures) {
        List<String> names = sum.subList(1, sum.size());
        boolean allClaimed = names.stream().allMatch(name -> figures.containsKey(List.of(event, side, name)));
        long low = 0;
        long high = 0;
        int known = 0;
        for (String name : names) {
            Optional<long[]> range = range(event, side, name, figures, !allClaimed);
            if (range.isPresent()) {
                known++;
                low += range.get()[0];
                high += range.get()[1];
            }
        }
        return known == 0 ? Optional.empty() : Optional.of(new long[] {low, known < names.size() ? -1 : high});
    }

    /** The hull of what is claimed and, if asked for, of what complete breakdowns add up to. */
    private static Optional<long[]> range(
            String event, String side, String name, Map<List<String>, List<long[]>> figures, boolean sums) {
        List<long[]> found = new ArrayList<>(figures.getOrDefault(List.of(event, side, name), List.of()));
        if (sums) {
            for (List<String> sum : SUMS) {
                if (sum.get(0).equals(name)) {
                    long low = 0;
                    long high = 0;
                    boolean complete = true;
                    for (String part : sum.subList(1, sum.size())) {
                        Optional<long[]> range = range(event, side, part, figures, true);
                        complete &= range.isPresent();
                        low += range.map(ends -> ends[0]).orElse(0L);
                        high += range.map(ends -> ends[1]).orElse(0L);
                    }
                    if (complete) {
                        found.add(new long[] {low, high});
                    }
                }
            }
        }
        return found.stream().reduce((a, b) -> new long[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])});
    }

    private static void count(List<long[]> wholes, Optional<long[]> parts, Map<String, Integer> verdicts) {
        Set<List<Long>> seen = new HashSet<>();
        for (long[] whole : wholes) {
            if (parts.isPresent() && seen.add(List.of(whole[0], whole[1]))) {
                long low = parts.get()[0];
                long high = parts.get()[1];
                boolean open = high < 0;
                String verdict = whole[1] < low
                        ? "short"
                        : !open && whole[0] > high
                                ? "over"
                                : open ? "open" : whole[0] == whole[1] && low == high ? "holds" : "possible";
                verdicts.merge(verdict, 1, Integer::sum);
            }
        }
    }

    @Test
    @Tag("slow")
    void claimsThatExcludeOneAnother(@TempDir Path folder) throws IOException {
        Dossier dossier = dossier(entries, folder);
        Reconciliation reconciliation = Reconciliation.of(dossier);
        Set<List<String>> contested = new HashSet<>();
        for (Conflict conflict : reconciliation.conflicts().all()) {
            if (conflict.rules().isEmpty()) {
                Quantity quantity = conflict.claims().get(0).quantity();
                contested.add(List.of(
                        quantity.event(), quantity.party(), quantity.measure().toString()));
            }
        }
        Set<List<String>> apart = apart(dossier.name());
        assertTrue(apart.size() > 1000, "quantities without a common number: " + apart.size());
        assertEquals(apart, contested);
        System.out.println(apart.size() + " quantities of which two claims exclude one another");
        assertConflicts(reconciliation, dossier);
    }

    /** The quantities of which the greatest low end is above the least high end. */
    private static Set<List<String>> apart(String dossier) {
        Map<List<String>, long[]> common = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.low <= entry.high) {
                String event = entry.event.isEmpty() ? dossier : entry.event;
                common.merge(List.of(event, entry.side, entry.measure), new long[] {entry.low, entry.high}, (a, b) ->
                        new long[] {Math.max(a[0], b[0]), Math.min(a[1], b[1])});
            }
        }
        Set<List<String>> apart = new HashSet<>();
        common.forEach((quantity, ends) -> {
            if (ends[0] > ends[1]) {
                apart.add(quantity);
            }
        });
        return apart;
    }

    /** Every so many conflicts by definition: all claims together are impossible, all but any one are not. */
    private static void assertConflicts(Reconciliation reconciliation, Dossier dossier) {
        RuleNetwork network = RuleNetwork.of(Ranges.of(dossier), false);
        List<Conflict> all = reconciliation.conflicts().all();
        int step = Math.max(1, all.size() / 150);
        for (int i = 0; i < all.size(); i += step) {
            List<Claim> claims = all.get(i).claims();
            VariableId first = network.variable(claims.get(0).quantity()).orElseThrow();
            LinearNetwork component =
                    network.linear().componentsOf(List.of(first)).get(0);
            assertTrue(isImpossible(network, component, claims), all.get(i).toString());
            for (Claim spared : claims) {
                List<Claim> others =
                        claims.stream().filter(claim -> claim != spared).toList();
                assertTrue(!isImpossible(network, component, others), all.get(i) + " without " + spared);
            }
        }
    }

    private static boolean isImpossible(RuleNetwork network, LinearNetwork component, List<Claim> claims) {
        RuleProgram program = new RuleProgram(
                component, component.rules(), component.variables(), any -> Bounds.atLeast(Rational.ZERO));
        for (Claim claim : claims) {
            VariableId variable = network.variable(claim.quantity()).orElseThrow();
            program.add(new Constraint(
                    program.form(variable), Bounds.of(claim.figure().range().orElseThrow())));
        }
        return program.simplex().infeasible().isPresent();
    }
}
