package org.muster.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.muster.plot.Picture;
import org.muster.text.SafeText;

/** HTML: text without what turns the direction of writing, and ranges of numbers that are not broken. */
final class HtmlMarkup extends Markup {

    private static final Pattern RANGE = Pattern.compile("(\\d)–(?=\\d)");

    @Override
    String escaped(String text) {
        String marked = SafeText.forMarkup(SafeText.forTerminal(text));
        return marked.indexOf('–') < 0 ? marked : RANGE.matcher(marked).replaceAll("$1\u2060–\u2060");
    }

    @Override
    String asWritten(String text) {
        return SafeText.forMarkup(text);
    }

    @Override
    String address(String url) {
        return SafeText.forMarkup(url);
    }

    @Override
    String bold() {
        return "<b>$0</b>";
    }

    /** In the template: the style of the page and of its pictures. */
    String style() throws IOException {
        try (var in = Objects.requireNonNull(HtmlMarkup.class.getResourceAsStream("page/page.css"))) {
            return Picture.style() + new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** In the template: the pattern that its pictures use. */
    String hatch() {
        return Picture.hatch();
    }
}
