package org.muster.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A drawing as it was written, read again by the JDK's XML parser. */
final class Drawing {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d)?");

    /** A text with the box that it takes at most. */
    record Box(String text, double left, double top, double right, double bottom) {
        private boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private final Element svg;

    private Drawing(Element svg) {
        this.svg = svg;
    }

    static Drawing of(String markup) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new Drawing(factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(markup)))
                    .getDocumentElement());
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + markup, e);
        }
    }

    List<Element> all(String name) {
        NodeList nodes = svg.getElementsByTagName(name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add((Element) nodes.item(i));
        }
        return all;
    }

    List<String> texts() {
        return all("text").stream().map(Element::getTextContent).toList();
    }

    private static Box box(Element text) {
        String style = text.getAttribute("class").split(" ")[0];
        Face face = Arrays.stream(Face.values())
                .filter(each -> each.style().equals(style))
                .findFirst()
                .orElseThrow();
        double wide = face.width(text.getTextContent());
        double x = Double.parseDouble(text.getAttribute("x"));
        double y = Double.parseDouble(text.getAttribute("y"));
        double left = switch (text.getAttribute("text-anchor")) {
            case "middle" -> x - wide / 2;
            case "end" -> x - wide;
            default -> x;
        };
        // Letters reach from .76 of their size above the base line to .2 beneath it, in the usual faces.
        return new Box(text.getTextContent(), left, y - .76 * face.size(), left + wide, y + .2 * face.size());
    }

    /** No text covers another or leaves the drawing, numbers have one decimal, and title and description are named. */
    void check() {
        List<Box> boxes = all("text").stream().map(Drawing::box).toList();
        double width = Double.parseDouble(svg.getAttribute("width"));
        double height = Double.parseDouble(svg.getAttribute("height"));
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            assertTrue(
                    box.left >= -.1 && box.right <= width + .1 && box.top >= -.1 && box.bottom <= height + .1,
                    () -> box + " is cut, of " + width + " by " + height);
            for (Box other : boxes.subList(0, i)) {
                assertTrue(!box.meets(other), () -> box + " covers " + other);
            }
        }
        for (String name : List.of("text", "rect", "circle", "path")) {
            for (Element element : all(name)) {
                for (String attribute : List.of("x", "y", "cx", "cy", "r", "width", "height")) {
                    String value = element.getAttribute(attribute);
                    assertTrue(value.isEmpty() || NUMBER.matcher(value).matches(), value);
                }
                assertTrue(!element.getAttribute("d").contains("NaN"), element.getAttribute("d"));
            }
        }
        assertEquals("img", svg.getAttribute("role"));
        String[] named = svg.getAttribute("aria-labelledby").split(" ");
        assertEquals(named[0], all("title").get(0).getAttribute("id"));
        assertEquals(named[1], all("desc").get(0).getAttribute("id"));
    }
}
