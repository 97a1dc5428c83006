package org.muster.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a text is no figure, and why. */
class IgnoredPartTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "In 1941: 300 killed              | 'In': words; 1941: year; ':': punctuation",
                "On 9 August 1945                 | On: words; 9 August 1945: date",
                "37 mm guns                       | 37 mm: calibre; guns: words",
                "30 days                          | 30 days: measurement",
                "15 % of the men                   | 15 %: percentage; of the men: words",
                "PT-76                            | PT-76: designation",
                "5th Army                         | 5th: ordinal; Army: words",
                "12,34,56                         | 12,34,56: unreadable",
                "Killed: 300                      | Killed: label; ':': punctuation",
                "Killed[1] and wounded[b]: 300    | Killed: label; [1]: footnote; and wounded: label; [b]: footnote; ':': punctuation",
                "mortar[1]s: 300                  | mortar: label; [1]: footnote; s: label; ':': punctuation",
                "5[a]days                         | 5: measurement; [a]: footnote; days: measurement",
                "9[1] August[2] 1945[3]           | 9: date; [1]: footnote; August: date; [2]: footnote; 1945: date; [3]: footnote",
                "300, of whom 20 officers         | ',': punctuation; of whom: relation",
                "300 killed²                      | ²: footnote",
                "not 12 but 15                    | not: words; 12: denied; but: words"
            })
    void everyPartHasAReason(String text, String parts) {
        List<String> found = new ArrayList<>();
        for (IgnoredPart part : FigureReader.english().readAll(text).ignored()) {
            String ignored = text.substring(part.start(), part.end()).strip();
            if (!ignored.isEmpty()) {
                found.add(ignored + ": " + part.reason());
            }
        }
        assertEquals(parts.replace("'", ""), String.join("; ", found));
    }
}
