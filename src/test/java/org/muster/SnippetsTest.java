package org.muster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.cli.Muster;

/**
 * The documents keep their word. Every {@code java} block of a Markdown document is jshell and runs, the blocks of one
 * document in one jshell; every command of an {@code sh} block exists, and those of Muster run; a {@code text} block
 * behind either is what it prints; a block with a path under {@code target/} behind its language is saved there, and one
 * with another path is a file of a project of its own, whose main class runs here, and which {@code .ci/consumer} builds.
 * A picture is the one that a block has written to {@code target}. Every paragraph of a notebook runs and, after the first,
 * prints, and what its lines {@code //> } say, if it has any. {@link StudyTest} runs the one document that reads a file
 * which the project does not have, and the tests of the profile {@code spark} the one that needs Spark.
 *
 * <p>When drawing changes, look at the new pictures in {@code target/pictures} and then take them over:
 *
 * <pre>{@code
 * mvn -q test -Dtest=SnippetsTest -Dmuster.regenerate=true
 * }</pre>
 */
class SnippetsTest {

    static final Path SPARK = Path.of("docs/spark.md");

    private static final Path NOTEBOOKS = Path.of("notebooks");
    private static final String LAUNCHER = "target/muster/bin/muster ";
    private static final String TOLD = "//> ";
    private static final Pattern ARGUMENTS = Pattern.compile("-Dexec\\.args=\"([^\"]*)\"");
    private static final Pattern EXIT = Pattern.compile("#.* exit code (\\d)");
    private static final Pattern MAIN_CLASS = Pattern.compile("mvn .*-f \\w+ .*exec:java -Dexec\\.mainClass=(\\w+)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
    private static final Pattern GOAL = Pattern.compile("([a-z]+):[a-z-]+");
    private static final Pattern PICTURE = Pattern.compile("]\\((pictures/[^)]+)\\)");
    private static final Pattern PROFILE = Pattern.compile("-P(\\w+)");

    private static final SnippetShell FAULTY = new SnippetShell();

    @AfterAll
    static void close() {
        FAULTY.close();
    }

    @TestFactory
    Stream<DynamicTest> documents() throws IOException {
        return markdown().stream()
                .filter(file -> !file.equals(StudyTest.STUDY) && !file.equals(SPARK))
                .map(file -> dynamicTest(file.toString(), () -> runDocument(file)));
    }

    @TestFactory
    Stream<DynamicTest> notebooks() throws IOException {
        return files(NOTEBOOKS, ".jsh").stream().map(file -> dynamicTest(file.toString(), () -> runNotebook(file)));
    }

    @Test
    void thereAreSnippetsToRun() throws IOException {
        assertTrue(Snippet.ofMarkdown(Path.of("README.md")).stream()
                .anyMatch(block -> block.language().equals("java")));
        assertFalse(files(NOTEBOOKS, ".jsh").isEmpty());
    }

    @Test
    void everyOptionThatADocumentNamesExists() throws IOException {
        Set<String> known = new LinkedHashSet<>(Set.of("--class-path", "--add-modules")); // of the JDK
        known.addAll(List.of("--master", "--conf", "--jars", "--class", "--format")); // of Spark, with what it runs
        known.addAll(List.of("--num-executors", "--executor-cores", "--executor-memory"));
        for (String command : List.of(
                "report",
                "check",
                "reconcile",
                "combine",
                "statistics",
                "summarize",
                "read",
                "import",
                "mapping",
                "new")) {
            OPTION.matcher(run(0, command, "--help")).results().forEach(match -> known.add(match.group()));
        }
        for (Path file : markdown()) {
            OPTION.matcher(Files.readString(file))
                    .results()
                    .forEach(
                            match -> assertTrue(known.contains(match.group()), () -> file + " names " + match.group()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.out.println(", // ends too early
                "int men = \"twelve\"", // not understood
                "nobody.killed()", // a name that is nowhere
                "int killed() { return count(); }", // valid once somebody declares count()
                "org.muster.interval.Interval.of(2, 1)", // throws
                "var low = 1\nint low high", // the second of two
                "List.of(1)\n.size()", // the tool would end the expression at the line's end
            })
    void aFaultySnippetIsFound(String code) {
        assertThrows(AssertionError.class, () -> FAULTY.run(code.lines().toList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```java\nSystem.out.println(1 + 1)\n```\n```text\n3\n```\n", // prints something else
                "```sh\nmvn -q compile exec:java -Dexec.args=\"report nowhere --out target/nowhere\"\n```\n",
                "```sh\nmvn -q compile exec:java -Dexec.args=\"read 'about 400' --loudly\"\n```\n",
                "```sh\nmvn nowhere:run\n```\n",
                "```sh\njshell notebooks/nowhere.jsh\n```\n",
                "![a picture that nobody has drawn](pictures/nowhere.svg)\n",
            })
    void aFaultyDocumentIsFound(String text, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("faulty.md"), text);
        assertThrows(AssertionError.class, () -> runDocument(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import java.util.*\n\nSystem.out.println(1 + 1)\n//> 3\n", // prints something else
                "import java.util.*\n\nvar silent = 1\n", // prints nothing
            })
    void aFaultyNotebookIsFound(String text, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("faulty.jsh"), text);
        assertThrows(AssertionError.class, () -> runNotebook(file));
    }

    @Test
    void aSoundSnippetRunsAndIsHeard() {
        try (SnippetShell shell = new SnippetShell()) {
            List<String> code = List.of("var range = org.muster.interval.Interval.of(9780, 12031)", "// a comment", "");
            assertEquals("", shell.run(code));
            assertEquals("[9780, 12031]\n", shell.run(List.of("System.out.println(", "    range)")));
        }
    }

    static void runDocument(Path file) throws IOException {
        List<Snippet> blocks = Snippet.ofMarkdown(file);
        List<String> pictures = PICTURE.matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .toList();
        for (String picture : pictures) {
            Files.deleteIfExists(Path.of("target", picture));
        }
        for (Snippet block : blocks) {
            if (block.language().contains(" target/")) {
                Files.deleteIfExists(place(block));
            }
        }
        try (SnippetShell shell = new SnippetShell()) {
            for (int i = 0; i < blocks.size(); i++) {
                Snippet block = blocks.get(i);
                if (block.language().contains(" target/")) {
                    save(block);
                } else if (block.language().startsWith("java ")) {
                    run(shell, block);
                }
                String printed = switch (block.language()) {
                    case "java" -> run(shell, block);
                    case "sh" -> runCommands(shell, block);
                    default -> "";
                };
                if (i + 1 < blocks.size() && blocks.get(i + 1).language().equals("text")) {
                    Snippet expected = blocks.get(i + 1);
                    assertEquals(
                            trimmed(expected.text()), trimmed(printed), () -> expected + ": what " + block + " prints");
                }
            }
        }
        for (String picture : pictures) {
            Path drawn = Path.of("target", picture);
            Path shown = file.resolveSibling(picture);
            assertTrue(Files.exists(drawn), () -> file + " does not draw " + picture);
            if (Boolean.getBoolean("muster.regenerate")) {
                Files.createDirectories(shown.getParent());
                Files.copy(drawn, shown, StandardCopyOption.REPLACE_EXISTING);
            }
            assertEquals(Files.readString(drawn), Files.readString(shown), picture);
        }
    }

    /** A block behind whose language a path in the build's folder stands is saved there. */
    private static void save(Snippet block) throws IOException {
        Path file = place(block);
        Files.createDirectories(file.getParent());
        Files.writeString(file, block.text() + "\n");
    }

    private static Path place(Snippet block) {
        return Path.of(block.language().substring(block.language().indexOf(' ') + 1));
    }

    private static void runNotebook(Path file) throws IOException {
        List<Snippet> paragraphs = Snippet.ofNotebook(file);
        try (SnippetShell shell = new SnippetShell()) {
            for (Snippet paragraph : paragraphs) {
                String printed = run(shell, paragraph);
                assertTrue(
                        !printed.isBlank() || paragraph.equals(paragraphs.get(0)), () -> paragraph + " prints nothing");
                List<String> told = paragraph.code().stream()
                        .filter(line -> line.startsWith(TOLD))
                        .map(line -> line.substring(TOLD.length()))
                        .toList();
                if (!told.isEmpty()) {
                    assertEquals(trimmed(String.join("\n", told)), trimmed(printed), paragraph::toString);
                }
            }
        }
    }

    private static String run(SnippetShell shell, Snippet snippet) {
        try {
            return shell.run(snippet.code());
        } catch (AssertionError e) {
            throw new AssertionError(snippet + ": " + e.getMessage(), e);
        }
    }

    /** Runs the commands of Muster, and looks the others up in the build file. */
    private static String runCommands(SnippetShell shell, Snippet block) throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        StringBuilder printed = new StringBuilder();
        for (String command : block.code()) {
            Matcher mainClass = MAIN_CLASS.matcher(command);
            if (mainClass.matches()) {
                printed.append(shell.run(List.of(mainClass.group(1) + ".main(new String[0])")));
            } else if (command.contains(" exec:java")) {
                Matcher exit = EXIT.matcher(command);
                int expected = exit.find() ? Integer.parseInt(exit.group(1)) : 0;
                printed.append(run(expected, arguments(command, pom)));
            } else if (command.startsWith("mvn ")) {
                PROFILE.matcher(command)
                        .results()
                        .forEach(match -> assertTrue(pom.contains("<id>" + match.group(1) + "</id>"), command));
                GOAL.matcher(command)
                        .results()
                        .forEach(match -> assertTrue(
                                pom.contains("<artifactId>" + match.group(1) + "-maven")
                                        || pom.contains("<artifactId>maven-" + match.group(1) + "-plugin"),
                                command));
            } else if (command.startsWith(LAUNCHER + "jshell ")) {
                shell.run(imports());
                shell.run(List.of("var dossier = Dossier.read(Path.of(\""
                        + command.substring((LAUNCHER + "jshell ").length()) + "\"))"));
            } else if (command.startsWith(LAUNCHER)) {
                Matcher exit = EXIT.matcher(command);
                int comment = command.indexOf(" #");
                String line = comment < 0 ? command : command.substring(0, comment);
                printed.append(run(
                        exit.find() ? Integer.parseInt(exit.group(1)) : 0, words(line.substring(LAUNCHER.length()))));
            } else if (command.startsWith("jshell ")) {
                for (String word : command.split(" ")) {
                    assertTrue(!word.endsWith(".jsh") || Files.exists(Path.of(word)), command);
                }
            }
        }
        return printed.toString();
    }

    /** What {@code muster jshell} imports. */
    private static List<String> imports() throws IOException {
        return Files.readAllLines(Path.of("src/main/resources/org/muster/cli/imports.jsh"));
    }

    private static String[] arguments(String command, String pom) {
        Matcher given = ARGUMENTS.matcher(command);
        Matcher main = Pattern.compile("<exec\\.args>(.*)</exec\\.args>").matcher(pom);
        assertTrue(main.find(), "the main job in pom.xml");
        return words(given.find() ? given.group(1) : main.group(1));
    }

    /** The words of a command line, those in quotation marks with their blanks. */
    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2));
        }
        return words.toArray(String[]::new);
    }

    private static String run(int exitCode, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Muster.run(new PrintWriter(out), new PrintWriter(err), arguments);
        assertEquals(exitCode, code, () -> String.join(" ", arguments) + "\n" + out + err);
        return out.toString();
    }

    /** Without white space at the ends of lines, which editors take away, and of the whole. */
    private static String trimmed(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .reduce("", (a, b) -> a + "\n" + b)
                .strip();
    }

    private static List<Path> markdown() throws IOException {
        List<Path> files = new ArrayList<>(files(Path.of(""), ".md"));
        files.addAll(files(Path.of("docs"), ".md"));
        return files;
    }

    private static List<Path> files(Path folder, String extension) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        }
    }
}
