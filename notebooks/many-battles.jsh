// Many battles: one war, six battles, and what all of them say together. The war is invented.
//
// Start in the project's folder:
//
//     target/muster/bin/muster jshell notebooks/coast-war.csv
//     /open notebooks/many-battles.jsh
//
// A line that begins with //> is what the paragraph prints.

import org.muster.statistics.*
import org.muster.tablesaw.*
import org.muster.compare.*
import org.muster.dossier.*
import org.muster.figure.*
import org.muster.interval.*
import org.muster.plot.*
var dossier = Dossier.read(Path.of("notebooks/coast-war.csv"))

// 1. ONE DOSSIER, MANY EVENTS
// A single CSV file is a dossier. The column "event" says to which battle a claim belongs.
System.out.println(dossier)
System.out.println(dossier.claims().stream().map(claim -> claim.quantity().event()).distinct().toList())
//> coast-war: 26 claims about 24 quantities from 2 sources, no problems
//> [Cape Fort, Dun Moor, Elm Bridge, Ford of Ash, Grey Hill, High Cross]

// 2. BATTLE BY BATTLE
// Ratios are made within an event, never between two. Here are the force ratios, Red to Blue.
Stream<Ratio> ratios(Ratio.Kind kind) {
    return Ratios.of(dossier).rows().stream().filter(row -> row.kind() == kind && row.partyA().equals("Red"));
}
ratios(Ratio.Kind.FORCE).forEach(row -> System.out.println(row.event() + ": " + row.range()))
//> Cape Fort: [1.5, 1.6875]
//> Dun Moor: [0.688888, 0.688889]
//> Elm Bridge: [1.23529, 1.5]
//> Ford of Ash: [0, 1.14286]
//> Grey Hill: [1.03333, 1.03334]
//> High Cross: [1.89473, 2.10527]

// Blue's dead for each of Red. Where voices exclude one another each has a line of its own; heavy losses are no number,
// so that the Ford of Ash has no line.
ratios(Ratio.Kind.LOSS_EXCHANGE).forEach(row -> System.out.println(row.event() + ": " + row.range() + " by " + row.basis()))
//> Cape Fort: [2.19512, 2.19513] by ranges
//> Dun Moor: [0.4, 0.453334] by ranges
//> Elm Bridge: [0.730769, 1.46154] by ranges
//> Elm Bridge: [1.46153, 1.46154] by Red
//> Elm Bridge: [0.730769, 0.73077] by Blue
//> Grey Hill: [0.913043, 1.2174] by ranges
//> Grey Hill: [0.913043, 1.04348] by Bell 1921
//> Grey Hill: [1.21739, 1.2174] by Roe 1977
//> High Cross: [2.74193, 3.22581] by ranges

// 3. THE SAME, AS A TABLE
// A range is one column of a Tablesaw table, and sorts and filters as such: where Red was certainly more than half
// as strong again. At Cape Fort it may have been 1.5 exactly.
var table = Ratios.of(dossier).table()
var force = table.where(table.stringColumn("ratio").isEqualTo("force a/b"))
var range = IntervalColumn.of(force, "range")
System.out.println(force.where(range.certainlyGreaterThan(1.5)).selectColumns("event", "range"))
//>                           ratios
//>    event     |                   range                   |
//> ----------------------------------------------------------
//>  High Cross  |  [1.894736842105263, 2.1052631578947372]  |

// 4. ALL BATTLES TOGETHER
// A sample of ranges: each statistic is the range of all that the figures allow. The Ford of Ash, 4,000 against 3,500 or more,
// counts as what it is, a ratio of at most 1.15.
var forces = Sample.of(ratios(Ratio.Kind.FORCE).map(row -> row.range().toInterval()).toList())
System.out.println("mean " + forces.mean())
System.out.println("median " + forces.median())
System.out.println("battles in which Red was the stronger: " + forces.countAbove(1))
//> mean [1.0587088636624237, 1.359640420495684]
//> median [1.1343137254901958, 1.3214285714285717]
//> battles in which Red was the stronger: [4, 5]

// 5. THE STRONGER SIDE
// Did the stronger side lose fewer men? A battle is certainly in a band of force ratio, or possibly in several: the Ford of
// Ash may belong to either of the first two. A ratio remembers what it was made of.
var fought = ratios(Ratio.Kind.FORCE).toList()
var bands = RatioBand.of(
    fought.stream().map(row -> row.a().toInterval()).toList(),
    fought.stream().map(row -> row.b().toInterval()).toList(),
    0, 1, 1.5, Double.POSITIVE_INFINITY)
bands.forEach(band -> System.out.println(band + ": " + band.count() + " battles"))
//> below 1.0: [1, 2] battles
//> 1.0 to 1.5: [1, 3] battles
//> 1.5 and more: [2, 3] battles

// In which of them Red certainly killed more than it lost, whatever the true figures are, as a share of each band.
boolean isAhead(Ratio row) { return row.basis().equals("ranges") && row.range().toInterval().inf() > 1; }
var ahead = ratios(Ratio.Kind.LOSS_EXCHANGE).filter(row -> isAhead(row)).map(Ratio::event).toList()
System.out.println(ahead)
bands.forEach(band -> System.out.println(band + ": " + band.share(member -> ahead.contains(fought.get(member.index()).event()))))
//> [Cape Fort, High Cross]
//> below 1.0: [0, 0]
//> 1.0 to 1.5: [0, 0]
//> 1.5 and more: [0.6666666666666666, 1]

// 6. WHICH BATTLES ARE WORTH A DAY IN THE ARCHIVE
// Where the voices are farthest apart.
Discrepancies.of(dossier).rows().forEach(System.out::println)
//> Red: killed: 1,300 (Red) against 2,600 (Blue), ratio 2, difference 1300
//> Blue: killed: 1,050–1,200 (Bell 1921) against 1,400 (Roe 1977), ratio 1.16666 to 1.33334, difference 200 to 350

// The same as a picture.
var overview = ConflictOverview.of(Agreements.of(dossier), Names.of(dossier)).orElseThrow()
Files.createDirectories(Path.of("target/notebooks"))
System.out.println(Files.writeString(Path.of("target/notebooks/coast-war.svg"), overview.toSvg()))
//> target/notebooks/coast-war.svg
