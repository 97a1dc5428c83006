package org.muster.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.check.Check;
import org.muster.check.Checks;
import org.muster.compare.Ranges;
import org.muster.compare.Statement;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.exact.Bounds;
import org.muster.exact.Constraint;
import org.muster.exact.Rational;
import org.muster.exact.WorkLimit;
import org.muster.propagate.ImpliedRanges;
import org.muster.propagate.LinearNetwork;
import org.muster.propagate.RuleProgram;
import org.muster.propagate.VariableId;

/**
 * Battles in the figures of several compilers: do the sums of each compiler hold, and which claims exclude one another? Held
 * against counts straight from the rows. The tests draw rows in the form of the American Civil War data
 * (jrnold/acw_battle_data); {@link #main} counts the file itself.
 */
class AcwTest {

    private static final String HEADER = "cwsac_id,battle_name,side,measure,low,high,source";

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

    @TempDir
    private Path folder = Path.of("");

    /** Counts a file of the form of {@code acw_multisource_long.csv}, which is not part of the project. */
    public static void main(String[] arguments) throws IOException {
        AcwTest test = new AcwTest();
        test.folder = Files.createTempDirectory("acw");
        List<Entry> entries = read(Path.of(arguments[0]));
        test.sumsOfEachCompiler(entries).forEach((compiler, verdicts) -> System.out.println(compiler + " " + verdicts));
        System.out.println(
                test.claimsThatExcludeOneAnother(entries) + " quantities of which two claims exclude one another");
    }

    @Test
    void sumsOfEachCompiler() throws IOException {
        Map<String, Map<String, Integer>> table = sumsOfEachCompiler(drawn());
        Set<String> verdicts = new HashSet<>();
        table.values().forEach(each -> verdicts.addAll(each.keySet()));
        assertEquals(Set.of("holds", "possible", "open", "short", "over"), verdicts);
        assertTrue(table.containsValue(Map.of()), "every compiler gives parts");
    }

    @Test
    void claimsThatExcludeOneAnother() throws IOException {
        int apart = claimsThatExcludeOneAnother(drawn());
        assertTrue(apart > 20, "quantities without a common number: " + apart);
    }

    /**
     * Rows with what makes the real ones hard: wholes that miss the sum of their parts, parts that overlap (killed, and
     * killed and wounded), compilers who give no parts, two figures of one quantity by one compiler (an id that holds two
     * engagements), strengths of 0 for unknown, ends in the wrong order, decimals, and battles without id or without a name.
     */
    private List<Entry> drawn() throws IOException {
        Random random = new Random(1861);
        List<String> measures = List.of(
                "strength",
                "casualties",
                "killed",
                "wounded",
                "missing",
                "captured",
                "killed_wounded",
                "captured_missing",
                "killed_missing",
                "wounded_missing");
        List<String> rows = new ArrayList<>(List.of(HEADER));
        for (int battle = 0; battle < 9; battle++) {
            String name = (battle % 4 == 0 ? "" : "ZZ" + battle) + "," + (battle == 8 ? "" : "Battle " + battle);
            for (String side : List.of("US", "CS")) {
                int killed = random.nextInt(100);
                int wounded = random.nextInt(400);
                int missing = random.nextInt(20);
                int captured = random.nextInt(200);
                int[] truth = {
                    1000,
                    killed + wounded + missing + captured,
                    killed,
                    wounded,
                    missing,
                    captured,
                    killed + wounded,
                    captured + missing,
                    killed + missing,
                    wounded + missing
                };
                for (int compiler = 0; compiler < 4; compiler++) {
                    for (int i = 0; i < truth.length; i++) {
                        boolean isPart = i > 1;
                        while (random.nextInt(100) < (isPart && compiler == 3 ? 0 : 60)) {
                            int low = i == 0 && random.nextInt(5) == 0 ? 0 : truth[i];
                            low = Math.max(0, low + (random.nextInt(8) == 0 ? random.nextInt(21) - 10 : 0));
                            int high = random.nextInt(4) == 0 ? low + random.nextInt(30) : low;
                            String ends = random.nextInt(40) == 0 ? (high + 1) + "," + low : low + ".0," + high;
                            rows.add(name + "," + side + "," + measures.get(i) + "," + ends + ",Compiler " + compiler);
                            if (random.nextInt(10) > 0) {
                                break;
                            }
                        }
                    }
                }
            }
        }
        return read(Files.write(folder.resolve("drawn.csv"), rows));
    }

