package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.muster.compare.Tolerance;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;

/** The page report.md, read again by commonmark-java, with the tables that GitHub adds. */
class MarkdownTest {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /** What GitHub makes a link of in text (GitHub Flavored Markdown Spec, 6.9), a mention or a reference. */
    private static final Pattern LINKED = Pattern.compile("(?i)www\\.|(?:https?|ftp)://|[\\w.+-]+@[\\w-]+|@\\w|#\\d");

    private static final Path RIVER_WAR = Path.of("src/test/resources/org/muster/report/river-war");

    private static String text(Node node) {
        return withJoiners(node).replace("\u2060", "");
    }

    private static String withJoiners(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text each) {
                text.append(each.getLiteral());
            }
        });
        return text.toString();
    }

    private static <T extends Node> List<T> all(Node root, Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (Node each = root.getFirstChild(); each != null; each = each.getNext()) {
            if (kind.isInstance(each)) {
                found.add(kind.cast(each));
            }
            found.addAll(all(each, kind));
        }
        return found;
    }

    private static Set<String> kinds(Node root) {
        Set<String> kinds = new HashSet<>();
        all(root, Node.class).forEach(each -> kinds.add(each.getClass().getSimpleName()));
        return kinds;
    }

    private static String page(Dossier dossier) throws IOException {
        StringWriter out = new StringWriter();
        Report report = Report.of(dossier, Tolerance.NONE);
        Format.MD.write(report, PageModel.lazily(report, Run.IN_CODE, List.of()), out);
        return out.toString();
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "a",
                "B",
                "1",
                "12",
                " ",
                "  ",
                "\n",
                "\t",
                "\\",
                "`",
                "```",
                "*",
                "**",
                "_",
                "__",
                "[",
                "](x)",
                "]",
                "(",
                ")",
                "{",
                "|",
                "~~",
                "#",
                "# ",
                "#12",
                "- ",
                "+ ",
                "1. ",
                "2) ",
                "= ",
                "---",
                ">",
                "<b>",
                "</td>",
                "<!--",
                "-->",
                "&amp;",
                "&",
                "&#124;",
                "!",
                "![",
                "<http://x.y>",
                "http://x.y",
                "www.x.y",
                "a@b.cd",
                "@user",
                "$",
                "$x$",
                ":",
                "^",
                "\u202E",
                "é",
                "日",
                "\r",
                ".");
        return pieces.list().ofMinSize(1).ofMaxSize(12).map(parts -> String.join("", parts));
    }

    @Property
    void anyTextIsShownAsItIs(@ForAll("hostile") String text) {
        String shown = text.replace('\u202E', ' ').replaceAll("\\s+", " ").strip();
        String written = new MarkdownMarkup().escaped(text);
        Node item = PARSER.parse("- " + written + "\n");
        assertEquals(shown, text(item), "in a list");
        Node heading = PARSER.parse("### " + written + "\n");
        assertEquals(shown, text(heading), "in a heading");
        Node table = PARSER.parse("| A | B |\n|---|---|\n| " + written + " | second |\n");
        List<TableCell> cells = all(table, TableCell.class);
        assertEquals(
                List.of("A", "B", shown, "second"),
                cells.stream().map(MarkdownTest::text).toList());
        Set<String> kinds = kinds(item);
        kinds.addAll(kinds(heading));
        kinds.addAll(kinds(table));
        assertFalse(LINKED.matcher(withJoiners(item)).find(), written);
        kinds.removeAll(List.of(
                "BulletList",
                "ListItem",
                "Paragraph",
                "Text",
                "Heading",
                "TableBlock",
                "TableHead",
                "TableBody",
                "TableRow",
                "TableCell"));
        assertEquals(Set.of(), kinds);
    }

    @Test
    void sectionsStandInTheOrderOfThePageAndFindingsFirst() throws IOException {
        Dossier dossier = Dossier.read(RIVER_WAR);
        Node page = PARSER.parse(page(dossier));
        List<String> sections = all(page, Heading.class).stream()
                .filter(heading -> heading.getLevel() <= 2)
                .map(MarkdownTest::text)
                .toList();
        List<String> ofPage = new ArrayList<>(Page.of(dossier).headings());
        ofPage.retainAll(sections);
        assertEquals(ofPage, sections);
        assertEquals("Findings", sections.get(1));
        assertTrue(
                sections.containsAll(List.of("The quantities", "Sums and bounds", "Conflicts", "Sources")),
                sections::toString);
    }

    @Test
    void everyClaimHasARowWithItsText() throws IOException {
        Dossier dossier = Dossier.read(RIVER_WAR);
        List<String> cells = all(PARSER.parse(page(dossier)), TableRow.class).stream()
                .map(row -> text(row))
                .toList();
        for (Claim claim : dossier.claims()) {
            String text = claim.figure().text();
            assertTrue(cells.stream().anyMatch(cell -> cell.contains(text)), text);
        }
    }

    @Test
    void hostileNamesMakeNoLinkAndNoCell() throws IOException {
        String name = "A | B `c` <b onclick='x'>d</b> [e](https://example.org) www.example.org\n# f\n| g |";
        Dossier dossier = Dossier.of(
                name,
                Claim.of(name, "killed", "5 | killed", name).claimedBy("P"),
                Claim.of(name, "killed", "9 killed", "S"));
        Node page = PARSER.parse(page(dossier));
        assertEquals(List.of(), all(page, Link.class));
        assertFalse(LINKED.matcher(withJoiners(page)).find(), "a link of text");
        assertTrue(kinds(page).stream().noneMatch(kind -> kind.startsWith("Html") || kind.contains("Code")), "markup");
        for (TableRow row : all(page, TableRow.class)) {
            int cells = all(row, TableCell.class).size();
            assertTrue(cells >= 3 && cells <= 6, text(row));
        }
    }
}
