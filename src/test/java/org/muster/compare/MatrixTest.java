package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.interval.Interval;
import org.muster.rows.Column;

/** What each voice says, side by side. */
class MatrixTest {

    private static Claim killed(String party, String figure, String voice) {
        return Claim.of(party, "killed", figure, "book").claimedBy(voice);
    }

    private static List<String> headings(Matrix matrix) {
        return Column.headings(matrix.columns());
    }

    /** The cells of the voices' columns. */
    private static List<String> cells(Matrix matrix, int row) {
        List<String> cells = new ArrayList<>();
        for (Column<Agreement> column :
                matrix.columns().subList(6, matrix.columns().size())) {
            cells.add(((Column.Texts<Agreement>) column)
                    .cell()
                    .apply(matrix.rows().get(row)));
        }
        return cells;
    }

    @Test
    void rangesAsPeopleWriteThem() {
        assertEquals("9,780–12,031", Matrix.written(Interval.of(9780, 12031), Firmness.FIRM));
        assertEquals("83,737", Matrix.written(Interval.of(83737), Firmness.FIRM));
        assertEquals("999", Matrix.written(Interval.of(999), Firmness.FIRM));
        assertEquals("1,577,725", Matrix.written(Interval.of(1577725), Firmness.FIRM));
        assertEquals("c. 400", Matrix.written(Interval.of(400), Firmness.SOFT));
        assertEquals("c. 170,000–200,000", Matrix.written(Interval.of(170000, 200000), Firmness.SOFT));
        assertEquals("300+", Matrix.written(Interval.of(300, Double.POSITIVE_INFINITY), Firmness.BOUND));
        assertEquals("≤3,500", Matrix.written(Interval.of(0, 3500), Firmness.BOUND));
        assertEquals("0–3,500", Matrix.written(Interval.of(0, 3500), Firmness.FIRM));
        assertEquals("200–300", Matrix.written(Interval.of(200, 300), Firmness.BOUND));
        assertEquals("12,345.6–12,345.7", Matrix.written(Interval.of(12345.65), Firmness.FIRM));
    }

    @Test
    void aColumnForEachVoiceThoseWithTheMostQuantitiesFirst() {
        Matrix matrix = Matrix.of(Dossier.of(
                        "battle",
                        killed("A", "21,389", "y"),
                        killed("A", "about 80,000", "x"),
                        killed("B", "up to 600", "x"),
                        killed("B", "heavy", "z"),
                        killed("A1", "300+", "w"),
                        killed("A2", "5", "w"))
                .with(new Breakdown(Dimension.PARTY, "A", "", List.of("A1", "A2"), Completeness.YES)));
        assertEquals(
                List.of("event", "party", "place", "measure", "scope", "verdict", "w", "x", "y"), headings(matrix));
        assertEquals(List.of("", "c. 80,000", "21,389"), cells(matrix, 0));
        assertEquals(List.of("", "≤600", ""), cells(matrix, 1));
        assertEquals(List.of("300+", "", ""), cells(matrix, 2));
        assertEquals(
                "A: killed: 21,389 (y), c. 80,000 (x)",
                matrix.toString().lines().findFirst().orElseThrow());
    }

    /** No two columns are called the same, whatever voices are called; one voice however it is encoded is one. */
    @Test
    void voicesThatAreCalledLikeAColumn() {
        Matrix matrix = Matrix.of(Dossier.of(
                "battle",
                killed("A", "1", "verdict"),
                killed("A", "2", "Party"),
                killed("A", "3", "verdict (voice)"),
                killed("A", "4", "Ma\u0308rz"),
                killed("A", "5", "März"),
                killed("A", "6", "=x"),
                killed("A", "7", "'=x")));
        List<String> headings = headings(matrix);
        assertEquals(headings.size(), headings.stream().distinct().count());
        assertEquals(
                List.of("'=x", "=x (voice)", "März", "Party (voice)", "verdict (voice)", "verdict (voice) (voice)"),
                headings.subList(6, headings.size()).stream().sorted().toList());
        assertEquals("verdict", matrix.voices().get("verdict (voice)"));
        assertEquals(headings, matrix.table().columnNames());
    }

    @Test
    void overAHundredVoices() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            claims.add(killed("A", "1", "v" + i));
        }
        assertEquals(List.of(), Matrix.of(Dossier.of("battle", claims)).problems());
        claims.add(killed("A", "1", "late"));
        claims.add(killed("B", "1", "late"));
        Matrix matrix = Matrix.of(Dossier.of("battle", claims));
        assertEquals(106, headings(matrix).size());
        assertEquals("late", headings(matrix).get(6));
        assertEquals("matrix.csv", matrix.problems().get(0).file());
        assertEquals(
                "only 100 of 101 voices have a column: those that speak of the most quantities",
                matrix.problems().get(0).message());
    }
}
