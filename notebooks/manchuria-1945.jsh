// Manchuria 1945: a dossier, question by question.
//
// Start in the project's folder:
//
//     mvn -q compile dependency:build-classpath
//     jshell --class-path target/classes:$(cat target/classpath) notebooks/manchuria-1945.jsh
//
// The shell stays open afterwards, with all that is defined below at hand. Each paragraph is a step that can be changed
// and pasted again.

import org.muster.check.*
import org.muster.compare.*
import org.muster.dossier.*
import org.muster.figure.*
import org.muster.reading.*
import org.muster.interval.*
import org.muster.reconcile.*
void show(String title, Object what) { System.out.println("\n" + title + "\n" + what); }
void list(String title, Stream<?> rows) {
    show(title, rows.map(row -> "  " + row).collect(Collectors.joining("\n")));
}

// 1. READING
// What cannot be read is a problem with file, line, column and reason; the rest is here. This dossier has none.
var dossier = Dossier.read(Path.of("datasets/manchuria-1945"))
show("The dossier", dossier)

// The works that the claims cite, and the article itself where it cites none.
list("Sources", dossier.sources().stream())

// What is part of what: "=" adds up, ">=" leaves something out. The whole area is that of the operation.
show("Hierarchy", dossier.hierarchy())

// 2. FIGURES
// A figure keeps its text. "About" and "over" stand beside the number and do not change it: reading widens nothing.
list("As written, and as read", Stream.of(
        "9,780–12,031 killed", "about 400", "over 900,000 men", "300+ tanks", "1.5 million men", "one thousand")
    .map(FigureReader::parse))

// One phrase may hold several figures. In a dossier, the measure of the row says which of them is meant.
list("Two figures in one phrase", FigureReader.english().read("1,042 aircraft (232 combat)").stream())

// A claim without a number is kept and has no range. It is not zero.
list("Claims without a number", dossier.claims().stream().filter(claim -> !claim.figure().hasNumber()))

// 3. QUANTITIES
// Event, party, place, measure and scope say what is counted. Claims that differ in one of the five are about different
// quantities and are not compared.
Quantity quantity(String party, String place, String measure) {
    return new Quantity(dossier.name(), party, place, Measure.parse(measure), "");
}
list("What is claimed of the Japanese killed", dossier.claims(quantity("Japan", "", "killed")).stream())

// The range of a quantity: estimates span it, bounds only limit it, and complete parts count as one more estimate. So
// "over 900,000" does not widen the Japanese strength, nor does "1.5 million" pull the Soviet one down.
var ranges = Ranges.of(dossier)
list("Ranges", Stream.of(
        quantity("Japan", "", "strength"),
        quantity("Soviet Union", "", "strength"),
        quantity("Soviet Union", "", "rocket_launchers strength"))
    .map(ranges::of))

// 4. DISCREPANCIES
// Every two claims with numbers about one quantity, the widest disagreement first.
var discrepancies = Discrepancies.of(dossier)
list("The four widest disagreements", discrepancies.rows().stream().limit(4))

// A row is a record. The ratio is an exact fraction; only writing rounds it, and outward.
var killed = discrepancies.rows().get(0)
show("How the first claim lies to the second", killed.relation())
show("Ratio of the second to the first", killed.ratio().low() + ", written " + killed.ratio())

// 5. AGREEMENT
// Sources of one origin, and sources that report one claimant, are one voice. Several voices that have no number in
// common are in conflict.
var agreements = Agreements.of(dossier)
list("Conflicts", agreements.rows().stream().filter(row -> row.verdict() == Agreement.Verdict.CONFLICT))

// Most quantities rest on a single voice: nothing contradicts them, and nothing confirms them.
show("Quantities by verdict", agreements.rows().stream()
    .collect(Collectors.groupingBy(Agreement::verdict, TreeMap::new, Collectors.counting())))

// 6. VOICES
// Two voices, over all quantities of which both say a number.
show("Voice against voice", VoicePairs.of(dossier))

// What each voice says, a quantity a line.
show("Side by side", Matrix.of(dossier))

