package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muster.reading.FigureReader;
import org.muster.text.ResourceTable;

/** A kind of infobox: its templates, its language, and what its fields are about, from {@code infoboxes.csv}. */
final class InfoboxKind {

    /** What a field is about. */
    enum Role {
        TITLE,
        PLACE,
        PARTY,
        STRENGTH,
        LOSSES,
        LOSSES_OF_ALL,
        DEATHS,
        WOUNDED,
        CAPTURED,
        MISSING,
        PERPETRATORS,
        PERPETRATOR_STRENGTH,
        STRENGTH_OF_VICTIMS,
        NOTES
    }

    /** A field of a template: what it is about, and its column where it has one: {@code 2a}. */
    record Use(Role role, String column) {}

    private static final String ENGLISH = "en";
    private static final String LANGUAGE = "language";
    private static final String TEMPLATES = "templates";
    private static final int LONGEST_COLUMN = 2;
    private static final List<InfoboxKind> KINDS = kinds();

    private final String language;
    private final List<String> templates;
    /** The roles of fields by their names, of which a column follows where they end in {@code #}. */
    private final Map<String, Role> fields = new HashMap<>();

    private InfoboxKind(String language, List<String> templates) {
        this.language = language;
        this.templates = templates;
    }

    private static List<InfoboxKind> kinds() {
        Map<String, Map<String, List<String>>> rows = new LinkedHashMap<>();
        for (List<String> row : ResourceTable.rows(InfoboxKind.class, "infoboxes.csv", "kind", "role", "names")) {
            rows.computeIfAbsent(row.get(0), kind -> new LinkedHashMap<>())
                    .put(row.get(1), ResourceTable.phrases(row.get(2)));
        }
        List<InfoboxKind> kinds = new ArrayList<>();
        for (Map<String, List<String>> roles : rows.values()) {
            InfoboxKind kind = new InfoboxKind(
                    String.join("", roles.getOrDefault(LANGUAGE, List.of())), roles.getOrDefault(TEMPLATES, List.of()));
            roles.forEach((role, names) -> {
                if (!role.equals(LANGUAGE) && !role.equals(TEMPLATES)) {
                    Role meant = Role.valueOf(role.replace(' ', '_').toUpperCase(Locale.ROOT));
                    names.forEach(name -> kind.fields.put(name, meant));
                }
            });
            kinds.add(kind);
        }
        return List.copyOf(kinds);
    }

    /** Returns the kind of an English infobox about a conflict, of which a copied page may be. */
    static InfoboxKind conflict() {
        return KINDS.get(0);
    }

    /**
     * Returns the kind of a template: by its name or, of another template that is called infobox, by its fields about
     * belligerents, strengths or losses of a conflict.
     */
    static Optional<InfoboxKind> of(Template template) {
        for (InfoboxKind kind : KINDS) {
            if (kind.templates.contains(template.name())) {
                return Optional.of(kind);
            }
        }
        boolean box = template.name().startsWith("infobox");
        return box && conflict().speaksOfForces(template) ? Optional.of(conflict()) : Optional.empty();
    }

    /** Returns whether a template of this name can be an infobox. */
    static boolean isOne(String template) {
        return template.startsWith("infobox") || KINDS.stream().anyMatch(kind -> kind.templates.contains(template));
    }

    /** Returns whether the template has a field about belligerents, strengths or losses. */
    boolean speaksOfForces(Template template) {
        return template.named().keySet().stream()
                .anyMatch(key -> use(key).filter(
                                use -> use.role() != Role.TITLE && use.role() != Role.PLACE && use.role() != Role.NOTES)
                        .isPresent());
    }

    /** Returns what a field is about, by its name in lower case. */
    Optional<Use> use(String field) {
        Role whole = fields.get(field);
        if (whole != null) {
            return Optional.of(new Use(whole, ""));
        }
        for (int length = 0; length <= LONGEST_COLUMN && length < field.length(); length++) {
            String column = field.substring(field.length() - length);
            Role role = fields.get(field.substring(0, field.length() - length) + "#");
            if (role != null && column.chars().allMatch(Character::isLetterOrDigit)) {
                return Optional.of(new Use(role, column));
            }
        }
        return Optional.empty();
    }

    /** Returns whether it is about an attack, in which nobody fights on a side. */
    boolean isAttack() {
        return !fields.containsValue(Role.PARTY);
    }

    String language() {
        return language;
    }

    /** Returns a reader of its language; English words stand in the boxes of all. */
    FigureReader reader() {
        return language.equals(ENGLISH) ? FigureReader.english() : FigureReader.of(List.of(language));
    }

    /** Returns whether words that begin with a capital are names: nouns do so in German. */
    boolean capitalsAreNames() {
        return !language.equals("de");
    }

    /** Returns whether only words that begin with a capital name a people: Swedes, in other languages svedesi. */
    boolean peoplesHaveCapitals() {
        return language.equals(ENGLISH);
    }
}
