package org.muster.importing.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.muster.text.CellText;
import org.muster.text.CsvStream;

/**
 * How a table is written.
 *
 * @param sheet the name of the sheet of an Excel file; blank for text
 * @param otherSheets how many other sheets the file has
 * @param delimiter what stands between two cells of a text
 * @param encoding the characters' encoding in a text
 * @param decimalComma whether numbers in a text have a decimal comma, and thousands with points
 * @param decimalKnown whether a number in a text shows which sign is the decimal one, or it was given; else it is assumed to
 *     be a point
 * @param header how many records the header has
 */
record TableFormat(
        String sheet,
        int otherSheets,
        char delimiter,
        Charset encoding,
        boolean decimalComma,
        boolean decimalKnown,
        int header) {

    private static final String DELIMITERS = ",;\t|";
    private static final int SAMPLE = 1000;
    private static final int MOST_HEADER = 8;
    private static final Pattern COMMA = Pattern.compile(
            "-?\\d{1,3}(?:\\.\\d{3})+,\\d+|-?0?,\\d+|-?\\d+,(?:\\d{1,2}|\\d{4,})|-?\\d{4,},\\d+|-?\\d{1,3}(?:\\.\\d{3}){2,}");
    private static final Pattern POINT = Pattern.compile(
            "-?\\d{1,3}(?:,\\d{3})+\\.\\d+|-?0?\\.\\d+|-?\\d+\\.(?:\\d{1,2}|\\d{4,})|-?\\d{4,}\\.\\d+|-?\\d{1,3}(?:,\\d{3}){2,}");
    private static final Pattern POINTS_OF_THOUSANDS = Pattern.compile("-?\\d{1,3}(?:\\.\\d{3})+");

    boolean isExcel() {
        return !sheet.isEmpty();
    }

    /** Finds out what is not given. */
    static TableFormat find(Path file, TableOptions given) throws IOException {
        if (ExcelSheet.isExcel(file)) {
            if (given.delimiter().isPresent()
                    || given.encoding().isPresent()
                    || given.decimalComma().isPresent()) {
                throw new IllegalArgumentException(
                        "--delimiter, --encoding and --decimal are for text, and " + file + " is an Excel file");
            }
            ExcelSheet.Found sheet = ExcelSheet.find(file, given.sheet());
            int header = given.header().orElse(0);
            TableFormat format =
                    new TableFormat(sheet.name(), sheet.others(), ',', StandardCharsets.UTF_8, false, false, header);
            return header > 0 ? format : format.with(headerLines(sample(file, format)));
        }
        if (given.sheet().isPresent()) {
            throw new IllegalArgumentException("--sheet is given, but " + file + " is no Excel file");
        }
        Charset encoding = given.encoding().isPresent() ? given.encoding().get() : Encoding.find(file);
        TableFormat best = new TableFormat(
                "", 0, ',', encoding, false, false, given.header().orElse(1));
        if (given.delimiter().isPresent()) {
            best = best.with(given.delimiter().get(), Optional.empty());
        } else {
            double highest = -1;
            for (int i = 0; i < DELIMITERS.length(); i++) {
                TableFormat candidate = best.with(DELIMITERS.charAt(i), Optional.empty());
                double score = regularity(sample(file, candidate));
                if (score > highest) {
                    highest = score;
                    best = candidate;
                }
            }
        }
        List<List<String>> sample = sample(file, best);
        best = best.with(
                best.delimiter,
                given.decimalComma().isPresent() ? given.decimalComma() : decimalComma(sample, best.delimiter));
        return given.header().isPresent() ? best : best.with(headerLines(sample));
    }

    private TableFormat with(char delimiter, Optional<Boolean> decimalComma) {
        return new TableFormat(
                sheet, otherSheets, delimiter, encoding, decimalComma.orElse(false), decimalComma.isPresent(), header);
    }

    private TableFormat with(int header) {
        return new TableFormat(sheet, otherSheets, delimiter, encoding, decimalComma, decimalKnown, header);
    }

    /** Opens the file before its first record. */
    RecordSource open(Path file) throws IOException {
        return isExcel()
                ? ExcelSheet.open(file, sheet)
                : RecordSource.of(new CsvStream(Encoding.open(file, encoding), delimiter));
    }

    private static List<List<String>> sample(Path file, TableFormat format) throws IOException {
        List<List<String>> records = new ArrayList<>();
        int width = 0;
        try (RecordSource source = format.open(file)) {
            for (Optional<CsvStream.CsvRow> next = source.next();
                    next.isPresent() && records.size() < SAMPLE;
                    next = source.next()) {
                while (records.size() + 1 < next.get().number() && records.size() < SAMPLE) {
                    records.add(List.of()); // a sheet keeps no empty rows
                }
                List<String> cells = new ArrayList<>();
                next.get().cells().forEach(cell -> cells.add(CellText.name(cell.replace("\uFFFD", "?"))));
                records.add(cells);
                width = Math.max(width, cells.size());
                if (records.size() >= MOST_HEADER && width > 0) {
                    source.expect(width);
                }
            }
        }
        return records;
    }

    /** How well records fit a separator: the share of those with the usual number of cells, if that is more than one. */
    private static double regularity(List<List<String>> records) {
        Map<Integer, Integer> counts = new HashMap<>();
        int usual = 1;
        int filled = 0;
        for (List<String> record : records) {
            if (record.size() > 1 || record.size() == 1 && !record.get(0).isEmpty()) {
                filled++;
                int count = counts.merge(record.size(), 1, Integer::sum);
                if (record.size() > 1 && count > counts.getOrDefault(usual, 0) || usual == 1 && record.size() > 1) {
                    usual = record.size();
                }
            }
        }
        if (usual == 1) {
            return 0;
        }
        double share = counts.getOrDefault(usual, 0) / (double) filled;
        boolean isHeadersToo = records.get(0).size() == usual;
        return (isHeadersToo ? share : share / 2) + Math.min(usual, 1000) / 1e6;
    }

    /**
     * Whether numbers have a decimal comma; empty if none shows it. 1.234 alone is a group of thousands only where cells are
     * separated by semicolons, as they are where the comma is taken.
     */
    private static Optional<Boolean> decimalComma(List<List<String>> records, char delimiter) {
        int commas = 0;
        int points = 0;
        int thousands = 0;
        for (List<String> record : records) {
            for (String cell : record) {
                commas += COMMA.matcher(cell).matches() ? 1 : 0;
                points += POINT.matcher(cell).matches() ? 1 : 0;
                thousands += POINTS_OF_THOUSANDS.matcher(cell).matches() ? 1 : 0;
            }
        }
        boolean isComma = points == 0 && (commas > 0 || thousands > 0 && delimiter == ';');
        return points > 0 || isComma ? Optional.of(isComma) : Optional.empty();
    }

    /**
     * How many records the header has: titles; and a second or third line if the one above leaves cells blank or repeats
     * names, it has no numbers, and those below have some.
     */
    private static int headerLines(List<List<String>> records) {
        int width = records.stream().mapToInt(List::size).max().orElse(0);
        int lines = 1;
        while (width > 2 && lines < Math.min(MOST_HEADER, records.size()) && isTitle(records.get(lines - 1))) {
            lines++;
        }
        int first = lines - 1;
        while (lines < Math.min(first + 3, records.size() - 1)
                && !isName(records.get(lines - 1))
                && (hasNoNumbers(records.get(lines - 1)) || hasOnlyYears(records.get(lines - 1)))
                && hasNoNumbers(records.get(lines))
                && fillsGaps(records.get(lines), records.get(lines - 1))
                && records.subList(lines + 1, records.size()).stream().anyMatch(record -> !hasNoNumbers(record))) {
            lines++;
        }
        return lines;
    }

    /** Whether a line is blank but for its first cell: a title, or a line left free around one. */
    static boolean isTitle(List<String> line) {
        return line.stream().skip(1).allMatch(String::isEmpty);
    }

    private static boolean isName(List<String> record) {
        Set<String> names = new HashSet<>();
        return record.stream().allMatch(cell -> !cell.isEmpty() && names.add(cell));
    }

    private static boolean hasNoNumbers(List<String> record) {
        return record.stream()
                .noneMatch(cell -> !cell.isEmpty()
                        && Character.isDigit(cell.charAt(cell.charAt(0) == '-' && cell.length() > 1 ? 1 : 0)));
    }

    /** Whether all numbers of a line are years, each of which may stand over several columns. */
    private static boolean hasOnlyYears(List<String> record) {
        return record.stream()
                .allMatch(cell -> cell.isEmpty()
                        || !Character.isDigit(cell.charAt(0))
                        || PeriodName.in(cell, false)
                                .filter(period -> period.rest().isEmpty())
                                .isPresent());
    }

    /** Whether a line has names where the one above has none of its own. */
    private static boolean fillsGaps(List<String> line, List<String> above) {
        for (int i = 0; i < line.size(); i++) {
            boolean gap = i >= above.size()
                    || above.get(i).isEmpty()
                    || above.indexOf(above.get(i)) != i
                    || above.lastIndexOf(above.get(i)) != i;
            if (gap && !line.get(i).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Returns how the table is read, for a person: {@code separated by ;, UTF-8, decimal comma, 2 header lines}. */
    @Override
    public String toString() {
        String lines = header == 1 ? "1 header line" : header + " header lines";
        if (isExcel()) {
            String others = otherSheets == 0
                    ? ""
                    : " (" + otherSheets + (otherSheets == 1 ? " other" : " others") + " not read)";
            return "Excel, sheet \"" + sheet + "\"" + others + ", " + lines;
        }
        String separator = delimiter == '\t' ? "tabs" : delimiter == ',' ? "commas" : String.valueOf(delimiter);
        return "separated by " + separator + ", " + encoding.name() + ", decimal " + (decimalComma ? "comma" : "point")
                + ", " + lines;
    }
}
