package org.muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.muster.dossier.Dossier;
import org.muster.report.DataPackage;
import org.muster.report.Problems;
import org.muster.report.Report;
import org.muster.text.AtomicFiles;
import org.muster.text.Problem;

/** The folder into which a dossier is imported: what stands there might be work that nobody wants to lose. */
final class ImportFolder {

    private static final String CLAIMS = "claims.csv";
    private static final String PROBLEMS = "problems.csv";

    /** What an import writes beside its problems. */
    @FunctionalInterface
    interface Content {

        /** Writes the dossier, and returns the problems of what it was made from. */
        List<Problem> writeTo(AtomicFiles files) throws IOException;
    }

    private final Path folder;
    private final List<Path> inputs;
    private final boolean replace;

    private ImportFolder(Path folder, List<Path> inputs, boolean replace) {
        this.folder = folder;
        this.inputs = inputs;
        this.replace = replace;
    }

    /**
     * Checks a folder.
     *
     * @param inputs the files of the import, which it must not replace
     * @param replace whether a dossier that was edited may be replaced
     * @throws IllegalArgumentException if the import would spoil what stands there
     */
    static ImportFolder of(Path folder, List<Path> inputs, boolean replace) throws IOException {
        ImportFolder checked = new ImportFolder(folder, inputs, replace);
        checked.check();
        return checked;
    }

    /** Writes the dossier and its problems, all or nothing. */
    void write(Content content) throws IOException {
        try (AtomicFiles files = AtomicFiles.in(folder)) {
            check(); // what a killed run left has taken its places now
            List<Problem> problems = content.writeTo(files);
            if (problems.isEmpty()) {
                files.remove(PROBLEMS);
            } else {
                Report.write(files, new Problems(problems));
            }
            files.takePlaces();
        }
    }

    private void check() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--out " + folder + " is a file; expected a folder, or a name for one");
        }
        List<String> names = new ArrayList<>(Dossier.fileNames());
        names.add(PROBLEMS);
        DataPackage.checkInputs(folder, names, inputs);
        if (!Files.exists(folder.resolve(CLAIMS))) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.anyMatch(file -> !file.endsWith(AtomicFiles.HIDDEN))) {
                    throw new IllegalArgumentException("--out " + folder
                            + " is not empty and holds no dossier; expected a folder that is, or a name for one");
                }
            }
        } else if (!replace) {
            List<String> edited = Dossier.edited(folder);
            if (!edited.isEmpty()) {
                throw new IllegalArgumentException("--out " + folder + " holds a dossier that an import would spoil: "
                        + String.join(", ", edited)
                        + " is not what the last import wrote; expected another folder, or --replace");
            }
        }
    }
}
