package org.muster.summarize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.muster.dossier.Quantity;
import org.muster.text.CellText;
import org.muster.text.Excerpt;

/** By which columns of their quantities claims are grouped. */
public final class Grouping {

    /** A column of a quantity. */
    enum Part {
        EVENT,
        PARTY,
        PLACE,
        MEASURE,
        SCOPE;

        String of(Quantity quantity) {
            return switch (this) {
                case EVENT -> quantity.event();
                case PARTY -> quantity.party();
                case PLACE -> quantity.place();
                case MEASURE -> quantity.measure().toString();
                case SCOPE -> quantity.scope();
            };
        }

        /** Returns the heading. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final List<Part> parts;

    private Grouping(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a grouping.
     *
     * @param text some of {@code event,party,place,measure,scope}, separated by commas, in the order of the result's columns
     * @return the grouping
     * @throws IllegalArgumentException if a name is another or stands twice, or there is none
     */
    public static Grouping parse(String text) {
        List<Part> parts = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            String stripped = CellText.strip(name);
            parts.add(Arrays.stream(Part.values())
                    .filter(part -> part.toString().equals(stripped))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(Excerpt.quoted(stripped)
                            + " is no column of a quantity; expected some of "
                            + Arrays.stream(Part.values()).map(Part::toString).collect(Collectors.joining(", ")))));
        }
        if (new LinkedHashSet<>(parts).size() < parts.size()) {
            throw new IllegalArgumentException(Excerpt.quoted(text) + " names a column twice");
        }
        return new Grouping(parts);
    }

    /**
     * Returns the headings of the columns that the claims of a group have in common.
     *
     * @return some of {@code event}, {@code party}, {@code place}, {@code measure}, {@code scope}, in order
     */
    public List<String> headings() {
        return parts.stream().map(Part::toString).toList();
    }

    /** The group of a quantity. */
    List<String> key(Quantity quantity) {
        return parts.stream().map(part -> part.of(quantity)).toList();
    }

    /** Returns the columns, separated by commas. */
    @Override
    public String toString() {
        return String.join(",", headings());
    }
}