// 7. CHECKS
// The sums and bounds of the hierarchy, held against each claim. "Short" and "over" mean: whatever the true figures are
// within the ranges. Firm failures stand before soft ones.
var checks = Checks.of(dossier)
list("What fails", checks.rows().stream().filter(Check::isFailed))

// The 1,152 rocket launchers of the infobox are 19 short of the three fronts; the 1,171 of another source are not.
list("Rocket launchers", checks.rows().stream()
    .filter(check -> check.quantity().isPresent() && check.quantity().get().measure().item().name().equals("rocket_launchers")))

// More tanks captured than there were? That depends on where in 369 to 600 the truth lies.
list("Tanks captured", checks.rows().stream().filter(check -> check.rule().contains("tanks captured")))

// 8. RATIOS
// Every line says what is divided by what. Where a figure is missing, the first range holds whatever it may be, and the
// second is the ratio of what is known.
var ratios = Ratios.of(dossier)
list("Force ratios of the sides", ratios.rows().stream()
    .filter(ratio -> ratio.kind() == Ratio.Kind.FORCE && ratio.partyA().equals("Allies")))

// Japanese killed for one Soviet killed. The ranges of the two claimants lie apart; the range of all claims would hide it.
list("Loss exchange", ratios.rows().stream()
    .filter(ratio -> ratio.kind() == Ratio.Kind.LOSS_EXCHANGE && ratio.measure().equals(Measure.parse("killed")))
    .filter(ratio -> ratio.partyA().equals("Soviet Union")))

// 9. TOLERANCE
// Soft figures count as written until an analysis is told how soft they are. With these settings the 1.5 million men are
// still short of the three fronts; the 2,000 aircraft and the 45,900 dead are not short any more.
var tolerance = Tolerance.about("5%").withRounding()
list("What fails with " + tolerance, Checks.of(dossier, tolerance).rows().stream().filter(Check::isFailed))

// 10. A DOSSIER IN CODE
// A claim is as short as a row of the table. "with" returns a new dossier; where sources are described, a new one has to
// be described first.
var described = dossier.with(Source.of("archive", "", "Strength returns", "1945"))
var more = described.with(Claim.of("Japan", "tanks strength", "at most 375", "archive").at("box 7"))
list("Tanks captured, with the new claim", Checks.of(more).rows().stream()
    .filter(check -> check.rule().contains("tanks captured")))

// From nothing: claims, and what adds up to what. An unknown name or a circle is refused with all its faults.
var claims = Dossier.of("a battle",
    Claim.of("Blue", "killed", "about 120", "Blue's history"),
    Claim.of("1st Brigade", "killed", "70–75", "Blue's history"),
    Claim.of("2nd Brigade", "killed", "40", "Blue's history"))
var small = claims.with(Breakdown.of(Dimension.PARTY, "Blue", "1st Brigade", "2nd Brigade"))
show("Does it add up?", Checks.of(small))
show("And if about means 5%?", Checks.of(small, Tolerance.about("5%")))

// 11. TABLES
// Any analysis is a Tablesaw table, with the columns of its report; the two ends of a range are one column.
var table = discrepancies.table()
show("Columns", table.columnNames())

// Where the ranges do not meet, and by how much.
var apart = table.where(table.numberColumn("gap").isGreaterThan(0))
show("Claims that do not meet",
    apart.selectColumns("party", "place", "measure", "range_a", "range_b", "gap").sortDescendingOn("gap"))

// How many pairs of claims lie which way?
show("Relations", table.countBy("relation"))

// 12. INTERVALS
// The arithmetic below all this. Every result encloses the exact one, and no double would do as a tighter end.
var soviet = Interval.of(9780, 12031)
show("Killed of both Allies", soviet.add(Interval.of(72)))
show("One tenth is no double", Interval.parse("0.1"))
show("A third of 1", Interval.of(1).divide(Interval.of(3)))

// To write the reports: org.muster.report.Report.of(dossier, tolerance).write(Path.of("target/mine"))
// To write a dossier:   small.write(Path.of("target/a-battle"))
