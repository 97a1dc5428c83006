package org.muster.importing.table;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.muster.text.CsvStream;
import org.muster.text.Excerpt;

/**
 * A sheet of an Excel workbook ({@code .xlsx}). Numbers are given with a decimal point and without groups, dates in ISO
 * 8601, percentages with {@code %}, formulas as what they came to when the workbook was saved. The number of a record is that
 * of the row in the sheet.
 */
final class ExcelSheet implements RecordSource {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final long HARMLESS = 100L << 20; // bytes unpacked, whatever the size of the file
    private static final long MOST_RATIO = 200;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 2_958_465; // 9999-12-31

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    private ExcelSheet(ReadableWorkbook workbook, Stream<Row> stream) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
    }

    /** Whether a file is a workbook, by its first bytes. */
    static boolean isExcel(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(4);
        }
        if (Arrays.equals(start, OLD_EXCEL)) {
            throw new IOException(file
                    + " is a workbook of Excel 97 to 2003, or has a password; expected .xlsx without one, or CSV: save it as"
                    + " that");
        }
        if (start.length > 1 && start[0] == 0x1F && start[1] == (byte) 0x8B) {
            throw new IOException(file + " is compressed by gzip; expected the table that is in it");
        }
        return Arrays.equals(start, ZIP);
    }

    /** The name of a sheet, and how many others its workbook has. */
    record Found(String name, int others) {}

    /** Returns a sheet: the one asked for, or the first. */
    static Found find(Path file, Optional<String> asked) throws IOException {
        try (ReadableWorkbook workbook = workbook(file)) {
            List<String> names = workbook.getSheets().map(Sheet::getName).toList();
            if (names.isEmpty()) {
                throw new IOException(file + " has no sheet");
            }
            if (asked.isPresent() && !names.contains(asked.get())) {
                throw new IllegalArgumentException(file + " has no sheet " + Excerpt.quoted(asked.get()) + "; it has: "
                        + String.join(", ", names));
            }
            return new Found(asked.orElse(names.get(0)), names.size() - 1);
        } catch (ExcelReaderException e) {
            throw unreadable(file, e);
        }
    }

    static ExcelSheet open(Path file, String sheet) throws IOException {
        ReadableWorkbook workbook = workbook(file);
        try {
            Sheet found = workbook.findSheet(sheet)
                    .orElseThrow(() -> new IOException(file + " has no sheet " + Excerpt.quoted(sheet)));
            return new ExcelSheet(workbook, found.openStream());
        } catch (ExcelReaderException e) {
            workbook.close();
            throw unreadable(file, e);
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    private static ReadableWorkbook workbook(Path file) throws IOException {
        checkSize(file);
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        } catch (RuntimeException e) {
            throw unreadable(file, e);
        }
    }

    private static IOException unreadable(Path file, RuntimeException e) {
        return new IOException(
                file + " is no workbook that can be read: " + Excerpt.of(String.valueOf(e.getMessage())), e);
    }

    /** Refuses a file that would unpack into far more than a workbook of its size holds. */
    private static void checkSize(Path file) throws IOException {
        long most = Math.max(HARMLESS, MOST_RATIO * Files.size(file));
        long unpacked = 0;
        byte[] bytes = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                try (InputStream in = zip.getInputStream(entries.nextElement())) {
                    for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                        unpacked += read;
                        if (unpacked > most) {
                            throw new IOException(
                                    file + " unpacks into more than " + (most >> 20) + " MB; expected a workbook");
                        }
                    }
                }
            }
        } catch (ZipException e) {
            throw new IOException(file + " is no workbook that can be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<CsvStream.CsvRow> next() throws IOException {
        try {
            if (!rows.hasNext()) {
                return Optional.empty();
            }
            Row row = rows.next();
            List<String> cells = new ArrayList<>(Collections.nCopies(row.getCellCount(), ""));
            for (Cell cell : row) {
                if (cell != null) {
                    cells.set(cell.getColumnIndex(), text(cell, workbook.isDate1904()));
                }
            }
            return Optional.of(new CsvStream.CsvRow(row.getRowNum(), cells, "", () -> String.join(",", cells)));
        } catch (RuntimeException e) { // of the library, and of the parser behind it
            throw new IOException(
                    "the workbook cannot be read to its end: " + Excerpt.of(String.valueOf(e.getMessage())), e);
        }
    }

    private static String text(Cell cell, boolean since1904) {
        String raw = cell.getRawValue();
        if (raw == null && cell.getFormula() != null) {
            return "#VALUE! (no result of =" + cell.getFormula() + " was saved)";
        }
        if (cell.getType() == CellType.STRING || raw == null) {
            String text = cell.getType() == CellType.EMPTY ? "" : cell.getText();
            return text == null ? "" : text;
        }
        if (cell.getType() == CellType.BOOLEAN || cell.getType() == CellType.ERROR) {
            return cell.getType() == CellType.ERROR ? raw : raw.equals("1") ? "TRUE" : "FALSE";
        }
        BigDecimal number;
        try {
            number = new BigDecimal(raw);
        } catch (NumberFormatException e) {
            return raw; // the text that a formula came to
        }
        String format = cell.getDataFormatString();
        String form = format == null ? "" : format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        if (form.matches("(?s).*[yYdD].*")
                && number.signum() > 0
                && number.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0) {
            return date(number, since1904);
        }
        if (form.indexOf('%') >= 0) {
            return plain(number.movePointRight(2)) + "%";
        }
        return plain(number);
    }

    private static String plain(BigDecimal number) {
        return Math.abs(number.scale()) > 400
                ? number.toString()
                : number.signum() == 0
                        ? "0"
                        : NumberText.noGroup(number.stripTrailingZeros().toPlainString());
    }

    private static String date(BigDecimal serial, boolean since1904) {
        long days = serial.setScale(0, RoundingMode.FLOOR).longValueExact();
        long seconds = serial.subtract(BigDecimal.valueOf(days))
                .multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        LocalDateTime date = (since1904 ? DAY_ZERO_1904 : DAY_ZERO)
                .plusDays(days)
                .atStartOfDay()
                .plusSeconds(seconds);
        return date.toLocalTime().toSecondOfDay() == 0
                ? date.toLocalDate().toString()
                : date.toLocalDate() + "T" + String.format(Locale.ROOT, "%tT", date);
    }

    @Override
    public void expect(int cells) {
        // a row of a sheet is as long as it is
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
