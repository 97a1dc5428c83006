package org.muster.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.muster.check.Check;
import org.muster.compare.NumberText;
import org.muster.plot.ConflictOverview;
import org.muster.plot.VerdictStrip;
import org.muster.report.PageContext.Figure;
import org.muster.report.PageContext.Link;

/** The page in a minute: what was not read, then at most three paragraphs, first the widest conflict; all quantities as one bar; and the conflicts. */
final class MinuteSection {

    private static final int MOST_TOLD = 3;

    /** What a sentence says of further figures. */
    private static final Pattern ALSO = Pattern.compile("; also .*$");

    private final PageContext page;
    private final List<List<Link>> sentences = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    MinuteSection(PageContext page, Findings findings) {
        this.page = page;
        unread().ifPresent(sentences::add);
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

    /** That rows or cells were left out: what follows is said without them. */
    private Optional<List<Link>> unread() {
        int errors = page.dossier.errors().size();
        return errors == 0
                ? Optional.empty()
                : Optional.of(List.of(
                        new Link("", "Not all of the input could be read: "),
                        new Link("findings", PageContext.count(errors, "error")),
                        new Link("", errors == 1 ? " leaves something out." : " leave something out.")));
    }

    /** The widest conflict; then how many there are, and the next ones that are wide. */
    private List<Link> voices(Findings findings) {
        long several = page.report.quantities().rows().stream()
                .filter(row -> row.voices().size() > 1)
                .count();
        if (several == 0) {
            return List.of(new Link(
                    "", "No two voices speak of the same quantity: nothing here is confirmed or contradicted."));
        }
        String of = several == 1
                ? "the one quantity on which several voices speak"
                : "the " + several + " quantities on which several voices speak";
        List<Finding> apart = section(findings, Findings.APART);
        if (apart.isEmpty()) {
            return List.of(new Link(
                    "",
                    several == 1
                            ? "The claims about " + of + " do not exclude one another."
                            : "Of " + of + ", none has claims that exclude one another."));
        }
        List<Link> told = new ArrayList<>();
        tell(told, "", apart.get(0));
        told.add(new Link(
                "",
                several == 1
                        ? ". This is " + of + "."
                        : ". Of " + of + ", " + apart.size() + (apart.size() == 1 ? " has" : " have")
                                + " claims that cannot all be true."));
        String before = " Next: ";
        for (Finding finding : apart.subList(1, Math.min(MOST_TOLD, apart.size()))) {
            if (finding.size() >= NumberText.TELLING_RATIO) {
                tell(told, before, finding);
                before = "; ";
            }
        }
        if (before.equals("; ")) {
            told.add(new Link("", "."));
        }
        return told;
    }

    /** Adds a finding, its quantity as a link to the check that it comes from, or else to its claims. */
    private void tell(List<Link> told, String before, Finding finding) {
        told.add(new Link("", before));
        finding.quantity()
                .map(page::quantity)
                .map(quantity ->
                        new Link(finding.check().map(page.anchors::check).orElse(quantity.href()), quantity.text()))
                .ifPresent(told::add);
        told.add(new Link(
                "",
                finding.quantity()
                        .map(quantity -> ": "
                                + page.withoutName(
                                        quantity, ALSO.matcher(finding.text()).replaceFirst("")))
                        .orElse(finding.text())));
    }

    private static List<Finding> section(Findings findings, String title) {
        return findings.sections().stream()
                .filter(section ->
                        section.title().equals(title) || section.title().startsWith(title + " between"))
                .findFirst()
                .map(Findings.Section::findings)
                .orElse(List.of());
    }

    /** Failures of one voice, else across voices, with who says it. */
    private Optional<List<Link>> sums(Findings findings) {
        List<Finding> ofOneVoice = section(findings, Findings.OF_ONE_VOICE);
        List<Finding> own = ofOneVoice.stream()
                .filter(finding -> finding.check().filter(MinuteSection::isCopy).isEmpty())
                .toList();
        List<Finding> all = own.isEmpty() ? section(findings, Findings.ACROSS_VOICES) : own;
        if (all.isEmpty()) {
            return ofOneVoice.isEmpty() ? Optional.empty() : Optional.of(copies(ofOneVoice));
        }
        List<Finding> first = all.subList(0, Math.min(own.isEmpty() ? 1 : MOST_TOLD, all.size()));
        String text;
        if (own.isEmpty()) {
            text = all.size() == 1 ? "A sum or bound fails: " : all.size() + " sums or bounds fail. The widest: ";
        } else if (all.size() == 1) {
            text = "One voice contradicts itself: ";
        } else {
            text = "Voices contradict themselves " + (all.size() == 2 ? "twice" : all.size() + " times")
                    + (all.size() > first.size() ? ". The gravest: " : ": ");
        }
        List<Link> links = new ArrayList<>();
        for (Finding finding : first) {
            tell(links, links.isEmpty() ? text : "; ", finding);
        }
        links.add(new Link("", "."));
        return Optional.of(links);
    }

    private static boolean isCopy(Check check) {
        return check.kind() == Check.Kind.COPY;
    }

    private List<Link> copies(List<Finding> copies) {
        List<Link> links = new ArrayList<>();
        tell(
                links,
                copies.size() == 1
                        ? "A copy differs from its original: "
                        : copies.size() + " copies differ from their originals. The gravest: ",
                copies.get(0));
        links.add(new Link("", "."));
        return links;
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
