// Reconciling a table: a printed return with a misprint, from the sums that fail to the figure that is wrong, and to a table
// that adds up. The return is invented.
//
// Start in the project's folder:
//
//     target/muster/bin/muster jshell
//     /open notebooks/reconciling-a-table.jsh
//
// A line that begins with //> is what the paragraph prints.

import org.muster.adjust.*
import org.muster.check.*
import org.muster.compare.*
import org.muster.dossier.*
import org.muster.figure.*
import org.muster.interval.*
import org.muster.plot.*
import org.muster.reconcile.*

// 1. THE TABLE
// As printed, with its totals. Each cell becomes a claim; "about" and a blank stay what they are.
var columns = List.of("killed", "wounded", "missing", "casualties")
var rows = new LinkedHashMap<String, List<String>>()
rows.put("First", List.of("640", "1,980", "95", "2,715"))
rows.put("Second", List.of("480", "1,310", "60", "1,805"))
rows.put("Third", List.of("212", "about 700", "unknown", "940"))
rows.put("Army", List.of("1,332", "3,990", "183", "5,505"))
var claims = new ArrayList<Claim>()
rows.forEach((division, cells) -> {
    for (int i = 0; i < cells.size(); i++) {
        claims.add(Claim.of(division, columns.get(i), cells.get(i), "Return 1872").named(division + "." + columns.get(i)).at("table 3"));
    }
})
System.out.println(Dossier.of("a return", claims))
//> a return: 16 claims about 16 quantities from 1 source, no problems

// 2. WHAT ADDS UP TO WHAT
// Two sentences: the army is its divisions, and the last column is the sum of the others. They hold in every row and column.
var divisions = Breakdown.of(Dimension.PARTY, "Army", "First", "Second", "Third")
var losses = Breakdown.of(Dimension.STATE, "casualties", "killed", "wounded", "missing")
var dossier = Dossier.of("a return", claims).with(divisions, losses)
System.out.println(dossier.hierarchy())
//> party: Army = First + Second + Third
//> state: casualties = killed + wounded + missing

// 3. WHAT FAILS
// Sums that cannot be, whatever the missing figure is. The Third Division's sum is open, since one part is unknown.
var checks = Checks.of(dossier)
checks.rows().stream().filter(Check::isFailed).forEach(System.out::println)
System.out.println(checks.rows().size() + " checks in all")
//> Second: casualties: 1,805 short by 45 against 1850 (state: casualties = killed + wounded + missing)
//> Army: casualties: 5,505 over by 45 against 5460 (party: Army = First + Second + Third)
//> 8 checks in all

// The first of them as a picture, with the gap marked.
var picture = SumPlot.of(checks.rows().get(0), Ranges.of(dossier), Names.of(dossier)).orElseThrow()
Files.createDirectories(Path.of("target/notebooks"))
System.out.println(Files.writeString(Path.of("target/notebooks/sum.svg"), picture.toSvg()))
//> target/notebooks/sum.svg

// 4. WHICH FIGURE IS WRONG
// The fewest figures that must be set aside so that all others can be true. One is enough here, and it is the only one.
var reconciliation = Reconciliation.of(dossier)
reconciliation.corrections().settingAside().values().forEach(System.out::println)
//> [cost 6: set aside Second.casualties]

// Why: the smallest set of figures that cannot all be true.
System.out.println(reconciliation.conflicts().all().get(0))
//> First: casualties + Second: casualties + Third: casualties is at most 2,715 + 1,805 + 940 = 5,460, but not less than Army: casualties, which is at least 5,505: 45 short (party: Army = First + Second + Third)

// 5. WHAT IT MUST HAVE BEEN
// Without that figure the rules give it back, and the blank as well: what is implied encloses all that can be true.
var rest = Dossier.of("a return", claims.stream().filter(claim -> !claim.id().equals("Second.casualties")).toList()).with(divisions, losses)
boolean isWanted(Reconciled row) { return List.of("Second: casualties", "Third: missing").contains(row.quantity().label()); }
Reconciliation.of(rest).rows().stream().filter(row -> isWanted(row)).forEach(System.out::println)
//> Third: missing no number implies [28, 28]
//> Second: casualties no number implies [1850, 1850]
