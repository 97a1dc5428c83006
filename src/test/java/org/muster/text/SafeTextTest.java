package org.muster.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What spreadsheets and terminals would obey. */
class SafeTextTest {

    /** The characters of OWASP's page on CSV injection, alone and behind what is not seen. */
    @Test
    void formulas() {
        for (String sign : List.of("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")) {
            for (String before : List.of("", "\0", "\u200b", "\u00ad", "\u2060\ufeff", "\u202e", "\u0001\u00ad")) {
                String text = before + sign + "1+1";
                assertTrue(SafeText.beginsLikeFormula(text), () -> "behind " + before.length() + ": " + sign);
                assertEquals("'" + text, SafeText.forSpreadsheet(text));
            }
        }
        for (String text : List.of("", "5", "a=b", "'=1", "–5", "\u00ad", "\u00adA=1", "(=1)")) {
            assertEquals(text, SafeText.forSpreadsheet(text));
        }
    }

    @Test
    void terminals() {
        assertEquals("a b c d", SafeText.forTerminal("a\u001bb\u2028c\u202ed"));
        assertEquals("a b c d e", SafeText.forTerminal("a\nb\u061cc\u200fd\u2067e"));
        assertEquals("a\nb\tc d e", SafeText.linesForTerminal("a\nb\tc\u0007d\re"));
        assertEquals("a\r\nb", SafeText.linesForTerminal("a\r\nb"));
        assertEquals("Мукден – 1945 𝟓", SafeText.forTerminal("Мукден – 1945 𝟓"));
    }

    @Test
    void controlCharacters() {
        assertEquals("a\tb\nc", SafeText.withoutControls("\0a\tb\u0007\nc\u009b"));
    }

    @Test
    void halvesOfCharacters() {
        assertFalse(SafeText.hasLoneSurrogate("a𝟓b"));
        for (String text : List.of("\ud835", "\udfd3", "\udfd3\ud835", "a\ud835b", "𝟓\ud835")) {
            assertTrue(SafeText.hasLoneSurrogate(text));
        }
    }

    @Test
    void markupHoldsTextAlone() {
        assertEquals("a &lt;b&gt; &amp;amp; &quot;c&quot; &#39;d&#39;", SafeText.forMarkup("a <b> &amp; \"c\" 'd'"));
        assertEquals("x y", SafeText.forMarkup("x\u0000y"));
        assertEquals("1\n2\t3", SafeText.forMarkup("1\n2\t3"));
        assertEquals("\uFFFD \uFFFD", SafeText.forMarkup("\uD800 \uFFFF"), "what XML cannot hold");
        assertEquals("\uD83D\uDE00", SafeText.forMarkup("\uD83D\uDE00"));
        assertEquals("", SafeText.forMarkup(""));
    }
}
