package org.muster.report;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * How reports were asked for, as the data package beside them says it, so that they can be made again.
 *
 * @param command the command; blank where code asked
 * @param arguments its arguments as typed, without the folder of the reports
 * @param inputs the files that were read
 */
public record Run(String command, List<String> arguments, List<Path> inputs) {

    /** Reports that code asked for. */
    public static final Run IN_CODE = new Run("", List.of(), List.of());

    /** Copies the lists. */
    public Run {
        requireNonNull(command, "command");
        arguments = List.copyOf(arguments);
        inputs = List.copyOf(inputs);
    }
}
