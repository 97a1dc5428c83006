package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.muster.compare.Tolerance;
import org.muster.dossier.Dossier;
import org.muster.reconcile.Reconciliation;

/** However the names of a dossier are composed and spaced, its analyses are the same. */
class NamesPropertiesTest {

    /** Names stand in brackets. */
    private static final Map<String, String> FILES = Map.of(
            "datapackage.json",
            "{\"name\": \"⟦Krieg um Böhmen⟧\"}\n",
            "sources.csv",
            """
            id,author,title,year,grade,origin
            ⟦Krejčí 1921⟧,Jan Krejčí,Boj,1921,B,
            ⟦Müller 1898⟧,Karl Müller,Der Krieg,1898,C,⟦Krejčí 1921⟧
            ⟦Höß 1950⟧,A. Höß,Verluste,1950,A,⟦Müller 1898⟧
            """,
            "hierarchy.csv",
            """
            dimension,whole,partition,part,complete,event
            party,⟦Österreich und Verbündete⟧,⟦nach Ländern⟧,⟦Österreich⟧,yes,
            party,⟦Österreich und Verbündete⟧,⟦nach Ländern⟧,⟦Sachsen süd⟧,yes,
            party,⟦Österreich und Verbündete⟧,⟦nach Ländern⟧,⟦Österreich⟧,yes,⟦Seegefecht Île d'Or⟧
            place,,,⟦Mähren Ost⟧,no,
            """,
            "rules.csv",
            """
            id,rule,note
            r1,{⟦Österreich⟧ | ⟦Mähren Ost⟧ | killed} <= {⟦Österreich⟧ | killed},
            r2,{⟦Krieg um Böhmen⟧ | ⟦Preußen é⟧ |  | killed} >= 2 * {⟦Sachsen süd⟧ | killed},
            """,
            "claims.csv",
            """
            id,event,party,place,measure,scope,figure,source,claimant,via,origin
            a,,⟦Österreich und Verbündete⟧,,killed,,"5 000–6 000",⟦Krejčí 1921⟧,,,
            b,,⟦Österreich⟧,,killed,,4 500,⟦Müller 1898⟧,,⟦Höß 1950⟧,
            c,,⟦Österreich⟧,,killed,,about 3 000,⟦Krejčí 1921⟧;⟦Höß 1950⟧,⟦Preußen é⟧,,
            d,⟦Krieg um Böhmen⟧,⟦Sachsen süd⟧,,killed,,"1,000",⟦Krejčí 1921⟧,,,⟦Archiv für Böhmen⟧
            e,,⟦Österreich⟧,⟦Mähren Ost⟧,killed,,"5,000",⟦Höß 1950⟧,,,
            f,,⟦Österreich⟧,,strength,⟦ohne Train – ü⟧,"100,000",⟦Höß 1950⟧,,,
            g,⟦Seegefecht Île d'Or⟧,⟦Österreich⟧,,killed,,30,⟦Müller 1898⟧,,,
            h,⟦Seegefecht Île d'Or⟧,⟦Preußen é⟧,,killed,,40,⟦Müller 1898⟧,,,
            i,,⟦Preußen é⟧,,killed,,"1,900",⟦Höß 1950⟧,,,
            j,,⟦Preußen é⟧,,killed,,"2,100",⟦Höß 1950⟧,⟦Österreich⟧,,
            """);

    private static final Pattern NAME = Pattern.compile("⟦(.*?)⟧");
    private static final List<String> BLANKS = List.of(" ", "  ", "\u00A0", "\u2009\u202F", " \u200B ", "\u3000");
    private static final List<String> INVISIBLE = List.of("\u200B", "\u00AD", "\u200D", "\u2060", "\uFEFF", "\u200E");

    @Property(tries = 50)
    void variantsOfNamesGiveTheSameRows(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        assertEquals(analyses(MatchResult::group), analyses(name -> variant(name.group(), random)));
    }

    /** Every name as some source might give it: composed or not, with any blanks, with what nobody sees. */
    private static String variant(String name, Random random) {
        StringBuilder variant = new StringBuilder();
        Normalizer.Form form = random.nextBoolean() ? Normalizer.Form.NFD : Normalizer.Form.NFC;
        Normalizer.normalize(name, form).chars().forEach(c -> {
            variant.append(c == ' ' ? any(BLANKS, random) : Character.toString(c));
            if (random.nextInt(5) == 0) {
                variant.append(any(INVISIBLE, random));
            }
        });
        return variant.toString();
    }

    private static String any(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    /** Every report but that of the problems, which shows the rows as they were written. */
    private static Map<String, String> analyses(Function<MatchResult, String> written) throws IOException {
        Path folder = Files.createTempDirectory("muster");
        try {
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                String text = NAME.matcher(file.getValue())
                        .replaceAll(name ->
                                Matcher.quoteReplacement(written.apply(name)).replaceAll("[⟦⟧]", ""));
                Files.writeString(folder.resolve(file.getKey()), text);
            }
            Dossier dossier = Dossier.read(folder);
            assertEquals(List.of(), dossier.problems());
            assertEquals(10, dossier.claims().size());
            Map<String, String> analyses = new LinkedHashMap<>();
            for (Path report : Report.of(dossier, Tolerance.NONE).write(folder.resolve("reports"))) {
                analyses.put(report.getFileName().toString(), Files.readString(report));
            }
            Reconciliation reconciled = Reconciliation.of(dossier);
            analyses.put("reconciled", reconciled.rows().toString());
            analyses.put("conflicts", reconciled.conflicts().rows().toString());
            analyses.put("corrections", reconciled.corrections().rows().toString());
            assertTrue(analyses.get("checks.csv").contains("nach Ländern"));
            return analyses;
        } finally {
            List<Path> files = new ArrayList<>();
            try (Stream<Path> found = Files.walk(folder)) {
                found.sorted(Comparator.reverseOrder()).forEach(files::add);
            }
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
