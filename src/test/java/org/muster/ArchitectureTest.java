package org.muster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A package imports only from floors below its own (docs/architecture.md). */
@AnalyzeClasses(packages = "org.muster", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("text", 0),
            Map.entry("interval", 0),
            Map.entry("exact", 1),
            Map.entry("statistics", 2),
            Map.entry("rows", 2),
            Map.entry("meta", 3),
            Map.entry("capture", 3),
            Map.entry("tablesaw", 3),
            Map.entry("figure", 3),
            Map.entry("reading", 4),
            Map.entry("dossier", 5),
            Map.entry("importing.infobox", 6),
            Map.entry("importing.table", 6),
            Map.entry("compare", 7),
            Map.entry("adjust", 2),
            Map.entry("propagate", 2),
            Map.entry("check", 8),
            Map.entry("combine", 8),
            Map.entry("summarize", 8),
            Map.entry("reconcile", 9),
            Map.entry("plot", 10),
            Map.entry("report", 11),
            Map.entry("cli", 12));

    @ArchTest
    static final ArchRule floors = classes().should(new ArchCondition<>("import only from floors below") {
        @Override
        public void check(JavaClass item, ConditionEvents events) {
            item.getDirectDependenciesFromSelf().forEach(dependency -> {
                JavaClass target = dependency.getTargetClass();
                if (target.getPackageName().startsWith("org.muster")
                        && !target.getPackageName().equals(item.getPackageName())
                        && floor(target) >= floor(item)) {
                    events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                }
            });
        }
    });

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.muster.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule groundFloorImportsTheJdkOnly = noClasses()
            .that()
            .resideInAPackage("org.muster.interval")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are neither of the JDK nor of the package",
                    target -> !target.getPackageName().startsWith("java")
                            && !target.getPackageName().equals("org.muster.interval")
                            && !target.getPackageName().startsWith("org.jspecify")));

    /**
     * Analyses and what they are about may be shared between threads, so what they hold does not change. ClaimRows writes a
     * file; Findings are filled while they are made; an accumulator is there to change.
     */
    @ArchTest
    static final ArchRule publicClassesDoNotChange = fields().that()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(
                    "org.muster.interval",
                    "org.muster.exact",
                    "org.muster.statistics",
                    "org.muster.adjust",
                    "org.muster.figure",
                    "org.muster.reading",
                    "org.muster.dossier",
                    "org.muster.compare",
                    "org.muster.combine",
                    "org.muster.check",
                    "org.muster.reconcile",
                    "org.muster.report",
                    "org.muster.plot")
            .and()
            .areDeclaredInClassesThat()
            .haveNameNotMatching(".*\\.(ClaimRows|Findings|QuantityAccumulator)")
            .should()
            .beFinal();

    /** What the README says these packages need, so that its readers may exclude the rest. */
    @ArchTest
    static final ArchRule exactImportsTheJdkOnly = noClasses()
            .that()
            .resideInAPackage("org.muster.exact")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "org.jspecify..", "org.muster.interval", "org.muster.exact");

    @ArchTest
    static final ArchRule statisticsImportCommonsMathOnly = noClasses()
            .that()
            .resideInAnyPackage("org.muster.statistics", "org.muster.adjust")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java..",
                    "org.jspecify..",
                    "org.apache.commons.math3..",
                    "org.muster.interval",
                    "org.muster.exact",
                    "org.muster.statistics",
                    "org.muster.adjust");

    @ArchTest
    static final ArchRule tablesawStaysInItsFloor = noClasses()
            .that()
            .resideOutsideOfPackage("org.muster.tablesaw")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tech.tablesaw..");

    @ArchTest
    static void everyPackageHasAFloor(JavaClasses classes) {
        Set<String> packages = new TreeSet<>();
        classes.forEach(type -> packages.add(type.getPackageName().substring("org.muster.".length())));
        assertEquals(new TreeSet<>(FLOORS.keySet()), packages);
    }

    private static int floor(JavaClass type) {
        return FLOORS.getOrDefault(type.getPackageName().substring("org.muster.".length()), -1);
    }
}
