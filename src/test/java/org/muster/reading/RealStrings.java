package org.muster.reading;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muster.interval.Decimals;
import org.muster.text.ResourceTable;

/**
 * What people read in real strings against what the reader reads. The strings, which are not part of the project, are known
 * by their SHA-1 only, so that this is no test of the build: {@link #main} takes the file that holds them.
 */
final class RealStrings {

    private static final String IN_WORDS = "in words: ";
    private static final FigureReader READER = FigureReader.of(FigureReader.languages());

    /** What things were annotated as that have got a name of their own since. */
    private static final Map<String, String> NEWER = newer();

    private RealStrings() {}

    /** Reads a file with a heading, then a line for each string; behind the tab the string, {@code \\n} for its line breaks. */
    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8);
        int complete = 0;
        for (String line : lines.subList(1, lines.size())) {
            String written = line.substring(line.indexOf('\t') + 1);
            String text = written.replace("\\n", "\n").replace("\\t", "\t");
            texts.put(sha1(written), text);
            FigureReaderLawsTest.assertInOrder(text);
            complete += READER.readAll(text).isComplete() ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%d strings, %.1f %% without an unread number%n",
                lines.size() - 1,
                100.0 * complete / (lines.size() - 1));
        // Both draws were blind when they were annotated, and have since shown what was missing.
        score("annotations", texts);
        score("second", texts);
    }

    private static void score(String draw, Map<String, String> texts) throws IOException {
        Map<String, List<String>> annotated = annotated("annotations/" + draw + ".csv");
        int parts = 0;
        int rightParts = 0;
        int strings = 0;
        int rightStrings = 0;
        for (Map.Entry<String, List<String>> each : annotated.entrySet()) {
            String text = Objects.requireNonNull(texts.get(each.getKey()), "no string with SHA-1 " + each.getKey());
            List<String> read = parts(READER.readAll(text), isInWords(each.getValue()));
            int right = commonSubsequence(each.getValue(), read);
            parts += Math.max(each.getValue().size(), read.size());
            rightParts += right;
            strings++;
            if (read.equals(each.getValue())) {
                rightStrings++;
            } else {
                System.out.println(each.getKey() + ": read " + read + ", annotated " + each.getValue());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d of %d parts (%.1f %%) and %d of %d strings (%.1f %%) exactly right%n",
                draw,
                rightParts,
                parts,
                100.0 * rightParts / parts,
                rightStrings,
                strings,
                100.0 * rightStrings / strings);
    }

    /** The parts of each string that is not left out, by its SHA-1; of a string in words, what kind of words. */
    private static Map<String, List<String>> annotated(String table) throws IOException {
        Map<String, List<String>> annotated = new LinkedHashMap<>();
        InputStream stream = Objects.requireNonNull(RealStrings.class.getResourceAsStream(table), table);
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                if (row.getField("note").startsWith("skip")) {
                    continue; // a string that its reader could not decide
                }
                List<String> parts = annotated.computeIfAbsent(row.getField("sha1"), sha1 -> new ArrayList<>());
                if (!row.getField("part").equals("0")) {
                    parts.add(String.join(
                            " | ",
                            row.getField("low"),
                            row.getField("high"),
                            row.getField("qualifier"),
                            withoutOpenHalf(row.getField("measure"))));
                } else if (!row.getField("qualifier").isEmpty()) {
                    parts.add(IN_WORDS + row.getField("qualifier"));
                }
            }
        }
        return annotated;
    }

    /** Whether a string has no number and words that stand for one: part 0 with a qualifier. No measure is annotated then. */
    private static boolean isInWords(List<String> parts) {
        return parts.size() == 1 && parts.get(0).startsWith(IN_WORDS);
    }

    private static List<String> parts(ReadText read, boolean inWords) {
        List<String> parts = new ArrayList<>();
        for (ReadFigure each : read.figures()) {
            if (inWords && !each.figure().hasNumber()) {
                parts.add(IN_WORDS + each.figure().qualifier());
                continue;
            }
            String low = each.figure()
                    .range()
                    .map(range -> Decimals.down(range.inf(), 6))
                    .orElse("");
            String high = each.figure()
                    .range()
                    .map(range -> Decimals.up(range.sup(), 6))
                    .orElse("");
            parts.add(String.join(" | ", low, high, each.figure().qualifier().toString(), asAnnotated(each.measure())));
        }
        return parts;
    }

    private static Map<String, String> newer() {
        Map<String, String> newer = new HashMap<>();
        for (List<String> row : ResourceTable.rows(RealStrings.class, "annotations/newer.csv", "newer", "annotated")) {
            newer.put(row.get(0), row.get(1));
        }
        return newer;
    }

    private static String asAnnotated(String measure) {
        return Stream.of(measure.split(" ", -1))
                .map(name -> NEWER.getOrDefault(name, name))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** An open half is written "?" in annotations and left out by the reader. */
    private static String withoutOpenHalf(String measure) {
        return measure.replace("?", "").strip();
    }

    /** How many parts are right in their order. */
    private static int commonSubsequence(List<String> one, List<String> other) {
        int[][] longest = new int[one.size() + 1][other.size() + 1];
        for (int i = 1; i <= one.size(); i++) {
            for (int j = 1; j <= other.size(); j++) {
                longest[i][j] = one.get(i - 1).equals(other.get(j - 1))
                        ? longest[i - 1][j - 1] + 1
                        : Math.max(longest[i - 1][j], longest[i][j - 1]);
            }
        }
        return longest[one.size()][other.size()];
    }

    private static String sha1(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
