package org.muster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a document that can be run: a fenced block of a Markdown file, or a paragraph of a jshell notebook.
 *
 * @param file the document
 * @param line the line at which its code begins, from 1
 * @param language what stands behind the fence: {@code java} for jshell, {@code sh}, {@code text} for what the block
 *     before it prints
 * @param code its lines
 */
record Snippet(Path file, int line, String language, List<String> code) {

    /** The fenced blocks of a Markdown file that name a language. */
    static List<Snippet> ofMarkdown(Path file) throws IOException {
        List<Snippet> found = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        int opened = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("```")) {
                if (opened >= 0) {
                    String language = lines.get(opened).substring(3).strip();
                    found.add(new Snippet(file, opened + 2, language, lines.subList(opened + 1, i)));
                    opened = -1;
                } else {
                    opened = i;
                }
            }
        }
        return found;
    }

    /** The paragraphs of a jshell notebook that hold more than comments. */
    static List<Snippet> ofNotebook(Path file) throws IOException {
        List<Snippet> found = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        int first = 0;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).isBlank()) {
                List<String> paragraph = lines.subList(first, i);
                if (!paragraph.stream().allMatch(line -> line.isBlank() || line.startsWith("//"))) {
                    found.add(new Snippet(file, first + 1, "java", paragraph));
                }
                first = i + 1;
            }
        }
        return found;
    }

    String text() {
        return String.join("\n", code);
    }

    /** File and line, as an editor opens them. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
