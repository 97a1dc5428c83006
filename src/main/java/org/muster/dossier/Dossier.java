package org.muster.dossier;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.muster.text.AtomicFiles;
import org.muster.text.CellText;
import org.muster.text.Problem;

/**
 * Claims, their sources, and the hierarchy that says what adds up to what. A dossier does not know what is computed from it.
 *
 * <pre>{@code
 * Dossier dossier = Dossier.read(Path.of("datasets/manchuria-1945"));
 * Dossier mine = Dossier.of("kursk",
 *         Claim.of("Germany", "tanks lost", "278", "Frieser 2007"),
 *         Claim.of("Germany", "tanks lost", "2,952", "Konev 1948").claimedBy("Soviet Union"));
 * }</pre>
 *
 * <p>Reading never throws because of the content of files: {@link #problems()} lists what could not be read, and the dossier has the rest.
 */
public final class Dossier {

    /** How many errors the message of an exception lists. */
    private static final int MOST_TOLD = 20;

    private final String name;
    private final List<Claim> claims;
    private final Map<String, Source> sources;
    private final Hierarchy hierarchy;
    private final List<WrittenRule> rules;
    private final List<Problem> problems;
    private final OnDisk onDisk;
    private final Origins origins;
    private final Map<Quantity, List<Claim>> byQuantity;

    Dossier(
            String name,
            List<Claim> claims,
            Map<String, Source> sources,
            Hierarchy hierarchy,
            List<WrittenRule> rules,
            List<Problem> problems,
            OnDisk onDisk) {
        this.name = name;
        this.claims = List.copyOf(claims);
        this.sources = new LinkedHashMap<>(sources);
        this.hierarchy = hierarchy;
        this.rules = List.copyOf(rules);
        this.problems = List.copyOf(problems);
        this.onDisk = onDisk;
        this.origins = new Origins(sources);
        this.byQuantity = new LinkedHashMap<>();
        for (Claim claim : claims) {
            byQuantity
                    .computeIfAbsent(claim.quantity(), quantity -> new ArrayList<>())
                    .add(claim);
        }
    }

    /**
     * Returns a dossier of claims made in code. Claims without an id are named {@code C1}, {@code C2} … by position,
     * those without an event belong to the dossier's own, and a source without a description is cited by its text.
     *
     * @param name the dossier's name
     * @param claims the claims, in the order that reports keep
     * @return the dossier
     * @throws IllegalArgumentException if a claim does not fit the others; the message lists all that do not
     */
    public static Dossier of(String name, Claim... claims) {
        return of(name, Arrays.asList(requireNonNull(claims, "claims")));
    }

