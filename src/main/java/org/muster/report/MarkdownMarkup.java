package org.muster.report;

import java.util.regex.Pattern;
import org.muster.text.SafeText;

/**
 * Markdown as GitHub shows it: characters that mean something there are escaped or stand as references, also at the beginning of a
 * line and in a cell of a table; nothing becomes a link, a mention or a formula.
 */
final class MarkdownMarkup extends Markup {

    private static final Pattern MEANING = Pattern.compile("[\\\\`*_\\[\\]|~#]|(?<=^ ?)[-+=]");

    /** A number at the beginning of a line, which would make a list. */
    private static final Pattern NUMBERED = Pattern.compile("^( ?\\d{1,9})([.)])(?=\\s|$)");

    /** After these characters a word joiner keeps GitHub from making a link, a mention or a reference. */
    private static final Pattern LINKING = Pattern.compile("(?i):(?=//)|www(?=\\.)|@|#(?=\\d)");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    @Override
    String escaped(String text) {
        String line = BLANKS.matcher(SafeText.forTerminal(text)).replaceAll(" ");
        String plain = LINKING.matcher(line).replaceAll("$0\u2060");
        String marked = SafeText.forMarkup(plain).replace("&#39;", "'").replace("&quot;", "\"");
        String safe = MEANING.matcher(marked).replaceAll("\\\\$0").replace("$", "&#36;");
        return NUMBERED.matcher(safe).replaceFirst("$1\\\\$2");
    }

    @Override
    String asWritten(String text) {
        return escaped(text);
    }

    @Override
    String address(String url) {
        return withoutBrackets(url);
    }

    @Override
    String bold() {
        return "**$0**";
    }
}