    private static List<Entry> read(Path file) throws IOException {
        List<Entry> read = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
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
        return List.copyOf(read);
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
    private Map<String, Map<String, Integer>> sumsOfEachCompiler(List<Entry> entries) throws IOException {
        Set<String> compilers = new LinkedHashSet<>();
        entries.forEach(entry -> compilers.add(entry.source));
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
        return table;
    }

    /**
     * The verdicts from the rows: what a compiler says of a whole against what he says of its parts. Of the sums about one
     * whole those of which he gives all parts come first, and one counts only if it has a part that no earlier one had.
     */
    private static Map<String, Integer> counted(List<Entry> own) {
        Map<List<String>, long[]> figures = new HashMap<>();
        for (Entry entry : own) {
            if (entry.low <= entry.high) { // the others are no ranges and take no part
                figures.merge(
                        List.of(entry.event, entry.side, entry.measure),
                        new long[] {entry.low, entry.high},
                        AcwTest::hull);
            }
        }
        Map<String, Integer> verdicts = new TreeMap<>();
        figures.forEach((whole, ends) -> {
            Set<String> known = new HashSet<>();
            for (boolean givesAll : List.of(true, false)) {
                for (List<String> sum : SUMS) {
                    List<String> names = sum.subList(1, sum.size());
                    List<String> claimed = names.stream()
                            .filter(name -> figures.containsKey(List.of(whole.get(0), whole.get(1), name)))
                            .toList();
                    if (sum.get(0).equals(whole.get(2))
                            && (claimed.size() == names.size()) == givesAll
                            && known.addAll(claimed)) {
                        verdicts.merge(
                                verdict(ends, parts(whole.get(0), whole.get(1), names, figures)), 1, Integer::sum);
                    }
                }
            }
        });
        return verdicts;
    }

    private static long[] hull(long[] a, long[] b) {
        return new long[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])};
    }

    /** The ends of the parts together, high −1 where one is missing. */
    private static long[] parts(String event, String side, List<String> names, Map<List<String>, long[]> figures) {
        long low = 0;
        long high = 0;
        boolean complete = true;
        for (String name : names) {
            Optional<long[]> range = range(event, side, name, figures);
            complete &= range.isPresent();
            low += range.map(ends -> ends[0]).orElse(0L);
            high += range.map(ends -> ends[1]).orElse(0L);
        }
        return new long[] {low, complete ? high : -1};
    }

    /** What is claimed or, where that is nothing, from the least to the greatest of what the sums add up to. */
    private static Optional<long[]> range(String event, String side, String name, Map<List<String>, long[]> figures) {
        long[] claimed = figures.get(List.of(event, side, name));
        if (claimed != null) {
            return Optional.of(claimed);
        }
        return SUMS.stream()
                .filter(sum -> sum.get(0).equals(name))
                .map(sum -> parts(event, side, sum.subList(1, sum.size()), figures))
                .filter(parts -> parts[1] >= 0)
                .reduce(AcwTest::hull);
    }

    private static String verdict(long[] whole, long[] parts) {
        boolean open = parts[1] < 0;
        if (whole[1] < parts[0]) {
            return "short";
        }
        if (!open && whole[0] > parts[1]) {
            return "over";
        }
        return open ? "open" : whole[0] == whole[1] && parts[0] == parts[1] ? "holds" : "possible";
    }

    /** How many quantities have claims without a common number, as {@code Reconciliation} finds and as counted here. */
    private int claimsThatExcludeOneAnother(List<Entry> entries) throws IOException {
        Dossier dossier = dossier(entries, folder.resolve("all"));
        Reconciliation reconciliation = Reconciliation.of(dossier);
        Set<List<String>> contested = new HashSet<>();
        for (Conflict conflict : reconciliation.conflicts().all()) {
            if (conflict.rules().isEmpty()) {
                Quantity quantity = conflict.claims().get(0).quantity();
                contested.add(List.of(
                        quantity.event(), quantity.party(), quantity.measure().toString()));
            }
        }
        Set<List<String>> apart = apart(entries, dossier.name());
        assertEquals(apart, contested);
        assertConflicts(reconciliation, dossier);
        return apart.size();
    }

    /** The quantities of which the greatest low end is above the least high end. */
    private static Set<List<String>> apart(List<Entry> entries, String dossier) {
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
            VariableId first = network.variables(claims.get(0).quantity()).get(0);
            LinearNetwork component =
                    network.linear().componentsOf(List.of(first)).get(0);
            assertTrue(isImpossible(network, component, claims), all.get(i).toString());
            for (Statement spared : all.get(i).statements()) {
                List<Claim> others = claims.stream()
                        .filter(claim -> !spared.claims().contains(claim))
                        .toList();
                assertTrue(!isImpossible(network, component, others), all.get(i) + " without " + spared);
            }
        }
    }

    private static boolean isImpossible(RuleNetwork network, LinearNetwork component, List<Claim> claims) {
        RuleProgram program = new RuleProgram(
                component, component.rules(), component.variables(), any -> Bounds.atLeast(Rational.ZERO));
        for (Claim claim : claims) {
            VariableId variable = network.variables(claim.quantity()).get(0);
            program.add(new Constraint(
                    program.form(variable), Bounds.of(claim.figure().range().orElseThrow())));
        }
        return program.simplex(new WorkLimit(ImpliedRanges.MOST_WORK))
                .infeasible()
                .isPresent();
    }
}
