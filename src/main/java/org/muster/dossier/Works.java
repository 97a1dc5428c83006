package org.muster.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The works that claims may cite and what these copy, read before the claims. */
public final class Works {

    private final Dossier dossier;
    private final Predicate<String> isKnown;

    Works(Dossier dossier, Predicate<String> isKnown) {
        this.dossier = dossier;
        this.isKnown = isKnown;
    }

    /**
     * Reads a list of works.
     *
     * @param sources a file in the form of {@code sources.csv}
     * @return the works; what could not be read is among the problems of {@link #dossier}
     * @throws IOException if the file cannot be read
     */
    public static Works read(Path sources) throws IOException {
        if (!Files.exists(sources)) {
            throw new NoSuchFileException(sources.toString());
        }
        return new DossierReader(sources, MissingCodes.NONE, List.of()).works();
    }

    /**
     * Reads a list of works that is no file here, but in another place.
     *
     * @param name what its problems call it
     * @param content what a {@code sources.csv} holds
     * @return the works; what could not be read is among the problems of {@link #dossier}
     */
    public static Works read(String name, byte[] content) {
        return new DossierReader(Path.of(name), MissingCodes.NONE, List.of()).works(content);
    }

    /**
     * Returns that any work may be cited, and that none copies another.
     *
     * @return works without a list
     */
    public static Works any() {
        return new Works(
                new Dossier("works", List.of(), Map.of(), Hierarchy.BUILT_IN, List.of(), List.of(), OnDisk.NOTHING),
                id -> true);
    }

    /**
     * Returns whether a work may be cited.
     *
     * @param id its id
     * @return whether the list has it, or a row that cannot be read; any if there is no list
     */
    public boolean isKnown(String id) {
        return isKnown.test(id);
    }

    /**
     * Returns whether one of the works copies another.
     *
     * @return whether a source has an origin
     */
    public boolean haveOrigins() {
        return dossier.sources().stream().anyMatch(source -> !source.origin().isEmpty());
    }

    /**
     * Returns the works as the sources of a dossier.
     *
     * @return a dossier without claims
     */
    public Dossier dossier() {
        return dossier;
    }
}
