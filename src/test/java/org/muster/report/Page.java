package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.muster.compare.Tolerance;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A page as it was written, read again by the JDK's XML parser: it is well-formed HTML in the syntax of XML. */
final class Page {

    private final String text;
    private final Element root;

    private Page(String text, Element root) {
        this.text = text;
        this.root = root;
    }

    static Page of(Dossier dossier) {
        return of(Report.of(dossier, Tolerance.NONE));
    }

    static Page of(Report report) {
        StringWriter out = new StringWriter();
        try {
            Format.HTML.write(report, PageModel.lazily(report, Run.IN_CODE, List.of()), out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return of(out.toString());
    }

    static Page of(String text) {
        try {
            return new Page(
                    text,
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(text)))
                            .getDocumentElement());
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + text.substring(0, Math.min(200, text.length())), e);
        }
    }

    String text() {
        return text;
    }

    List<Element> all(String name) {
        NodeList nodes = root.getElementsByTagName(name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add((Element) nodes.item(i));
        }
        return all;
    }

    Element byId(String id) {
        return all("*").stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no element has the id " + id));
    }

    boolean has(String id) {
        return all("*").stream().anyMatch(element -> element.getAttribute("id").equals(id));
    }

    /** The text of an element as a reader sees it, without what holds ranges together. */
    static String read(Node node) {
        return node.getTextContent()
                .replace("\u2060", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    List<String> headings() {
        return all("*").stream()
                .filter(element -> element.getTagName().matches("h[1-6]"))
                .map(Page::read)
                .toList();
    }

    /** What holds for every page, whatever the dossier. */
    void check(Dossier dossier) {
        Set<String> ids = new HashSet<>();
        int level = 0;
        for (Element element : all("*")) {
            String id = element.getAttribute("id");
            assertTrue(id.isEmpty() || ids.add(id), () -> "the id " + id + " is there twice");
            assertTrue(id.chars().noneMatch(Character::isWhitespace), id);
            if (element.getTagName().matches("h[1-6]")) {
                int next = element.getTagName().charAt(1) - '0';
                int before = level;
                assertTrue(next <= before + 1, () -> "h" + next + " after h" + before + ": " + read(element));
                level = next;
            }
        }
        assertEquals(1, all("h1").size());
        assertEquals(List.of(), all("script"));
        assertEquals(List.of(), all("img"));
        for (Element link : all("a")) {
            String href = link.getAttribute("href");
            assertTrue(
                    href.startsWith("#") ? ids.contains(href.substring(1)) : href.matches("https?://\\S+|[a-z]+\\.csv"),
                    () -> "this leads nowhere: " + href);
        }
        for (String attribute : List.of("src", "onload", "onclick", "style", "srcset")) {
            assertTrue(all("*").stream().noneMatch(element -> element.hasAttribute(attribute)), attribute);
        }
        Map<String, Integer> rows = new HashMap<>();
        for (Element row : all("tr")) {
            if (row.getAttribute("id").startsWith("c-")) {
                Element own = (Element) row.getElementsByTagName("a").item(0);
                assertEquals("#" + row.getAttribute("id"), own.getAttribute("href"));
                rows.merge(own.getTextContent(), 1, Integer::sum);
            }
        }
        for (Claim claim : dossier.claims()) {
            assertEquals(1, rows.getOrDefault(claim.id(), 0), () -> "rows of claim " + claim.id());
        }
        assertEquals(dossier.claims().size(), rows.size());
    }
}
