package org.muster.dossier;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.muster.reading.FigureReader;
import org.muster.text.CellText;
import org.muster.text.Excerpt;
import org.muster.text.InputFile;
import org.muster.text.Lines;
import org.muster.text.Problem;
import org.muster.text.Problem.Severity;
import org.muster.text.SafeText;
import org.muster.text.Sha256;
import org.muster.text.Utf8;

/** What the {@code datapackage.json} of a dossier says: its name, and which files belong to it. */
final class PackageFile {

    private static final String FILE = DossierFile.PACKAGE.toString();
    private static final Pattern WEB_ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> hashes = new LinkedHashMap<>(); // of the listed files, as far as they are given
    private final List<String> languages = new ArrayList<>();
    private String name = "";
    private String title = "";

    private PackageFile() {}

    /**
     * Reads the file.
     *
     * @param bytes what it holds
     * @param folder the folder in which it stands
     */
    static PackageFile read(byte[] bytes, Path folder) {
        PackageFile file = new PackageFile();
        Lines lines = Utf8.decode(bytes);
        if (lines.isBroken(1, lines.count())) {
            file.error("this is not UTF-8; expected UTF-8: save the file again");
        }
        try {
            // A number is kept as it is written: nothing here needs one, and a long one takes long to work out.
            file.read(JsonParser.object().withLazyNumbers().from(lines.text()), folder);
        } catch (StackOverflowError e) { // the parser descends into what is nested
            file.error("this is nested too deeply to be read");
        } catch (JsonParserException e) {
            int line = e.getLinePosition();
            file.problems.add(new Problem(
                    FILE,
                    line,
                    "",
                    Severity.ERROR,
                    "this is not JSON: " + Excerpt.of(String.valueOf(e.getMessage())),
                    line >= 1 && line <= lines.count() ? lines.between(line, line) : ""));
        }
        return file;
    }

    /** Returns the names of the files of a dossier whose hashes are not those that the file in its folder gives. */
    static List<String> edited(Path folder) throws IOException {
        Path described = folder.resolve(FILE);
        Map<String, String> hashes =
                Files.isRegularFile(described) ? read(InputFile.bytes(described), folder).hashes : Map.of();
        List<String> edited = new ArrayList<>();
        for (DossierFile file : DossierFile.values()) {
            Path path = folder.resolve(file.toString());
            if (file != DossierFile.PACKAGE && Files.exists(path)) {
                boolean same =
                        Files.isRegularFile(path) && Sha256.of(path).hash().equals(hashes.get(file.toString()));
                if (!same) {
                    edited.add(file.toString());
                }
            }
        }
        return edited;
    }

    private void error(String message) {
        problems.add(new Problem(FILE, 0, "", Severity.ERROR, message, ""));
    }

    private void read(JsonObject described, Path folder) {
        if (described.has("name")) {
            if (!described.isString("name")) {
                error("the name is no text; expected \"name\": \"…\"");
            } else if (SafeText.hasLoneSurrogate(described.getString("name", ""))) {
                error("the name holds half of a character (a lone surrogate)");
            } else {
                name = described.getString("name", "");
            }
        }
        Object given = described.get("languages");
        if (given != null) {
            readLanguages(given);
        }
        String headed = described.getString("title", "");
        title = SafeText.hasLoneSurrogate(headed) ? "" : CellText.name(headed);
        if (described.has("resources")) {
            if (described.get("resources") instanceof JsonArray resources) {
                resources.forEach(resource -> readResource(resource, folder));
            } else {
                error("\"resources\" is no list; expected one of the files of the dossier");
            }
        }
    }

    private void readLanguages(Object given) {
        List<String> known = FigureReader.languages();
        for (Object language : given instanceof JsonArray several ? several : List.of("")) {
            if (language instanceof String code && known.contains(code)) {
                languages.add(code);
            } else {
                error("\"languages\" has " + Excerpt.quoted(String.valueOf(language)) + "; expected a list of some of: "
                        + String.join(", ", known));
            }
        }
    }

    private void readResource(Object resource, Path folder) {
        if (!(resource instanceof JsonObject object)) {
            error("a resource is no object; expected {\"path\": \"…\"}");
            return;
        }
        List<Object> paths = new ArrayList<>();
        if (object.get("path") instanceof JsonArray several) {
            paths.addAll(several);
        } else if (object.has("path")) {
            paths.add(Optional.ofNullable(object.get("path")).orElse(""));
        }
        for (Object path : paths) {
            if (path instanceof String text) {
                hashes.put(text, object.getString("hash", ""));
                checkListed(text, folder);
            } else {
                error("the path of a resource is no text; expected the name of a file");
            }
        }
    }

    private void checkListed(String listed, Path folder) {
        if (WEB_ADDRESS.matcher(listed).matches() || isThere(listed, folder)) {
            return;
        }
        boolean isRead = false;
        for (DossierFile file : DossierFile.values()) {
            isRead |= file != DossierFile.CLAIMS && file.toString().equals(listed);
        }
        if (!listed.equals(DossierFile.CLAIMS.toString())) { // that is reported in any case
            problems.add(new Problem(
                    Excerpt.of(listed),
                    0,
                    "",
                    isRead ? Severity.ERROR : Severity.WARNING,
                    "the file is missing, although " + FILE + " lists it",
                    ""));
        }
    }

    private static boolean isThere(String listed, Path folder) {
        try {
            return Files.exists(folder.resolve(listed), LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The dossier's name; blank where the file gives none. */
    String name() {
        return name;
    }

    /** The languages in which figures are written, as far as they are known; empty where the file names none. */
    List<String> languages() {
        return languages;
    }

    /** The dossier's title; blank where the file gives none. */
    String title() {
        return title;
    }

    List<Problem> problems() {
        return problems;
    }
}
