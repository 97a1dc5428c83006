package org.muster.plot;

import java.util.List;

/**
 * A picture of an analysis. It is drawn at two widths, at one unit a pixel, so that text is never scaled and code can decide
 * what fits.
 */
public abstract class Picture {

    private static final double LEAST_SCALE = 0.1;
    private static final double MOST_SCALE = 10;

    /** Begins a picture; there is none outside this package. */
    Picture() {}

    /** The widths at which a picture is drawn. */
    public enum Width {
        /** For wide screens and print. */
        WIDE(720),
        /** For phones. */
        NARROW(340);

        private final int units;

        Width(int units) {
            this.units = units;
        }

        /**
         * Returns the width.
         *
         * @return units, which are pixels
         */
        public int units() {
            return units;
        }
    }

    /**
     * Returns what the picture shows.
     *
     * @return a few words
     */
    public abstract String title();

    /**
     * Returns the numbers of the picture in a sentence.
     *
     * @return the sentence
     */
    public abstract String description();

    /** Draws the picture, and returns its height. */
    abstract double draw(Svg svg, Width width);

    /**
     * Returns the picture as a file of its own, wide, with its style.
     *
     * @return an SVG document
     */
    public final String toSvg() {
        Svg svg = new Svg();
        double height = draw(svg, Width.WIDE);
        return svg.document(Width.WIDE.units(), height, "", List.of(title(), description()));
    }

    /**
     * Returns the picture in pixels, in the colours for light screens. This needs the library {@code
     * com.github.weisj:jsvg:2.0.0}, which Muster does not bring along. The same picture gives the same bytes on one machine;
     * on another, letters may differ with its fonts.
     *
     * @param scale how many pixels wide a unit is: at 1, the picture is 720 pixels wide; at 2, 1,440
     * @return a PNG file
     * @throws IllegalArgumentException if the scale is not from 0.1 to 10
     * @throws IllegalStateException if the library is not there
     */
    public final byte[] toPng(double scale) {
        if (!(scale >= LEAST_SCALE && scale <= MOST_SCALE)) {
            throw new IllegalArgumentException("scale: " + scale + " is not from 0.1 to 10");
        }
        try {
            return Raster.png(toSvg(), scale);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException("PNG needs com.github.weisj:jsvg:2.0.0 on the class path", e);
        }
    }

    /**
     * Returns the picture for a page, which holds the style and the pattern {@code hatch}.
     *
     * @param width how wide
     * @param id a name that no other drawing of the page has; letters, digits and hyphens
     * @return an SVG element
     */
    public final String toSvg(Width width, String id) {
        Svg svg = new Svg();
        double height = draw(svg, width);
        return svg.element(
                width == Width.WIDE ? "wide" : "narrow", width.units(), height, id, List.of(title(), description()));
    }

    /**
     * Returns the style of pictures in a page.
     *
     * @return CSS, with the colours for light and dark screens
     */
    public static String style() {
        return Svg.resource("tokens.css") + Svg.resource("pictures.css");
    }

    /**
     * Returns the pattern that pictures in a page use.
     *
     * @return an SVG element, which stands once in the page
     */
    public static String hatch() {
        return Svg.resource("hatch.svg").strip();
    }

    /** Returns the description. */
    @Override
    public String toString() {
        return title() + ": " + description();
    }
}
