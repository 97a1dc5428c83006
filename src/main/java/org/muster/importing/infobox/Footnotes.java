package org.muster.importing.infobox;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import org.muster.dossier.Claim;
import org.muster.figure.Measure;
import org.muster.importing.infobox.ClaimCandidates.ClaimCandidate;
import org.muster.reading.FigureReader;
import org.muster.reading.FigureRelation;
import org.muster.reading.ReadFigure;
import org.muster.reading.ReadText;
import org.muster.reading.Reason;
import org.muster.text.Excerpt;

/** The figures in the footnotes of a field, which become claims where they say what they count. */
final class Footnotes {

    private final FigureReader reader;
    private final FigureWords words;
    private final ProblemLog log;
    /** Notes that were read: many figures may share one. */
    private final Set<String> known = new HashSet<>();

    private String field = "";
    private ClaimCandidates candidates = new ClaimCandidates();

    Footnotes(FigureReader reader, FigureWords words, ProblemLog log) {
        this.reader = reader;
        this.words = words;
        this.log = log;
    }

    /** Begins with a field. */
    void of(Field next) {
        field = next.name();
        candidates = new ClaimCandidates();
    }

    /** Reads the notes on a figure: what they count is its party's, unless they name another. */
    void read(ClaimCandidate figure, List<String> notes, Field read, BiFunction<String, String, Measure> measure) {
        for (String note : notes) {
            if (!known.add(note)) {
                continue;
            }
            int cited = note.indexOf(" [");
            ReadText said = reader.readAll(cited < 0 ? note : note.substring(0, cited));
            List<ReadFigure> figures = said.figures();
            boolean areParts = isOfFigure(said);
            for (int i = 0; i < figures.size(); i++) {
                ReadFigure each = figures.get(i);
                if (!each.figure().hasNumber()) {
                    continue;
                }
                boolean isPart = areParts || each.relation() == FigureRelation.SUBSET || isShare(each);
                if (each.state().isEmpty()
                        || isPart
                        || isLeftOut(said.text(), each.start())
                        || note.startsWith(References.REFERENCE)) {
                    log.warning(
                            figure.offset,
                            field + ": a figure in a footnote becomes no claim; the note keeps it",
                            each.figure().text() + " (" + note + ")");
                    continue;
                }
                int limit = i + 1 < figures.size()
                        ? figures.get(i + 1).start()
                        : said.text().length();
                List<String> parties = words.of(said.text(), each.start(), limit, read.column(), false)
                        .parties();
                ClaimCandidate claim = new ClaimCandidate(
                        figure.offset, each.figure(), measure.apply(each.item(), each.state()), FigureRelation.NONE);
                claim.event = figure.event;
                claim.party = parties.size() == 1 ? parties.get(0) : figure.party;
                claim.place = figure.place;
                claim.scope = figure.scope;
                claim.claimant = figure.claimant;
                claim.words = each.figure().text();
                claim.citations = figure.citations;
                claim.note = note;
                candidates.add(claim);
                log.warning(
                        figure.offset,
                        field + ": a figure in a footnote; its party is assumed to be "
                                + Excerpt.quotedLine(claim.party),
                        each.figure().text() + " (" + note + ")");
            }
        }
    }

    /** Returns whether a note says before a figure, in the same sentence, that it is not among what is counted. */
    private static boolean isLeftOut(String note, int figure) {
        int sentence = Math.max(note.lastIndexOf(". ", figure), note.lastIndexOf("; ", figure)) + 1;
        String before = " " + note.substring(sentence, figure).toLowerCase(Locale.ROOT) + " ";
        return HeadingWords.EXCLUDING.stream().anyMatch(word -> before.contains(" " + word + " "));
    }

    /** Returns whether a figure is a share of those it names: four of the wounded. */
    private static boolean isShare(ReadFigure figure) {
        String[] words = figure.figure().text().toLowerCase(Locale.ROOT).split(" ", 4);
        return words.length > 2
                && words[1].equals("of")
                && HeadingWords.BEFORE_WHOLE.contains(words[1] + " " + words[2]);
    }

    /** Returns whether a note begins by saying what the figure with it includes. */
    private static boolean isOfFigure(ReadText note) {
        return note.ignored().stream()
                .anyMatch(part -> part.reason() == Reason.RELATION
                        && note.text().substring(0, part.start()).isBlank());
    }

    /** Adds the claims of the footnotes of this field. */
    void claims(String article, List<Claim> claims) {
        candidates.claims(field + "-note", field + ", footnote", article, log, claims);
    }
}
