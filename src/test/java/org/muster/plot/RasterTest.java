package org.muster.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.check.Checks;
import org.muster.compare.Agreements;
import org.muster.compare.Ranges;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Names;

/** What pixels show: the colours that tokens.css names for light screens, where the style of pictures puts them. */
class RasterTest {

    private static final int OWN = 0x1b5fa8;
    private static final int OPPONENT = 0xb3420b;
    private static final int SECONDARY = 0x52606d;
    private static final int GAP = 0xa3123a;
    private static final int WHOLE = 0x3b4650;
    private static final int PART = 0xa9bdd0;
    private static final int WHITE = 0xffffff;
    private static final int BLACK = 0;

    private static final Dossier CONTESTED = Dossier.of(
            "war",
            Claim.of("A", "killed", "21,389", "Coox 1985").claimedBy("A"),
            Claim.of("A", "killed", "83,737", "Coox 1985").claimedBy("B"),
            Claim.of("B", "killed", "12", "Coox 1985"));

    private static Picture ranges() {
        Agreements quantities = Agreements.of(CONTESTED);
        return RangePlot.of(quantities.rows().get(0), quantities.ranges(), Names.of(CONTESTED))
                .get(0);
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y) & 0xffffff);
            }
        }
        return colours;
    }

    @Test
    void marksHaveTheColoursOfWhoSpeaks() throws IOException {
        BufferedImage image = image(ranges().toPng(2));
        assertEquals(1440, image.getWidth());
        Set<Integer> colours = colours(image);
        assertTrue(colours.containsAll(List.of(WHITE, OWN, OPPONENT, GAP)), "colours are missing");
        assertFalse(colours.contains(BLACK), "something is drawn in black, which no style names");
    }

    /** The number within the bar of the whole is white, although text is dark as a rule. */
    @Test
    void theMoreSpecificRuleWins() throws IOException {
        Dossier dossier = Dossier.of(
                        "war",
                        Claim.of("Army", "killed", "2,000", "s"),
                        Claim.of("First", "killed", "500", "s"),
                        Claim.of("Second", "killed", "900", "s"))
                .with(Breakdown.of(Dimension.PARTY, "Army", "First", "Second"));
        BufferedImage image = image(SumPlot.of(Checks.of(dossier).rows().get(0), Ranges.of(dossier), Names.of(dossier))
                .orElseThrow()
                .toPng(2));
        Set<Integer> colours = colours(image);
        assertTrue(colours.containsAll(List.of(WHOLE, PART, GAP, SECONDARY)), "colours are missing");
        Set<Integer> inTheBar = colours(image.getSubimage(
                image.getWidth() / 4, 10, image.getWidth() / 4, 50)); // left of the middle, within the upper bar
        assertTrue(inTheBar.contains(WHITE) && inTheBar.contains(WHOLE), inTheBar::toString);
    }

    @Test
    void thePictureIsTheSameEachTime() {
        assertArrayEquals(ranges().toPng(1), ranges().toPng(1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 11, Double.NaN, -1, Double.POSITIVE_INFINITY})
    void otherScalesAreRefused(double scale) {
        assertThrows(IllegalArgumentException.class, () -> ranges().toPng(scale));
    }
}
