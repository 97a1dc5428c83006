package org.muster.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Names that look alike are one name. */
class CellTextTest {

    @Test
    void namesThatLookAlikeAreOne() {
        for (String written : List.of(
                "Île d'Orléans",
                " Île\u00A0d'Orléans\n",
                "Île  d'Orléans",
                "Île\u202F\u2009d'Orléans",
                "Île\r\nd'Orléans",
                "I\u0302le d'Orle\u0301ans",
                "Î\u200Ble d'Or\u00ADléans\uFEFF",
                "Île \u200B d'Orle\u2060\u0301ans",
                "\u200EÎle d'Orléans\u200F")) {
            assertEquals("Île d'Orléans", CellText.name(written));
        }
        assertEquals("", CellText.name(" \u200B\u00A0\u00AD "));
        assertEquals("Å", CellText.name("\u212B"), "the sign of the unit");
    }

    @Test
    void namesThatAreReadDifferentlyStayApart() {
        for (String name :
                List.of("Japan", "japan", "Orleans", "Orléans", "1st Army", "Mongolia – east", "朝鮮", "𐌀 𐌁")) {
            assertEquals(name, CellText.name(name));
        }
        String plain = "Soviet Union";
        assertSame(plain, CellText.name(plain));
    }

    @Property
    void aNameStaysAsItIs(@ForAll("texts") String text) {
        String name = CellText.name(text);
        assertEquals(name, CellText.name(name));
        assertEquals(name, CellText.strip(name));
        assertEquals(name, CellText.name(Normalizer.normalize(name, Normalizer.Form.NFD)));
        assertEquals(name, Normalizer.normalize(name, Normalizer.Form.NFC));
    }

    /** Letters with accents beside each other, apart, and with what is dropped between. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.chars().all(),
                        Arbitraries.chars().range('\u00A0', '\u0250'),
                        Arbitraries.chars().range('\u0300', '\u036F'),
                        Arbitraries.of(' ', 'a', 'e', 'J', '\u00A0', '\u00AD', '\u200B', '\u2028', '\u2060', '\uFEFF'))
                .list()
                .ofMaxSize(12)
                .map(chars -> {
                    StringBuilder text = new StringBuilder();
                    chars.forEach(text::append);
                    return text.toString();
                });
    }
}
