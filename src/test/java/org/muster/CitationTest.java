package org.muster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is cited and depended on is what is built: CITATION.cff and the README say the same as pom.xml. */
class CitationTest {

    private final String pom = read("pom.xml");
    private final String citation = read("CITATION.cff");

    @Test
    void citationIsThatOfTheBuild() {
        assertEquals(only("<version>([^<]+)</version>\\s*<packaging>", pom), only("(?m)^version: (.+)$", citation));
        assertEquals(only("<name>(Apache[^<]+)</name>", pom), only("(?m)^license: (.+)$", citation));
        assertEquals(
                only("<url>(https://github[^<]+)</url>\\s*<inceptionYear>", pom),
                only("(?m)^repository-code: (.+)$", citation));
    }

    @Test
    void aReleaseSaysItsDay() {
        boolean isRelease = !only("(?m)^version: (.+)$", citation).endsWith("-SNAPSHOT");
        List<String> days = all("(?m)^date-released: \"?([-0-9]+)\"?$", citation);
        assertEquals(
                isRelease ? List.of(only("<project.build.outputTimestamp>([-0-9]+)T", pom)) : List.of(),
                days,
                "date-released in CITATION.cff");
    }

    @Test
    void readmeDependsOnThisVersion() {
        List<String> versions = all("<artifactId>muster</artifactId>\\s*<version>([^<]+)</version>", read("README.md"));
        assertTrue(versions.size() > 1);
        for (String version : versions) {
            assertEquals(only("<version>([^<]+)</version>\\s*<packaging>", pom), version);
        }
    }

    private static String only(String pattern, String text) {
        List<String> found = all(pattern, text);
        assertEquals(1, found.size(), pattern);
        return found.get(0);
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
