package org.muster.combine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.compare.Ranges;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Source;
import org.muster.figure.Figure;

/**
 * Claims about one loss, written in a line: {@code A [B2] = 100–200 | B [copies A; best 150] = 140}. In brackets stand grade
 * and credibility, or {@code copies}, {@code by} (the claimant), {@code kind}, {@code as of} and {@code best}.
 */
final class Cases {

    private static final Pattern CLAIM = Pattern.compile("([^=\\[]+?)\\s*(?:\\[([^\\]]*)])?\\s*=\\s*(.+)");
    private static final Pattern GRADES = Pattern.compile("([A-F]?)([1-6]?)");

    private Cases() {}

    static Dossier dossier(String line) {
        List<Claim> claims = new ArrayList<>();
        Map<String, Source> sources = new LinkedHashMap<>();
        for (String part : line.split("\\|")) {
            Matcher written = CLAIM.matcher(part.strip());
            if (!written.matches()) {
                throw new IllegalArgumentException(part);
            }
            String id = written.group(1).strip();
            Claim claim = Claim.of("Blue", "killed", written.group(3).strip(), id);
            String grade = "";
            String credibility = "";
            String origin = "";
            String kind = "";
            for (String said : Optional.ofNullable(written.group(2)).orElse("").split(";")) {
                String word = said.strip();
                Matcher grades = GRADES.matcher(word);
                if (grades.matches()) {
                    grade = grades.group(1);
                    credibility = grades.group(2);
                } else if (word.startsWith("copies ")) {
                    origin = word.substring("copies ".length());
                } else if (word.startsWith("by ")) {
                    claim = claim.claimedBy(word.substring("by ".length()));
                } else if (word.startsWith("kind ")) {
                    kind = word.substring("kind ".length());
                } else if (word.startsWith("as of ")) {
                    claim = claim.asOf(word.substring("as of ".length()));
                } else if (word.startsWith("best ")) {
                    claim = with(
                            claim,
                            Double.parseDouble(word.substring("best ".length()).replace(",", "")));
                } else {
                    throw new IllegalArgumentException(word);
                }
            }
            sources.putIfAbsent(id, new Source(id, "", "", "", "", kind, grade, origin, ""));
            claims.add(new Claim(
                    "",
                    claim.quantity(),
                    claim.figure(),
                    claim.sources(),
                    claim.claimant(),
                    "",
                    "",
                    credibility,
                    "",
                    claim.asOf(),
                    ""));
        }
        return Dossier.of("battle", claims).with(sources.values().toArray(Source[]::new));
    }

    private static Claim with(Claim claim, double best) {
        Figure figure = claim.figure();
        return Claim.of(
                        claim.quantity(),
                        new Figure(
                                figure.text(),
                                figure.range(),
                                figure.qualifier(),
                                OptionalDouble.of(best),
                                figure.unit()),
                        claim.sources().get(0))
                .claimedBy(claim.claimant());
    }

    static Evidence evidence(String line) {
        return evidence(dossier(line));
    }

    static Evidence evidence(Dossier dossier) {
        return Evidence.of(Ranges.of(dossier), dossier.quantities().get(0));
    }
}
