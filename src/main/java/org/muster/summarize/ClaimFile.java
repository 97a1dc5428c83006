package org.muster.summarize;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.muster.dossier.ClaimRowReader;
import org.muster.dossier.ClaimRows;
import org.muster.text.CellText;
import org.muster.text.CsvBlocks;
import org.muster.text.InputFile;

/**
 * A file of claims among those that are summarized.
 *
 * @param path where it is
 * @param name what problems call it: its name or, of several files, its path as given
 * @param prefix what stands before the ids of its claims, to tell the files apart
 */
public record ClaimFile(Path path, String name, String prefix) {

    private static final String CLAIMS = "claims.csv";
    private static final String GZIP = ".gz";
    private static final int BUFFER = 1 << 16;
    private static final int TRAILER = 8; // bytes of checksum and length behind the data of gzip

    /** Checks that these are files, each given once. */
    static List<ClaimFile> of(List<Path> paths) throws IOException {
        for (Path path : paths) {
            check(path);
        }
        InputFile.requireEachOnce(paths);
        List<ClaimFile> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(
                    paths.size() > 1
                            ? new ClaimFile(path, path.toString(), path + ":")
                            : new ClaimFile(path, String.valueOf(path.getFileName()), ""));
        }
        return files;
    }

    private static void check(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        String other = InputFile.otherThanFile(path);
        if (Files.isDirectory(path)) {
            throw new IOException(
                    path + " is a folder; expected a CSV file of claims, such as " + path.resolve(CLAIMS));
        }
        if (!other.isEmpty()) {
            throw new IOException(path + " is " + other
                    + ", which cannot be read, since files are read in parts; expected a CSV file of claims");
        }
    }

    /**
     * Returns the event of rows that name none.
     *
     * @return for {@code claims.csv} its folder's name, as of a dossier; else that of the file, without its endings
     */
    public String event() {
        Path absolute = path.toAbsolutePath().normalize();
        String last = String.valueOf(absolute.getFileName());
        last = last.endsWith(GZIP) ? last.substring(0, last.length() - GZIP.length()) : last;
        Path folder = absolute.getParent();
        if (last.equals(CLAIMS) && folder != null) {
            last = folder.getFileName() == null ? "" : folder.getFileName().toString();
        } else {
            int dot = last.lastIndexOf('.');
            last = dot > 0 ? last.substring(0, dot) : last;
        }
        String event = CellText.name(last);
        return event.isEmpty() ? "dossier" : event;
    }

    /** Opens the file. */
    CsvBlocks blocks() throws IOException {
        return blocks(Files.newInputStream(path));
    }

    /**
     * Begins to read the file, which may be compressed by gzip.
     *
     * @param content its bytes, which are closed with the blocks
     * @return its rows
     * @throws IOException if it cannot be read
     */
    public CsvBlocks blocks(InputStream content) throws IOException {
        InputStream in = new BufferedInputStream(content, BUFFER);
        try {
            in.mark(2);
            boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
            in.reset();
            return CsvBlocks.of(
                    name,
                    gzip ? unpacked(in) : in,
                    ClaimRowReader.required(),
                    ClaimRows.columns(),
                    ClaimRowReader::isWhole);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private InputStream unpacked(InputStream packed) throws IOException {
        try {
            return new GZIPInputStream(packed, BUFFER) {
                @Override
                public int read(byte[] to, int from, int length) throws IOException {
                    try {
                        int got = super.read(to, from, length);
                        if (got < 0 && (inf.getRemaining() > TRAILER || in.available() > 0)) {
                            throw new ZipException("something else follows"); // which Java ignores
                        }
                        return got;
                    } catch (EOFException | ZipException e) {
                        throw unreadable(e);
                    }
                }
            };
        } catch (EOFException | ZipException e) {
            throw unreadable(e);
        }
    }

    private IOException unreadable(IOException e) {
        return new IOException(
                path + ": the compressed data " + (e instanceof EOFException ? "end too early" : "are damaged"), e);
    }
}
