package org.muster.report;

import java.util.ArrayList;
import java.util.List;
import org.muster.text.SafeText;

/** Findings as lines of a terminal: one about the dossier, then the first few findings of each kind under their title. */
final class FindingLines {

    /** How many findings of a kind are listed, unless more of them are asked for. */
    static final int MOST = 5;

    private final List<String> lines = new ArrayList<>();

    /** @param dossier the line about the dossier */
    FindingLines(String dossier) {
        add(dossier);
    }

    private void add(String line) {
        lines.add(SafeText.forTerminal(line));
    }

    /**
     * Adds the findings of a kind, if there are any.
     *
     * @param file the report that holds all of them; empty for none
     */
    void add(String title, String file, List<String> findings) {
        add(title, file, findings, MOST);
    }

    /**
     * Adds the findings of a kind, if there are any.
     *
     * @param file the report that holds all of them; empty for none
     * @param most how many are listed
     */
    void add(String title, String file, List<String> findings, int most) {
        if (findings.isEmpty()) {
            return;
        }
        add(title + " (" + findings.size() + ")");
        findings.stream().limit(most).forEach(finding -> add("  " + finding));
        if (findings.size() > most) {
            add("  … and " + (findings.size() - most) + " more" + (file.isEmpty() ? "" : " in " + file));
        }
    }

    /** Adds a line that is no finding, under a title. */
    void addNote(String title, String note) {
        add(title);
        add("  " + note);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
