package org.muster.report;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * How reports were requested, as recorded in their data package, so that they can be reproduced.
 *
 * @param command the command; blank where code requested them
 * @param arguments its arguments as typed, without the output folder
 * @param inputs the files that were read
 */
public record Run(String command, List<String> arguments, List<Path> inputs) {

    /** Reports requested by code. */
    public static final Run IN_CODE = new Run("", List.of(), List.of());

    /** Copies the lists. */
    public Run {
        requireNonNull(command, "command");
        arguments = List.copyOf(requireNonNull(arguments, "arguments"));
        inputs = List.copyOf(requireNonNull(inputs, "inputs"));
    }
}
