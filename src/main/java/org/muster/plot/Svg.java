package org.muster.plot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.muster.text.SafeText;

/** Writes SVG: shapes and text with a class each, escaped, at coordinates with one decimal. */
final class Svg {

    private static final int TENTHS = 10;

    /** Where text stands relative to its point. */
    enum Anchor {
        START(""),
        MIDDLE(" text-anchor=\"middle\""),
        END(" text-anchor=\"end\"");

        private final String attribute;

        Anchor(String attribute) {
            this.attribute = attribute;
        }
    }

    private final StringBuilder out = new StringBuilder();

    /** A number with at most one decimal, rounded to nearest. */
    static String number(double value) {
        long tenths = Math.round(value * TENTHS);
        long whole = Math.abs(tenths) / TENTHS;
        long rest = Math.abs(tenths) % TENTHS;
        return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + rest);
    }

    /** Text for an element or a quoted attribute, with blanks for what turns the direction of writing. */
    private static String escaped(String text) {
        return SafeText.forMarkup(SafeText.forTerminal(text));
    }

    void text(Face face, double x, double y, Anchor anchor, String text) {
        text(face, "", x, y, anchor, text);
    }

    /** Text whose colour is that of another class as well. */
    void text(Face face, String tint, double x, double y, Anchor anchor, String text) {
        out.append("<text class=\"").append(face.style());
        if (!tint.isEmpty()) {
            out.append(' ').append(tint);
        }
        out.append("\" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append('"');
        out.append(anchor.attribute).append('>').append(escaped(text)).append("</text>");
    }

    void line(String style, double x1, double y1, double x2, double y2) {
        path(style, "M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2));
    }

    void path(String style, String path) {
        out.append("<path class=\"")
                .append(style)
                .append("\" d=\"")
                .append(path)
                .append("\"/>");
    }

    void rect(String style, double x, double y, double width, double height) {
        out.append("<rect class=\"").append(style).append("\" x=\"").append(number(x));
        out.append("\" y=\"").append(number(y)).append("\" width=\"").append(number(width));
        out.append("\" height=\"").append(number(height)).append("\"/>");
    }

    void circle(String style, double x, double y, double radius) {
        out.append("<circle class=\"").append(style).append("\" cx=\"").append(number(x));
        out.append("\" cy=\"")
                .append(number(y))
                .append("\" r=\"")
                .append(number(radius))
                .append("\"/>");
    }

    /** Draws what was drawn elsewhere, on top. */
    void add(Svg other) {
        out.append(other.out);
    }

    /** All that is drawn, as an element of a page; {@code told} is its title and its description. */
    String element(String style, int width, double height, String id, List<String> told) {
        return opened(" class=\"" + style + "\"", width, height, id, told) + out + "</svg>";
    }

    /** All that is drawn, as a document with its style. */
    String document(int width, double height, String id, List<String> told) {
        return opened(" xmlns=\"http://www.w3.org/2000/svg\"", width, height, id, told)
                + "<style>" + Picture.style() + "</style>"
                + Picture.hatch() + out + "</svg>\n";
    }

    private static String opened(String attributes, int width, double height, String id, List<String> told) {
        String tall = number(Math.ceil(height));
        return "<svg" + attributes + " role=\"img\" aria-labelledby=\"t" + id + " d" + id + "\" viewBox=\"0 0 " + width
                + " " + tall + "\" width=\"" + width + "\" height=\"" + tall + "\"><title id=\"t" + id + "\">"
                + escaped(told.get(0)) + "</title><desc id=\"d" + id + "\">" + escaped(told.get(1)) + "</desc>";
    }

    /** A style or a pattern that pictures share. */
    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Svg.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
