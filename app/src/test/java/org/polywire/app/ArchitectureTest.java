package org.polywire.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The borders between the modules, as the table in ARCHITECTURE.md draws them. */
@AnalyzeClasses(packages = "org.polywire", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int LEAST_CLASSES = 200;
    private static final List<String> STEPS = List.of(
            "model",
            "language",
            "gather",
            "extract",
            "translate",
            "check",
            "story",
            "publish",
            "search",
            "connect",
            "store");

    /** Module → the modules that it may use. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("model", List.of()),
            Map.entry("language", List.of("model")),
            Map.entry("gather", List.of("model")),
            Map.entry("extract", List.of("model", "language")),
            Map.entry("translate", List.of("model", "language", "marian")),
            Map.entry("check", List.of("model", "language")),
            Map.entry("story", List.of("model")),
            Map.entry("marian", List.of()),
            Map.entry("publish", List.of("model")),
            Map.entry("search", List.of("model")),
            Map.entry("connect", List.of("model", "gather", "publish")),
            Map.entry("store", List.of("model")),
            Map.entry("samples", List.of()),
            Map.entry("pipeline", STEPS));

    @ArchTest
    static void arrowsOnlyGoDown(JavaClasses all) {
        ARROWS.entrySet().forEach(arrow -> onlyUses(arrow).check(all));
    }

    private static ArchRule onlyUses(Entry<String, List<String>> arrow) {
        String[] allowed = Stream.concat(Stream.of(arrow.getKey()), arrow.getValue().stream())
                .map(ArchitectureTest::packages)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(packages(arrow.getKey()))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.polywire.."))
                        .or(JavaClass.Predicates.resideInAnyPackage(allowed)));
    }

    private static String packages(String module) {
        return "org.polywire." + module + "..";
    }

    @ArchTest
    static final ArchRule theModelStandsAlone = classes()
            .that()
            .resideInAPackage("org.polywire.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.polywire.model..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule onlyTheBenchUsesTheProgram = noClasses()
            .that()
            .resideOutsideOfPackages("org.polywire.app..", "org.polywire.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.polywire.app..", "org.polywire.bench..");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.polywire.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheProgramSpeaks = noClasses()
            .that()
            .resideOutsideOfPackages("org.polywire.app..", "org.polywire.bench..")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule noGenericExceptions = GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses all) {
        assertThat(all.stream()
                        .filter(type -> !type.getName().startsWith("org.polywire.testkit"))
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName))
                .isEmpty();
    }

    @ArchTest
    static void theModulesWereSeen(JavaClasses all) {
        assertThat(all).hasSizeGreaterThan(LEAST_CLASSES);
        assertThat(ARROWS.keySet())
                .allSatisfy(module -> assertThat(all.contain("org.polywire." + module + ".package-info"))
                        .as(module)
                        .isTrue());
    }
}