    /**
     * Returns a dossier of claims made in code.
     *
     * @param name the dossier's name
     * @param claims the claims, in the order that reports keep
     * @return the dossier, as {@link #of(String, Claim...)} makes it
     * @throws IllegalArgumentException if a claim does not fit the others; the message lists all that do not
     */
    public static Dossier of(String name, List<Claim> claims) {
        String kept = CellText.name(requireNonNull(name, "name"));
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("name is blank: reports need one");
        }
        return DossierInCode.of(kept, claims, Map.of(), Hierarchy.BUILT_IN, List.of(), List.of(), OnDisk.NOTHING);
    }

    /**
     * Reads a dossier: a folder with {@code claims.csv} and, if present, {@code sources.csv}, {@code hierarchy.csv},
     * {@code rules.csv} and {@code datapackage.json}; or a single CSV file of claims.
     *
     * @param path the folder, or the file of claims
     * @return what could be read, with the problems of what could not
     * @throws NoSuchFileException if nothing is at the path
     * @throws IOException if a file cannot be opened
     */
    public static Dossier read(Path path) throws IOException {
        return read(path, MissingCodes.NONE);
    }

    /**
     * Reads a dossier in which some cells of {@code claims.csv} mean "missing".
     *
     * @param path the folder, or the file of claims
     * @param missing the cells that mean "missing", column by column
     * @return what could be read, with the problems of what could not, and a warning for every column in which cells
     *     were read as missing
     * @throws NoSuchFileException if nothing is at the path
     * @throws IOException if a file cannot be opened
     */
    public static Dossier read(Path path, MissingCodes missing) throws IOException {
        return read(path, missing, List.of());
    }

    /**
     * Reads a dossier whose figures are written in some languages.
     *
     * @param path the folder, or the file of claims
     * @param missing the cells that mean "missing", column by column
     * @param languages the codes of the languages, the first wins; if empty, those that {@code datapackage.json} names, or
     *     else English
     * @return what could be read, as by {@link #read(Path, MissingCodes)}
     * @throws NoSuchFileException if nothing is at the path
     * @throws IOException if a file cannot be opened
     * @throws IllegalArgumentException if there is no table of words for a language
     */
    public static Dossier read(Path path, MissingCodes missing, List<String> languages) throws IOException {
        requireNonNull(missing, "missing");
        if (Files.notExists(requireNonNull(path, "path"))) {
            throw new NoSuchFileException(
                    path.toString(), null, "expected a folder with claims.csv, or a CSV file of claims");
        }
        return new DossierReader(path, missing, List.copyOf(languages)).read();
    }

    /**
     * Returns this dossier if all of it could be read.
     *
     * @return this
     * @throws IllegalStateException if it has errors; the message lists the first of them
     */
    public Dossier orThrow() {
        List<Problem> errors = errors();
        if (errors.isEmpty()) {
            return this;
        }
        List<String> first =
                errors.stream().limit(MOST_TOLD).map(Problem::toString).toList();
        throw new IllegalStateException(this + ":\n" + String.join("\n", first)
                + (errors.size() > MOST_TOLD ? "\n… and " + (errors.size() - MOST_TOLD) + " more" : ""));
    }

    /**
     * Returns the files of a dossier on disk.
     *
     * @param path the folder, or the file of claims
     * @return the files that {@link #read} reads, those of a folder as far as they are there
     */
    public static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        return Arrays.stream(DossierFile.values())
                .map(file -> path.resolve(file.toString()))
                .filter(Files::isRegularFile)
                .toList();
    }

    /**
     * Returns the names of the files that {@link #write} writes.
     *
     * @return all of them, whether a dossier has them or not
     */
    public static List<String> fileNames() {
        return Arrays.stream(DossierFile.values()).map(DossierFile::toString).toList();
    }

    /**
     * Returns the files of a dossier on disk that are not what the last {@link #write} left: somebody has worked on them.
     *
     * @param folder the folder of a dossier
     * @return the names of its files that have other hashes than {@code datapackage.json} gives, or none there
     * @throws IOException if a file cannot be read
     */
    public static List<String> edited(Path folder) throws IOException {
        return PackageFile.edited(folder);
    }

    /**
     * Writes this dossier as a folder that {@link #read} reads back: {@code claims.csv}, {@code sources.csv},
     * {@code hierarchy.csv}, {@code rules.csv} and {@code datapackage.json}. Files of these names are replaced, all or
     * none; a list of sources, breakdowns or rules that stood there is taken away where this dossier has none.
     *
     * @param folder the folder, created if it does not exist
     * @throws IOException if a file cannot be written
     * @throws IllegalStateException if rows were left out when the dossier, or the one it was made from, was read:
     *     writing would lose them
     */
    public void write(Path folder) throws IOException {
        try (AtomicFiles files = AtomicFiles.in(requireNonNull(folder, "folder"))) {
            write(files);
            files.takePlaces();
        }
    }

    /**
     * Writes this dossier together with other files of its folder.
     *
     * @param files the files, which do not take their places here
     * @throws IOException if a file cannot be written
     * @throws IllegalStateException as {@link #write(Path)} throws it
     */
    public void write(AtomicFiles files) throws IOException {
        int left = errors().size();
        if (left > 0) {
            throw new IllegalStateException("the dossier was read with " + count(left, "error")
                    + "; writing it would lose what was left out: correct " + (left == 1 ? "it" : "them")
                    + " first (see problems())");
        }
        DossierWriter.write(this, files);
    }

    /**
     * Returns this dossier with more claims after its own.
     *
     * @param more claims
     * @return the dossier
     * @throws IllegalArgumentException if a claim does not fit the others; the message lists all that do not
     */
    public Dossier with(Claim... more) {
        List<Claim> all = new ArrayList<>(claims);
        all.addAll(Arrays.asList(requireNonNull(more, "more")));
        return DossierInCode.of(name, all, sources, hierarchy, rules, problems, onDisk);
    }

    /**
     * Returns this dossier with its sources described. Once any source is described, every id that a claim cites must
     * be.
     *
     * @param described sources, which replace those of the same id
     * @return the dossier
     * @throws IllegalArgumentException if a claim cites an id that no source has; the message lists all such claims
     */
    public Dossier with(Source... described) {
        Map<String, Source> all = new LinkedHashMap<>(sources);
        for (Source source : requireNonNull(described, "described")) {
            all.put(source.id(), source);
        }
        return DossierInCode.of(name, claims, all, hierarchy, rules, problems, onDisk);
    }

    /**
     * Returns this dossier with more breakdowns after its own.
     *
     * @param more breakdowns
     * @return the dossier
     * @throws IllegalArgumentException if they form a cycle or do not fit the others; the message lists all faults
     */
    public Dossier with(Breakdown... more) {
        List<Breakdown> own = new ArrayList<>(hierarchy.own());
        own.addAll(Arrays.asList(requireNonNull(more, "more")));
        return DossierInCode.of(name, claims, sources, Hierarchy.of(own), rules, problems, onDisk);
    }

    /**
     * Returns this dossier with more rules after its own. Those without an id are named {@code R1}, {@code R2} … by
     * position, and quantities without an event belong to the dossier's own.
     *
     * @param more rules
     * @return the dossier
     * @throws IllegalArgumentException if an id is used twice, or a rule names a party, place, event, item or state
     *     that no claim or breakdown names; the message lists all faults
     */
    public Dossier with(WrittenRule... more) {
        List<WrittenRule> all = new ArrayList<>(rules);
        all.addAll(Arrays.asList(requireNonNull(more, "more")));
        return DossierInCode.of(name, claims, sources, hierarchy, all, problems, onDisk);
    }

    /**
     * Returns a part of this dossier: the claims about some events, parties, places, items or states, and about what is part
     * of them. Sources, hierarchy, rules and problems stay.
     *
     * @param dimension what the names are names of
     * @param names the names
     * @return the dossier with these claims only, in the same order
     */
    public Dossier only(Dimension dimension, Set<String> names) {
        Set<String> wanted = hierarchy.within(dimension, names);
        int[] places = IntStream.range(0, claims.size())
                .filter(i -> wanted.contains(claims.get(i).quantity().in(dimension)))
                .toArray();
        List<Claim> part = Arrays.stream(places).mapToObj(claims::get).toList();
        return new Dossier(name, part, sources, hierarchy, rules, problems, onDisk.taking(places));
    }

    /**
     * Returns the dossier's name, which is also that of its own event.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the title that {@code datapackage.json} gives.
     *
     * @return the title; the name where there is none
     */
    public String title() {
        return onDisk.title().isEmpty() ? name : onDisk.title();
    }

    /**
     * Returns the line of {@code claims.csv} in which a claim stands.
     *
     * @param index the place of the claim in {@link #claims()}
     * @return the line, from 1; 0 for a claim made in code
     * @throws IndexOutOfBoundsException if there is no such claim
     */
    public int line(int index) {
        return onDisk.line(Objects.checkIndex(index, claims.size()));
    }

    /**
     * Returns the claims that take part in analyses.
     *
     * @return the claims in the dossier's order
     */
    public List<Claim> claims() {
        return claims;
    }

    /**
     * Returns the claims about one quantity.
     *
     * @param quantity a quantity
     * @return the claims in the dossier's order; empty if there are none
     */
    public List<Claim> claims(Quantity quantity) {
        return byQuantity.getOrDefault(quantity, List.of());
    }

    /**
     * Returns the quantities that claims are about.
     *
     * @return each once, in the order of their first claims
     */
    public List<Quantity> quantities() {
        return List.copyOf(byQuantity.keySet());
    }

    /**
     * Returns the sources that are described.
     *
     * @return the sources in the dossier's order; empty if sources are cited by their text
     */
    public List<Source> sources() {
        return List.copyOf(sources.values());
    }

    /**
     * Returns a cited source.
     *
     * @param id the id that a claim cites
     * @return the source; if it is not described, only its id is known
     */
    public Source source(String id) {
        Source source = sources.get(CellText.name(requireNonNull(id, "id")));
        return source == null ? Source.of(id) : source;
    }

    /**
     * Returns who speaks in a claim: the claimant where one is given; else, for each of its sources, the origin at the
     * end of the chain of copies, or the source itself.
     *
     * @param claim one of the dossier's claims
     * @return the voices, each once
     */
    public Set<String> voices(Claim claim) {
        return origins.voices(claim);
    }

    /**
     * Returns who speaks where a source gives a claim and names no claimant.
     *
     * @param claim one of the dossier's claims
     * @param source the id of one of its sources
     * @return the work at the end of the chain of copies; the source itself where it copies nothing
     */
    public String voice(Claim claim, String source) {
        return origins.voice(claim, source);
    }

    /**
     * Returns what a source copies where it gives a claim: its origin, what that copies, and so on to the end. Sources
     * that copy one another in a circle have no origin, so that a chain which leads into a circle ends where it does.
     *
     * @param claim one of the dossier's claims, whose own origin stands before that of its source
     * @param source the id of one of its sources
     * @return the ids of sources, or names of origins that are no source, from the nearest; empty where nothing is copied
     */
    public List<String> copied(Claim claim, String source) {
        return origins.copied(claim, source);
    }

    /**
     * Returns the nearest work that a source copies where it gives a claim.
     *
     * @param claim one of the dossier's claims, whose own origin stands before that of its source
     * @param source the id of one of its sources
     * @return the id of a source, or the name of an origin that is no source; blank where nothing is copied
     */
    public String copiedBy(Claim claim, String source) {
        return origins.copiedBy(claim, source);
    }

    /**
     * Returns what a work copies.
     *
     * @param source the id of a source, or the name of an origin
     * @return its origin; blank where it copies nothing, and where works copy one another in a circle
     */
    public String origin(String source) {
        return origins.of(source);
    }

    /**
     * Returns what adds up to what.
     *
     * @return the hierarchy
     */
    public Hierarchy hierarchy() {
        return hierarchy;
    }

    /**
     * Returns the rules of the dossier in addition to those of its hierarchy.
     *
     * @return the rules in the dossier's order
     */
    public List<WrittenRule> rules() {
        return rules;
    }

    /**
     * Returns the problems: what could not be read or does not fit.
     *
     * @return the problems by file and line; empty for a dossier made in code; for one derived from a dossier that was
     *     read, those of the original
     */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * Returns the problems because of which something was left out.
     *
     * @return the errors, by file and line
     */
    public List<Problem> errors() {
        return problems.stream().filter(Problem::isError).toList();
    }

    /**
     * Returns the name and size: {@code manchuria-1945: 80 claims about 71 quantities from 12 sources, no problems}.
     */
    @Override
    public String toString() {
        Set<String> cited = new LinkedHashSet<>();
        for (Claim claim : claims) {
            cited.addAll(claim.sources());
        }
        return name + ": " + count(claims.size(), "claim") + " about "
                + (byQuantity.size() == 1 ? "1 quantity" : byQuantity.size() + " quantities") + " from "
                + count(cited.size(), "source") + ", "
                + (problems.isEmpty() ? "no problems" : count(problems.size(), "problem"));
    }

    private static String count(long number, String noun) {
        return number == 1 ? "1 " + noun : number + " " + noun + "s";
    }
}
