package org.muster.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.muster.compare.Agreement;
import org.muster.compare.Agreement.Verdict;
import org.muster.compare.NumberText;
import org.muster.plot.ConflictOverview;
import org.muster.plot.VerdictStrip;
import org.muster.report.PageContext.Figure;
import org.muster.report.PageContext.Link;

/** The page in a minute: at most three sentences, all quantities as one bar, and the widest conflicts. */
final class MinuteSection {

    private static final int MOST_TOLD = 3;

    /** What a sentence says of further figures. */
    private static final Pattern ALSO = Pattern.compile("; also .*$");

    private final PageContext page;
    private final List<List<Link>> sentences = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    MinuteSection(PageContext page, Findings findings) {
        this.page = page;
        sentences.add(voices(findings));
        sums(findings).ifPresent(sentences::add);
        ratios(findings).ifPresent(sentences::add);
        int all = page.report.quantities().rows().size();
        VerdictStrip.of(page.report.quantities())
                .ifPresent(picture -> figures.add(page.figure(
                        "f-verdicts",
                        NumberText.grouped(Integer.toString(all)) + " quantities by verdict",
                        "A voice is a party, or a work that speaks for itself. Works that repeat one claim are one voice.",
                        picture)));
        ConflictOverview.of(page.report.quantities(), page.names)
                .ifPresent(picture -> figures.add(page.figure(
                        "f-overview",
                        "Where the claims cannot all be true, and how far apart they are",
                        "The least claim of each quantity stands at “equal”.",
                        picture)));
    }

    private List<Link> voices(Findings findings) {
        int several = 0;
        int conflicts = 0;
        for (Agreement row : page.report.quantities().rows()) {
            several += row.voices().size() > 1 ? 1 : 0;
            conflicts += row.verdict() == Verdict.CONFLICT ? 1 : 0;
        }
        if (several == 0) {
            return List.of(new Link(
                    "", "No two voices speak of the same quantity: nothing here is confirmed or contradicted."));
        }
        String of = "Of the " + several + " quantities on which several voices speak, ";
        if (several == 1) {
            of = "Of the one quantity on which several voices speak, ";
        }
        if (conflicts == 0) {
            return List.of(new Link("", of + "none has claims that exclude one another."));
        }
        List<Link> told = new ArrayList<>();
        told.add(new Link(
                "",
                of
                        + conflicts
                        + (conflicts == 1
                                ? " has claims that cannot all be true: "
                                : " have claims that cannot all be true. The widest: ")));
        List<Finding> apart = section(findings, Findings.APART);
        for (Finding finding : apart.subList(0, Math.min(MOST_TOLD, apart.size()))) {
            boolean isWide = finding.size() >= NumberText.TELLING_RATIO;
            if (finding.quantity().isPresent() && (told.size() == 1 || isWide)) {
                told.add(page.quantity(finding.quantity().get()));
                told.add(new Link(
                        "",
                        ", "
                                + ALSO.matcher(page.withoutName(
                                                finding.quantity().get(), finding.text()))
                                        .replaceFirst("")
                                + "; "));
            }
        }
        Link last = told.remove(told.size() - 1);
        told.add(new Link("", last.text().replaceFirst("(; |: |[.] The widest: )$", "") + "."));
        return told;
    }

    private static List<Finding> section(Findings findings, String title) {
        return findings.sections().stream()
                .filter(section ->
                        section.title().equals(title) || section.title().startsWith(title + " between"))
                .findFirst()
                .map(Findings.Section::findings)
                .orElse(List.of());
    }

    /** The gravest failure of one voice, else across voices, with who says it. */
    private Optional<List<Link>> sums(Findings findings) {
        List<Finding> own = section(findings, Findings.OF_ONE_VOICE);
        List<Finding> told = own.isEmpty() ? section(findings, Findings.ACROSS_VOICES) : own;
        int count = told.size();
        return told.stream().findFirst().map(gravest -> {
            String text = own.isEmpty()
                    ? count + (count == 1 ? " sum or bound fails: " : " sums or bounds fail. The widest: ")
                    : count == 1
                            ? "One voice contradicts itself: "
                            : "Voices contradict themselves " + count + " times. The gravest: ";
            List<Link> links = new ArrayList<>(List.of(new Link("", text)));
            gravest.quantity()
                    .map(page::quantity)
                    .map(quantity ->
                            new Link(gravest.check().map(page.anchors::check).orElse(quantity.href()), quantity.text()))
                    .ifPresent(links::add);
            String rest = gravest.quantity()
                    .map(quantity -> ": " + page.withoutName(quantity, gravest.text()))
                    .orElse(gravest.text());
            links.add(new Link("", rest + "."));
            return links;
        });
    }

    private static Optional<List<Link>> ratios(Findings findings) {
        return section(findings, "Force ratios").stream()
                .findFirst()
                .map(finding ->
                        List.of(new Link("", "Force ratio, "), new Link("ratios", finding.text()), new Link("", ".")));
    }

    List<List<Link>> sentences() {
        return sentences;
    }

    List<Figure> figures() {
        return figures;
    }
}
