package org.muster.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muster.compare.Tolerance;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.report.PageContext.Link;
import org.muster.rows.Lazy;
import org.muster.text.Sha256;

/**
 * What a page shows, as plain text: templates make it HTML or Markdown. Sections that have nothing to say are empty lists. A page
 * of many claims leaves out what {@link PageLimits} says, and says so first.
 */
record PageModel(
        String name,
        String title,
        String lead,
        List<String> leftOut,
        List<Entry> contents,
        MinuteSection minute,
        List<FindingSections.Section> findings,
        List<VoiceSection> voices,
        DateSection dates,
        String introduction,
        List<QuantitySections.Section> quantities,
        List<ClaimTable> same,
        List<Single> single,
        List<ClaimTable> noNumber,
        List<SumSections> sums,
        List<ConflictSections> conflicts,
        List<RuleSection> rules,
        List<RatioSection> ratios,
        How how,
        String seen,
        List<SourceSection.Entry> sources) {

    /** How many soft figures are listed. */
    private static final int MOST_SOFT = 40;

    /** How many quantities the contents list. */
    private static final int MOST_PARTS = 6;

    /**
     * An entry of the contents.
     *
     * @param href the section
     * @param text its heading
     * @param parts the first of its parts
     */
    record Entry(String href, String text, List<Link> parts) {}

    /**
     * What rests on one voice.
     *
     * @param parties the figures by party; none where they are only counted
     */
    record Single(String sentence, List<QuantitySections.Party> parties) {}

    /**
     * How the page was made.
     *
     * @param tolerance by how much soft figures are widened
     * @param soft the first soft figures, as links to their claims
     * @param moreSoft how many more there are; empty for none
     * @param unread what could not be read
     * @param version the version of Muster
     * @param command the command; empty where code asked for the page
     * @param tables the CSV files beside it
     * @param inputs what was read
     */
    record How(
            String tolerance,
            List<Link> soft,
            String moreSoft,
            String unread,
            String version,
            String command,
            List<String> tables,
            List<Input> inputs) {}

    /** A file that was read. */
    record Input(String path, String hash) {}

    /**
     * Returns what a page shows, made when it is first asked for.
     *
     * @param report what it is about
     * @param run how it was requested
     * @param tables the CSV files that stand beside it
     */
    static Lazy<PageModel> lazily(Report report, Run run, List<String> tables) {
        return Lazy.of(() -> {
            try {
                return of(report, run, tables);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static PageModel of(Report report, Run run, List<String> tables) throws IOException {
        Dossier dossier = report.dossier();
        PageContext page = new PageContext(report);
        PageLimits limits = new PageLimits(dossier.claims().size());
        QuantitySections quantities = new QuantitySections(page, limits); // first: it says which claims have a row
        Findings findings = Findings.of(report);
        SumSections sums = new SumSections(page);
        MinuteSection minute = new MinuteSection(page, findings);
        VoiceSection voices = new VoiceSection(page);
        DateSection dates = new DateSection(page, limits);
        List<ConflictSections> conflicts = !limits.showsConflicts()
                        || report.reconciliation().conflicts().all().isEmpty()
                ? List.of()
                : List.of(new ConflictSections(page, limits));
        RuleSection rules = new RuleSection(page);
        RatioSection ratios = new RatioSection(page);
        SourceSection sources = new SourceSection(page);
        List<Single> single = single(quantities, limits);
        boolean hasSums = !report.checks().rows().isEmpty();
        List<Link> parts = new ArrayList<>();
        quantities.sections().stream()
                .limit(MOST_PARTS)
                .forEach(section -> parts.add(new Link(section.anchor(), section.name())));
        add(parts, !single.isEmpty(), "single", "One voice only");
        add(parts, quantities.noNumber().isPresent(), "no-number", "Without a number");
        List<Link> sections =
                new ArrayList<>(List.of(new Link("minute", "In one minute"), new Link("findings", "Findings")));
        add(sections, !voices.isEmpty(), "voices", "Who disagrees with whom");
        sections.add(new Link("dates", "Counts by date"));
        sections.add(new Link("quantities", "The quantities"));
        add(sections, hasSums, "sums", "Sums and bounds");
        add(sections, !conflicts.isEmpty(), "conflicts", "Conflicts");
        add(sections, !rules.rows().isEmpty(), "rules", "What the rules would print");
        add(sections, !ratios.rows().isEmpty(), "ratios", "Ratios");
        sections.add(new Link("how", "How it was computed"));
        sections.add(new Link("sources", "Sources"));
        List<Entry> contents = sections.stream()
                .map(section -> new Entry(
                        section.href(), section.text(), section.href().equals("quantities") ? parts : List.of()))
                .toList();
        return new PageModel(
                dossier.name(),
                dossier.title(),
                "Who had how much, and who lost how much: "
                        + PageContext.count(dossier.claims().size(), "claim") + " from "
                        + PageContext.count(sources.cited(), "source") + ".",
                leftOut(dossier, quantities, limits),
                contents,
                minute,
                new FindingSections(page, findings).sections(),
                voices.isEmpty() ? List.of() : List.of(voices),
                dates,
                introduction(page),
                quantities.sections(),
                quantities.same().stream().toList(),
                single,
                quantities.noNumber().stream().toList(),
                hasSums ? List.of(sums) : List.of(),
                conflicts,
                rules.rows().isEmpty() ? List.of() : List.of(rules),
                ratios.rows().isEmpty() ? List.of() : List.of(ratios),
                how(report, run, tables, page),
                page.via.isEmpty()
                        ? ""
                        : "All were seen through " + page.names.source(page.via) + "; none was consulted itself.",
                sources.entries());
    }

    private static void add(List<Link> contents, boolean isThere, String href, String text) {
        if (isThere) {
            contents.add(new Link(href, text));
        }
    }

    private static List<String> leftOut(Dossier dossier, QuantitySections quantities, PageLimits limits) {
        List<String> said = new ArrayList<>();
        if (!limits.drawsAll()) {
            said.add("With " + PageContext.count(dossier.claims().size(), "claim")
                    + ", this page draws only the 200 widest conflicts, the voices and the findings, and does not say what the"
                    + " rules leave of each figure: muster reconcile does.");
        }
        if (!limits.showsConflicts()) {
            said.add("Conflicts under sums and bounds are not searched for here: muster reconcile does that.");
        }
        if (!limits.showsSingleVoices()) {
            said.add(PageContext.quantities(quantities.single())
                    + " on which one voice alone speaks are only counted here; they stand in quantities.csv.");
        }
        return said;
    }

    private static String introduction(PageContext page) {
        boolean graded = page.dossier.sources().stream()
                        .anyMatch(source -> !source.grade().isEmpty())
                || page.dossier.claims().stream()
                        .anyMatch(claim -> !claim.credibility().isEmpty());
        return "First those that cannot all be true, the widest first; then those that differ by date or agree; then those"
                + " that rest on one voice. There is no picture where all claims lie within 5 per cent of one another: the marks"
                + " would stand on one spot. Figures written as “about”, “nearly” or in round words, such as “1.5 million”,"
                + " are listed under “How it was computed”. "
                + (graded
                        ? "After a source stands its grade: reliability A to F, credibility 1 to 6."
                        : "No source is graded.");
    }

    private static List<Single> single(QuantitySections quantities, PageLimits limits) {
        if (quantities.single() == 0) {
            return List.of();
        }
        return List.of(new Single(
                limits.showsSingleVoices()
                        ? "One voice alone gives a number. Only a sum may confirm or contradict it."
                        : "They are too many for this page: " + quantities.single() + ". They stand in quantities.csv.",
                quantities.parties()));
    }

    private static How how(Report report, Run run, List<String> tables, PageContext page) throws IOException {
        List<Input> inputs = new ArrayList<>();
        for (Path input : run.inputs()) {
            inputs.add(new Input(input.toString(), Sha256.of(input).hash().replaceFirst("^sha256:", "")));
        }
        int errors = report.dossier().errors().size();
        List<Claim> soft = report.dossier().claims().stream()
                .filter(claim -> claim.figure().isSoft())
                .toList();
        int leftOut = Math.max(soft.size() - MOST_SOFT, 0);
        return new How(
                report.tolerance().equals(Tolerance.NONE)
                        ? "none: about 400 is taken as exactly 400, and what rests on it says so"
                        : report.tolerance().toString(),
                soft.stream()
                        .limit(MOST_SOFT)
                        .map(claim -> page.claim(
                                claim,
                                page.names.quantity(claim.quantity()) + ": " + PageContext.number(claim) + " ("
                                        + page.names.voices(page.dossier.voices(claim)) + ")"))
                        .toList(),
                leftOut == 0 ? "" : Integer.toString(leftOut),
                errors == 0
                        ? "nothing: every row was read"
                        : PageContext.count(errors, "problem")
                                + (errors == 1 ? ", which is" : ", the first of which are")
                                + " among the findings"
                                + (tables.isEmpty() ? "" : ", all in problems.csv"),
                DataPackage.version(),
                run.command().isEmpty() ? "" : "muster " + run.command() + " " + String.join(" ", run.arguments()),
                tables,
                inputs);
    }
}
