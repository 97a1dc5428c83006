package org.muster.importing.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a table is written is found out: separator, encoding, line end, decimal sign, lines of the header. */
class TableFormatTest {

    @TempDir
    Path folder;

    private Table table(String text, String encoding) throws IOException {
        Path file = Files.write(folder.resolve("t.csv"), text.getBytes(Charset.forName(encoding)));
        return Table.of(file, TableOptions.NONE);
    }

    private static List<List<String>> cells(Table table) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        try (Table.Rows rows = table.rows()) {
            for (Optional<Table.Row> next = rows.next(); next.isPresent(); next = rows.next()) {
                cells.add(
                        next.get().fault().isEmpty()
                                ? next.get().cells()
                                : List.of(next.get().fault()));
            }
        }
        return cells;
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " / ",
            value = {
                "',' / '\n' / UTF-8",
                "; / '\r\n' / UTF-8",
                "'\t' / '\r' / UTF-8",
                "| / '\n' / windows-1252",
                "',' / '\r' / windows-1252",
                "; / '\n' / UTF-16LE",
                "; / '\n' / UTF-16BE",
            })
    void separatorLineEndAndEncoding(String separator, String lineEnd, String encoding) throws IOException {
        String mark = encoding.startsWith("UTF") ? "\uFEFF" : "";
        String text = mark + "Größe,Name,n\n\"a, b; c|d\te\",\"two\nlines\",1\né,\"she said \"\"no\"\"\",2\n";
        String written = text.replaceAll("(?<!a),(?! b)", java.util.regex.Matcher.quoteReplacement(separator))
                .replace("\n", lineEnd);
        Table table = table(written, encoding);
        assertEquals(List.of("Größe", "Name", "n"), table.header());
        assertEquals(
                List.of(List.of("a, b; c|d\te", "two" + lineEnd + "lines", "1"), List.of("é", "she said \"no\"", "2")),
                cells(table));
    }

    @Test
    void aStrayByteDoesNotMakeUtf8AnotherEncoding() throws IOException {
        byte[] bytes = "a,b\nGrößé,1\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0x9D;
        Table table = Table.of(Files.write(folder.resolve("t.csv"), bytes), TableOptions.NONE);
        assertEquals(List.of(List.of("Größé", "\uFFFD")), cells(table));
        assertEquals(StandardCharsets.UTF_8, table.format().encoding());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " / ",
            value = {
                "1,5 / true",
                "1.234,5 / true",
                "1.234 / true",
                "1.5 / false",
                "1,234 / false",
                "1,234.5 / false",
                "12 / false",
                "31.12.1948 / false",
                "0.333 / false",
                "0,333 / true",
                "',5' / true",
                "1.234.567 / true",
                "1234,567 / true",
                "1234.567 / false",
            })
    void decimalSign(String number, boolean isComma) throws IOException {
        assertEquals(isComma, table("a;b\nx;" + number + "\n", "UTF-8").hasDecimalComma());
    }

    @Test
    void ratiosOfThreeDecimalsAreNoThousands() throws IOException {
        assertEquals(false, table("a,b\nx,1.234\ny,2.500\n", "UTF-8").hasDecimalComma());
    }

    @Test
    void oneLatitudeAmongGroupsOfThousandsIsDecimal() throws IOException {
        assertEquals(false, table("a;b\n35.76;1.234\n", "UTF-8").hasDecimalComma());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " / ",
            value = {
                "a,b,c|1,2,3 / a, b, c",
                ",Killed,,Wounded,|Battle,low,high,low,high|X,1,2,3,4 / Battle, Killed low, Killed high, Wounded low, Wounded high",
                "Battle,Killed,Killed|,low,high|X,1,2 / Battle, Killed low, Killed high",
                "Table 1. Losses,,|,,|Battle,Side,Killed|X,A,1 / Battle, Side, Killed",
                "Title,,|,Losses,|Battle,killed,wounded|X,1,2 / Battle, Losses killed, Losses wounded",
                ",b,c|x,1,2|y,3,4 / , b, c",
                ",1915,,1916,|Side,killed,wounded,killed,wounded|X,1,2,3,4 / Side, 1915 killed, 1915 wounded, 1916 killed, 1916 wounded",
                "Side,1915,1916|X,1,2|Y,3,4 / Side, 1915, 1916",
                "a,a,b|x,y,z|u,v,w / a, a, b",
            })
    void linesOfTheHeader(String records, String names) throws IOException {
        Table table = table(records.replace('|', '\n') + "\n", "UTF-8");
        assertEquals(names, String.join(", ", table.header()).strip());
    }

    @Test
    void whatIsGivenIsNotFoundOut() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "a;b,c\n1;2,3\n4;5,6\n");
        TableOptions options = new TableOptions(
                Optional.of(','),
                Optional.of(StandardCharsets.ISO_8859_1),
                Optional.of(true),
                OptionalInt.of(2),
                Optional.empty());
        Table table = Table.of(file, options);
        assertEquals(List.of("a;b 1;2", "c 3"), table.header());
        assertEquals(
                "t.csv: separated by commas, ISO-8859-1, decimal comma, 2 header lines, 2 columns", table.toString());
        TableOptions sheet = new TableOptions(
                Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.of("x"));
        assertThrows(IllegalArgumentException.class, () -> Table.of(file, sheet));
    }

    @Test
    void raggedAndBrokenRowsAreToldAndTheOthersRead() throws IOException {
        Table table = table("a,b,c\n1,2\n3,4,5,,\n\n\"6,7,8\n9,10,11\n12,13,14,15\n", "UTF-8");
        assertEquals(
                List.of(
                        List.of("the row has 2 cells where the header has 3"),
                        List.of("3", "4", "5"),
                        List.of(
                                "the quote is never closed: \"6,7,8; expected a closing quote before the comma, and quotes"
                                        + " inside the cell doubled"),
                        List.of("9", "10", "11"),
                        List.of("the row has 4 cells where the header has 3")),
                cells(table));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " / ",
            value = {
                "1,234 / false / 1234",
                "1 234 567 / false / 1234567",
                "1,234.50 / false / 1234.50",
                "1,23 / false / ''",
                "12,345,67 / false / ''",
                "1.234,5 / true / 1234.5",
                "1.5 / true / ''",
                "−9 / false / -9",
                "+7 / false / 7",
                "12. / false / 12",
                "0,125 / false / ''",
                "0.125 / true / ''",
                "12a / false / ''",
                "100000.0 / false / 100000.0",
            })
    void numbers(String cell, boolean decimalComma, String plain) {
        assertEquals(plain, NumberText.plain(cell, decimalComma).orElse(""));
    }

    /** In a table without a number that shows the sign, a point before three digits may part thousands or decimals. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " / ",
            value = {
                "1.234 / true / true",
                "1.234.567 / true / true",
                "1.5 / false / true",
                "1,234,567 / false / true",
                "1,234 / false / false",
                "12 / false / false",
            })
    void whetherTheDecimalSignIsKnown(String number, boolean isComma, boolean isKnown) throws IOException {
        TableFormat format = table("a;b\nx;" + number + "\n", "UTF-8").format();
        assertEquals(isComma, format.decimalComma());
        assertEquals(isKnown, format.decimalKnown());
        assertEquals(false, table("a,b\nx,1.234\n", "UTF-8").format().decimalKnown());
        assertEquals(true, table("a,b\nx,1.234.567\n", "UTF-8").format().decimalComma());
    }

    @Test
    void numbersWithinText() {
        assertEquals("1.2500, 0.1250 or 1.25 of 1234", NumberText.withPoints("1,250, 0,125 or 1,25 of 1.234"));
        assertEquals(
                "about 1234.5 (2000–3000), 31.12.1948",
                NumberText.withPoints("about 1.234,5 (2.000–3.000), 31.12.1948"));
    }
}
