package org.muster.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muster.dossier.Dossier;
import org.muster.plot.Picture.Width;

/**
 * One picture of each kind of a hand-made dossier, byte for byte.
 *
 * <p>When drawing changes, look at the new pictures and then take them over:
 *
 * <pre>{@code
 * mvn -q test -Dtest=GoldenPicturesTest -Dmuster.regenerate=true
 * }</pre>
 */
class GoldenPicturesTest {

    private static final Path EXPECTED = Path.of("src/test/resources/org/muster/plot");
    private static final Path DOSSIER = Path.of("src/test/resources/org/muster/report/river-war");

    /** The first picture of each kind, wide and narrow; the first of all also as a document. */
    private static Map<String, String> pictures() throws IOException {
        Map<String, String> pictures = new LinkedHashMap<>();
        for (Picture picture : Pictures.of(Dossier.read(DOSSIER))) {
            String kind = picture.getClass().getSimpleName();
            for (Width width : Width.values()) {
                String name = kind + "-" + width.toString().toLowerCase(Locale.ROOT) + ".svg";
                pictures.putIfAbsent(name, picture.toSvg(width, "1") + "\n");
            }
            pictures.putIfAbsent("document.svg", picture.toSvg());
        }
        return pictures;
    }

    @Test
    void everyByteAsExpected() throws IOException {
        Map<String, String> pictures = pictures();
        if (Boolean.getBoolean("muster.regenerate")) {
            for (Map.Entry<String, String> each : pictures.entrySet()) {
                Files.writeString(EXPECTED.resolve(each.getKey()), each.getValue());
            }
        }
        List<String> expected = new ArrayList<>();
        try (var files = Files.list(EXPECTED)) {
            files.forEach(file -> expected.add(file.getFileName().toString()));
        }
        assertEquals(new HashSet<>(expected), pictures.keySet());
        for (Map.Entry<String, String> each : pictures.entrySet()) {
            assertEquals(Files.readString(EXPECTED.resolve(each.getKey())), each.getValue(), each.getKey());
        }
    }

    @Test
    void everyKindIsAmongThem() throws IOException {
        Set<String> kinds = new HashSet<>();
        pictures().keySet().forEach(name -> kinds.add(name.split("-")[0]));
        assertEquals(
                Set.of(
                        "VerdictStrip",
                        "ConflictOverview",
                        "VoiceMatrix",
                        "RangePlot",
                        "TimelinePlot",
                        "SumPlot",
                        "BeforeAfterPlot",
                        "RatioPlot",
                        "PBoxPlot",
                        "document.svg"),
                kinds);
    }
}
