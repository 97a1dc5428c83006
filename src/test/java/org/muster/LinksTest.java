package org.muster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every link of the documents to another of the project's files, or to a heading, leads there. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\n]*`");

    /** The links of a document that lead nowhere. */
    private static List<String> dead(Path file) throws IOException {
        String text = CODE.matcher(Files.readString(file)).replaceAll("");
        List<String> dead = new ArrayList<>();
        for (MatchResult link : LINK.matcher(text).results().toList()) {
            Path target = link.group(1).isEmpty()
                    ? file
                    : file.toAbsolutePath().getParent().resolve(link.group(1));
            if (!Files.exists(target)
                    || link.group(2) != null && !headings(target).contains(link.group(2))) {
                dead.add(file + ": " + link.group());
            }
        }
        return dead;
    }

    /** The addresses of headings, as GitHub makes them: lower case, without punctuation, hyphens for blanks. */
    private static Set<String> headings(Path file) throws IOException {
        return HEADING.matcher(Files.readString(file))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        for (String folder : List.of("", "docs", "datasets/manchuria-1945")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".md"))
                        .sorted()
                        .toList()) {
                    dead.addAll(dead(file));
                }
            }
        }
        assertEquals(List.of(), dead);
    }

    @Test
    void aDeadLinkIsFound(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.md"),
                "# One way\n[a](#one-way) [b](a.md#another) [c](b.md) [d](https://example.org)\n");
        assertEquals(List.of(file + ": ](a.md#another)", file + ": ](b.md)"), dead(file));
    }
}
