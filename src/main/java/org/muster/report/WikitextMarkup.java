package org.muster.report;

import java.util.regex.Pattern;
import org.muster.text.SafeText;

/**
 * Wikitext, in tables and in parameters of templates: text that may mean something there stands in {@code nowiki}, in which nothing
 * but a reference to a character does.
 */
final class WikitextMarkup extends Markup {

    /** Letters, figures and marks that mean nothing, wherever they stand. */
    private static final Pattern PLAIN = Pattern.compile("(?:[\\p{L}\\p{N}(%–+][\\p{L}\\p{M}\\p{N} ,.;:()%–&?/+-]*+)?");

    /** A colon that may make a link. */
    private static final Pattern COLON = Pattern.compile(":(?! )");

    /** Words that make a link of the number after them, and what becomes a rule or a dash of a table. */
    private static final Pattern MAGIC = Pattern.compile("(?i)ISBN|RFC|PMID|//|--|  ");

    @Override
    String escaped(String text) {
        String line = SafeText.forTerminal(text).replace('\n', ' ').replace('\t', ' ');
        String marked = SafeText.forMarkup(line).replace("&#39;", "'").replace("&quot;", "\"");
        return PLAIN.matcher(line).matches()
                        && !COLON.matcher(line).find()
                        && !MAGIC.matcher(line).find()
                ? marked
                : "<nowiki>" + marked + "</nowiki>";
    }

    @Override
    String asWritten(String text) {
        return escaped(text);
    }

    /** Without a character that could end the link. */
    @Override
    String address(String url) {
        return withoutBrackets(url);
    }

    @Override
    String bold() {
        return "$0";
    }
}
