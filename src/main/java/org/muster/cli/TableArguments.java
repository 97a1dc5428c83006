package org.muster.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.importing.table.TableOptions;
import org.muster.text.Excerpt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that say how a table is written, where that is not to be found out. */
final class TableArguments {

    private static final String FOUND_OUT = " Found out if not given.";

    private final OptionSpec delimiter =
            text("--delimiter", "SIGN", "What stands between two cells: a character, or the word tab." + FOUND_OUT);
    private final OptionSpec encoding =
            text("--encoding", "NAME", "How characters are encoded: UTF-8, windows-1252, windows-1251 …" + FOUND_OUT);
    private final OptionSpec decimal = text(
            "--decimal",
            "SIGN",
            "The sign before decimals, a point or a comma; the other parts thousands." + FOUND_OUT);
    private final OptionSpec header = OptionSpec.builder("--header")
            .paramLabel("N")
            .type(Integer.class)
            .description("How many lines the header has." + FOUND_OUT)
            .build();
    private final OptionSpec sheet = text("--sheet", "NAME", "The sheet of an Excel file; the first if not given.");

    private static OptionSpec text(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    void addTo(CommandSpec spec) {
        all().forEach(spec::addOption);
    }

    /** Whether one of the options is given. */
    boolean isGiven() {
        return !given().isEmpty();
    }

    /** Returns the options that are given with their values, word by word, as another command takes them. */
    List<String> given() {
        return all().stream()
                .filter(option -> option.getValue() != null)
                .flatMap(option -> Stream.of(option.longestName(), Objects.toString(option.getValue())))
                .toList();
    }

    private List<OptionSpec> all() {
        return List.of(delimiter, encoding, decimal, header, sheet);
    }

    /** Returns what is given. */
    TableOptions options() {
        Integer lines = header.getValue();
        if (lines != null && (lines < 1 || lines > 20)) {
            throw new IllegalArgumentException("--header " + lines + " is not from 1 to 20");
        }
        return new TableOptions(
                given(delimiter).map(TableArguments::delimiter),
                given(encoding).map(TableArguments::encoding),
                given(decimal).map(TableArguments::isComma),
                lines == null ? OptionalInt.empty() : OptionalInt.of(lines),
                given(sheet));
    }

    private static Optional<String> given(OptionSpec option) {
        @Nullable String value = option.getValue();
        return Optional.ofNullable(value);
    }

    private static char delimiter(String text) {
        if (text.equalsIgnoreCase("tab") || text.equals("\\t")) {
            return '\t';
        }
        if (text.length() != 1 || text.charAt(0) == '"' || text.charAt(0) == '\n' || text.charAt(0) == '\r') {
            throw new IllegalArgumentException(
                    "--delimiter " + Excerpt.quoted(text) + " is not one character, or the word tab");
        }
        return text.charAt(0);
    }

    private static Charset encoding(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException(
                    "--encoding " + Excerpt.quoted(name) + " is not known; expected such as UTF-8 or windows-1252", e);
        }
    }

    private static boolean isComma(String sign) {
        if (!sign.equals(",") && !sign.equals(".")) {
            throw new IllegalArgumentException("--decimal " + Excerpt.quoted(sign) + " is not . or ,");
        }
        return sign.equals(",");
    }
}
