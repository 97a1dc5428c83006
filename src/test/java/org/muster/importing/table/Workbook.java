package org.muster.importing.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written by hand: the least of Office Open XML (ECMA-376) that is one. */
final class Workbook {

    /** Formats of cells: 1 and 2 are dates, 3 is a percentage. */
    private static final String STYLES =
            "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
                    + "<numFmts count='1'><numFmt numFmtId='164' formatCode='d/mm/yyyy'/></numFmts><cellXfs count='4'>"
                    + "<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='9'/></cellXfs></styleSheet>";

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private String sharedStrings = "";

    /** Adds a sheet of rows in XML. */
    Workbook sheet(String name, String rows) {
        sheets.put(
                name,
                "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>" + rows
                        + "</sheetData></worksheet>");
        return this;
    }

    /** Adds a sheet whose XML is given whole. */
    Workbook xml(String name, String xml) {
        sheets.put(name, xml);
        return this;
    }

    Workbook sharedStrings(String xml) {
        sharedStrings = xml;
        return this;
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, 0);
        return bytes.toByteArray();
    }

    /** Writes the workbook, with so many MB of blanks in a part that nobody reads. */
    void write(OutputStream to, int padding) throws IOException {
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder types = new StringBuilder();
        int number = 0;
        try (ZipOutputStream zip = new ZipOutputStream(to)) {
            for (Map.Entry<String, String> sheet : sheets.entrySet()) {
                number++;
                add(zip, "xl/worksheets/sheet" + number + ".xml", sheet.getValue());
                list.append("<sheet name='" + sheet.getKey() + "' sheetId='" + number + "' r:id='rId" + number + "'/>");
                relations.append(relation("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml"));
                types.append(type("/xl/worksheets/sheet" + number + ".xml", "worksheet"));
            }
            if (!sharedStrings.isEmpty()) {
                add(zip, "xl/sharedStrings.xml", sharedStrings);
                relations.append(relation("rId98", "sharedStrings", "sharedStrings.xml"));
                types.append(type("/xl/sharedStrings.xml", "sharedStrings"));
            }
            String main = "http://schemas.openxmlformats.org/";
            add(zip, "xl/styles.xml", STYLES);
            add(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns='" + main + "spreadsheetml/2006/main' xmlns:r='" + main
                            + "officeDocument/2006/relationships'><sheets>" + list + "</sheets></workbook>");
            add(zip, "xl/_rels/workbook.xml.rels", relations(relations + relation("rId99", "styles", "styles.xml")));
            add(zip, "_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
            add(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns='" + main + "package/2006/content-types'>"
                            + "<Default Extension='xml' ContentType='application/xml'/>"
                            + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                            + type("/xl/workbook.xml", "sheet.main") + type("/xl/styles.xml", "styles") + types
                            + "</Types>");
            if (padding > 0) {
                zip.putNextEntry(new ZipEntry("padding.bin"));
                for (int i = 0; i < padding; i++) {
                    zip.write(new byte[1 << 20]);
                }
                zip.closeEntry();
            }
        }
    }

    private static void add(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((xml.startsWith("<?") || xml.startsWith("<!") ? xml : "<?xml version='1.0'?>" + xml)
                .getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id='" + id
                + "' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type + "' Target='"
                + target + "'/>";
    }

    private static String relations(String relations) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + relations
                + "</Relationships>";
    }

    private static String type(String part, String type) {
        return "<Override PartName='" + part
                + "' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml." + type + "+xml'/>";
    }
}
