package org.muster.plot;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DomElement;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.css.StyleProperty;
import com.github.weisj.jsvg.parser.css.StyleSheet;
import com.github.weisj.jsvg.view.FloatSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Pixels of pictures. JSVG draws them, and asks here for the style: its own reader of CSS knows neither variables nor
 * descendants. The colours are those for light screens.
 */
final class Raster {

    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern VARIABLE = Pattern.compile("var\\((--\\w+)\\)");

    private Raster() {}

    /**
     * Draws a picture.
     *
     * @param svg an SVG document with the style of pictures
     * @param scale how many pixels a unit is wide
     * @return a PNG file
     */
    static byte[] png(String svg, double scale) {
        SVGDocument document = Objects.requireNonNull(
                new SVGLoader()
                        .load(
                                new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                                null,
                                LoaderContext.builder()
                                        .cssParser(Raster::styles)
                                        .build()),
                "picture");
        FloatSize size = document.size();
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(size.width * scale), (int) Math.ceil(size.height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(scale, scale);
        document.render(null, graphics, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A selector with what it sets: {@code svg .name} matches by its last part, as all is within an svg element. */
    private record Rule(String tag, List<String> classes, List<StyleProperty> properties) {

        static Rule of(String selector, List<StyleProperty> properties) {
            String[] parts = selector.strip().split("[\\s]+", -1);
            String[] last = parts[parts.length - 1].split("\\.", -1);
            return new Rule(last[0], List.of(last).subList(1, last.length), properties);
        }

        boolean matches(DomElement element) {
            return (tag.isEmpty() || tag.equals(element.tagName()))
                    && element.classNames().containsAll(classes);
        }
    }

    private static StyleSheet styles(List<char[]> sheets) {
        Map<String, String> variables = new HashMap<>();
        List<Rule> rules = new ArrayList<>();
        for (char[] sheet : sheets) {
            for (MatchResult found :
                    RULE.matcher(light(new String(sheet))).results().toList()) {
                List<StyleProperty> properties = properties(found.group(2), variables);
                for (String selector : found.group(1).split(",", -1)) {
                    rules.add(Rule.of(selector, properties));
                }
            }
        }
        Collections.reverse(rules);
        rules.sort(Comparator.comparingInt(rule -> -rule.classes().size())); // JSVG keeps what it is told first
        return (element, consumer) -> rules.stream()
                .filter(rule -> rule.matches(element))
                .forEach(rule -> rule.properties().forEach(consumer::applyRule));
    }

    /** A sheet without its rules for dark screens. */
    private static String light(String sheet) {
        int dark = sheet.indexOf("@media");
        return dark < 0 ? sheet : sheet.substring(0, dark) + sheet.substring(sheet.indexOf("}}", dark) + 2);
    }

    /** The properties of a rule; variables are remembered and replaced. */
    private static List<StyleProperty> properties(String text, Map<String, String> variables) {
        List<StyleProperty> properties = new ArrayList<>();
        for (String each : text.split(";", -1)) {
            int colon = each.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String name = each.substring(0, colon).strip();
            String value = VARIABLE.matcher(each.substring(colon + 1).strip())
                    .replaceAll(found -> variables.getOrDefault(found.group(1), "inherit"));
            if (name.startsWith("--")) {
                variables.put(name, value);
            } else if (name.equals("font")) {
                properties.add(new StyleProperty("font-family", "sans-serif"));
                properties.add(new StyleProperty("font-size", "13px"));
            } else {
                properties.add(new StyleProperty(name, value.equals("600") ? "bold" : value));
            }
        }
        return properties;
    }
}
