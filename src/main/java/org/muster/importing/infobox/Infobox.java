package org.muster.importing.infobox;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Source;
import org.muster.text.Excerpt;
import org.muster.text.InputFile;
import org.muster.text.Problem;
import org.muster.text.SafeText;

/**
 * The infobox of an encyclopedia article about a battle, turned into a dossier: its strengths and losses become claims, with the works that its references cite.
 *
 * <pre>{@code
 * Infobox infobox = Infobox.read(Path.of("khalkhin-gol.wikitext"));
 * infobox.dossier().write(Path.of("khalkhin-gol"));
 * infobox.problems().forEach(System.out::println);
 * }</pre>
 *
 * <p>The text is either wikitext with an <code>{{Infobox military conflict}}</code> or the words of the infobox as copied
 * from a page. Every character of the strength and losses fields ends up in a claim (its text, party, claimant, place, scope, source or note) or in a problem, or is markup. Reading never throws because of the text, and takes time linear in its length.
 */
public final class Infobox {

    private final Dossier dossier;
    private final List<Problem> problems;

    private Infobox(Dossier dossier, List<Problem> problems) {
        this.dossier = dossier;
        this.problems = List.copyOf(problems);
    }

    /**
     * Reads a file: wikitext, or text copied from a page.
     *
     * @param file the file, in UTF-8; its name without extension becomes the name of the dossier
     * @return the infobox in it
     * @throws IOException if the file cannot be read
     */
    public static Infobox read(Path file) throws IOException {
        Path last = requireNonNull(file, "file").toAbsolutePath().normalize().getFileName();
        String fileName = last == null ? "infobox" : last.toString();
        byte[] bytes = InputFile.bytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        int dot = fileName.lastIndexOf('.');
        boolean isUtf8 = Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8));
        return parse(text, dot > 0 ? fileName.substring(0, dot) : fileName, fileName, isUtf8);
    }

    /**
     * Reads a text: wikitext, or text copied from a page.
     *
     * @param text the text
     * @param name the name of the dossier, which problems give as the file
     * @return the infobox in it
     * @throws IllegalArgumentException if the name is blank, or half of a character stands in the text
     */
    public static Infobox parse(String text, String name) {
        return parse(requireNonNull(text, "text"), requireNonNull(name, "name"), name, true);
    }

    private static Infobox parse(String written, String name, String file, boolean isUtf8) {
        if (SafeText.hasLoneSurrogate(written)) {
            throw new IllegalArgumentException("the text holds half of a character (a lone surrogate)");
        }
        String text = SafeText.withoutControls(written); // nobody sees them, and the dossier is meant to be edited
        ProblemLog log = new ProblemLog(file, text);
        if (!isUtf8) {
            log.warning("not all of this is UTF-8; invalid bytes are read as \uFFFD");
        }
        boolean wikitext = text.contains("{{") && isInfobox(text);
        InfoboxFields fields = wikitext ? InfoboxFields.ofWikitext(text, log) : CopiedInfobox.fields(text, log);
        List<Claim> claims = fields.claims(name, log);
        Dossier dossier = fields.dossier(name, claims, log);
        warnOfFormulas(dossier, log);
        return new Infobox(dossier, log.problems());
    }

    private static boolean isInfobox(String text) {
        for (int at = text.indexOf("{{"); at >= 0; at = text.indexOf("{{", at + 2)) {
            if (Template.nameAt(text, at).filter(InfoboxKind::isOne).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** A dossier keeps what is written; a spreadsheet in which it is edited may take some of that for a formula. */
    private static void warnOfFormulas(Dossier dossier, ProblemLog log) {
        Set<String> cells = new LinkedHashSet<>();
        for (Claim claim : dossier.claims()) {
            cells.add(claim.quantity().party());
            cells.add(claim.quantity().place());
            cells.add(claim.quantity().scope());
            cells.add(claim.figure().text());
            cells.add(claim.claimant());
            cells.add(claim.locator());
            cells.add(claim.note());
        }
        for (Source source : dossier.sources()) {
            cells.addAll(List.of(source.id(), source.author(), source.title(), source.publisher(), source.url()));
        }
        for (Breakdown breakdown : dossier.hierarchy().own()) {
            cells.add(breakdown.whole());
            cells.addAll(breakdown.parts());
        }
        for (String cell : cells) {
            if (SafeText.beginsLikeFormula(cell)) {
                log.warning(Excerpt.quotedLine(cell)
                        + " begins like a formula: a spreadsheet in which the dossier is edited may work it out");
            }
        }
    }

    /**
     * Returns the claims with their sources, and which belligerents make up which side.
     *
     * @return the dossier, without claims if no infobox was found
     */
    public Dossier dossier() {
        return dossier;
    }

    /**
     * Returns what could not be turned into a claim, and what the analyst should look at. The column of a problem is
     * the number of the character in its line, from 1.
     *
     * @return the problems by line and column; an error means that something was left out
     */
    public List<Problem> problems() {
        return problems;
    }

    /** Returns the dossier on one line, with the number of problems: {@code kursk: 12 claims about … 3 problems}. */
    @Override
    public String toString() {
        String line = dossier.toString();
        int end = line.lastIndexOf(", ");
        int count = problems.size();
        return line.substring(0, end) + ", "
                + (count == 0 ? "no problems" : count == 1 ? "1 problem" : count + " problems");
    }
}
