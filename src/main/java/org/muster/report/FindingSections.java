package org.muster.report;

import java.util.ArrayList;
import java.util.List;
import org.muster.check.Check;
import org.muster.compare.NumberText;
import org.muster.report.PageContext.Link;

/** The findings of a page: those of the terminal, in its order and words, with a link each. */
final class FindingSections {

    private static final int MOST = 5;
    private static final int MOST_LINKS = 40;

    /**
     * Findings of one kind.
     *
     * @param heading what they are
     * @param number how many; empty for none
     * @param none what is said where there are none; empty otherwise
     * @param lines the first few
     * @param more how many follow, such as {@code 3 more}; empty for none
     * @param links links to what follows
     * @param file the report that holds all
     */
    record Section(
            String heading, String number, String none, List<Line> lines, String more, List<Link> links, String file) {}

    /**
     * A finding.
     *
     * @param href what it links to; may be empty
     * @param name the quantity, which is the link; empty where the line names none
     * @param text what is found
     */
    record Line(String href, String name, String text) {}

    private final PageContext page;
    private final List<Section> sections = new ArrayList<>();

    FindingSections(PageContext page, Findings findings) {
        this.page = page;
        boolean hasAuthors = false;
        boolean hasProblems = false;
        for (Findings.Section section : findings.sections()) {
            hasAuthors |= section.title().equals(Findings.OF_ONE_VOICE);
            hasProblems |= section.title().equals(Findings.PROBLEMS);
        }
        if (!hasAuthors) {
            sections.add(
                    new Section(Findings.OF_ONE_VOICE, "", "None. " + sumsOfOneVoice(), List.of(), "", List.of(), ""));
        }
        findings.sections().forEach(section -> sections.add(section(section)));
        if (!hasProblems) {
            sections.add(new Section(
                    Findings.PROBLEMS, "", "None. Every row of the dossier was read.", List.of(), "", List.of(), ""));
        }
    }

    /** What is to be said of sums where no voice contradicts itself. */
    private String sumsOfOneVoice() {
        long sums = page.report.checks().rows().stream()
                .filter(check -> check.kind() == Check.Kind.SUM && check.isOfOneVoice() && !check.isFailed())
                .count();
        return sums == 0
                ? "No voice gives a total and all its parts."
                : "Where a voice gives a total and all its parts (" + sums + (sums == 1 ? " time" : " times")
                        + "), no sum fails.";
    }

    private Section section(Findings.Section section) {
        List<Finding> all = section.findings();
        List<Line> lines = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST + MOST_LINKS, all.size()); i++) {
            Line line = line(all.get(i));
            if (i < MOST) {
                lines.add(line);
            } else if (!line.name().isEmpty()) {
                links.add(new Link(line.href(), line.name()));
            }
        }
        int more = all.size() - lines.size();
        return new Section(
                section.title(),
                NumberText.grouped(Long.toString(section.number())),
                "",
                lines,
                more == 0 ? "" : FindingLines.more(more, section.number() > all.size()),
                links,
                section.file());
    }

    private Line line(Finding finding) {
        String href = finding.check().map(page.anchors::check).orElse("");
        if (finding.quantity().isEmpty()) {
            String name = href.isEmpty() ? "" : "Rule";
            String rest = finding.text().startsWith(name) ? finding.text().substring(name.length()) : finding.text();
            return new Line(href, name, rest);
        }
        Link link = page.quantity(finding.quantity().get());
        return new Line(
                href.isEmpty() ? link.href() : href,
                link.text(),
                ": " + page.withoutName(finding.quantity().get(), finding.text()));
    }

    List<Section> sections() {
        return sections;
    }
}
