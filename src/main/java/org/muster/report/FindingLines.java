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
        add(title, findings.size(), file, findings, most);
    }

    /**
     * Adds the findings of a kind, if there are any.
     *
     * @param number how many there are; more than the lines where those alike share a line
     * @param file the report that holds all of them; empty for none
     */
    void add(String title, long number, String file, List<String> findings) {
        add(title, number, file, findings, MOST);
    }

    private void add(String title, long number, String file, List<String> findings, int most) {
        if (findings.isEmpty()) {
            return;
        }
        add(title + " (" + number + ")");
        findings.stream().limit(most).forEach(finding -> add("  " + finding));
        if (findings.size() > most) {
            add("  … and " + more(findings.size() - most, number > findings.size())
                    + (file.isEmpty() ? "" : " in " + file));
        }
    }

    /**
     * Returns how many lines are left out: {@code 3 more}, or {@code 3 more kinds} where some lines are about several findings.
     */
    static String more(int lines, boolean areKinds) {
        return lines + " more" + (!areKinds ? "" : lines == 1 ? " kind" : " kinds");
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
