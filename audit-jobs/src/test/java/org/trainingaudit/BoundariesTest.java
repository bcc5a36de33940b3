package org.trainingaudit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.trainingaudit.trail.TrailVerifier;

/** The borders that the design draws between packages. */
class BoundariesTest {

    private static final String ROOT = "org.trainingaudit";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** Which feature may use which; a feature that isn't here may not exist. Faces use what they show, never how it is found. */
    private static final Map<String, Set<String>> MAY_USE = table("""
            hash:
            bulk:
            disk:
            paging:
            zip:
            config: hash
            taxonomy: config
            trail: bulk disk zip
            dataset: config disk hash
            detection: config hash taxonomy dataset
            lineage:
            use: config hash taxonomy dataset detection lineage
            regime: config hash taxonomy use
            provider: config use
            finding: config hash paging regime use
            csv: disk hash
            report: config disk hash taxonomy use regime trail csv
            bundle: disk hash trail report zip
            setup: config taxonomy dataset detection use provider regime finding trail report
            nightly: bulk disk setup hash config taxonomy dataset detection use provider regime finding trail
                csv report
            notice: nightly setup hash use regime finding
            access: dataset setup trail view
            database: disk setup
            view: setup bulk paging use trail
            operate: access database view nightly notice setup disk hash config taxonomy dataset detection use
                provider regime finding trail report
            schedule: access notice operate view setup trail
            cluster: access operate hash nightly setup dataset trail
            api: access operate view nightly setup config use regime finding
            console: access operate schedule view nightly setup config dataset use regime finding trail
            cli: access database cluster schedule view api console notice operate nightly setup disk config
                dataset detection use regime finding trail report csv bundle
            """);

    private static Map<String, Set<String>> table(String rows) {
        return rows.replaceAll("\n +", " ")
                .lines()
                .map(row -> row.split(": ?", 2))
                .collect(Collectors.toMap(
                        row -> row[0],
                        row -> Arrays.stream(row[1].split(" ", -1))
                                .filter(name -> !name.isEmpty())
                                .collect(Collectors.toSet())));
    }

    @Test
    void hidesWhatIsPrivateToAFeature() {
        ApplicationModules.of(AuditApplication.class).verify();
    }

    @Test
    void lookOnlyTheWayTheDesignAllows() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(BoundariesTest::isForbidden)
                    .map(Dependency::getDescription)
                    .forEach(wrong::add);
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isForbidden(Dependency dependency) {
        String from = feature(dependency.getOriginClass());
        String to = feature(dependency.getTargetClass());
        boolean inside = from.isEmpty() || to.isEmpty() || from.equals(to);
        return !inside && !MAY_USE.getOrDefault(from, Set.of()).contains(to);
    }

    private static String feature(JavaClass type) {
        String inside = type.getPackageName().startsWith(ROOT + ".")
                ? type.getPackageName().substring(ROOT.length() + 1)
                : "";
        int dot = inside.indexOf('.');
        return dot < 0 ? inside : inside.substring(0, dot);
    }

    @Test
    void keepTheCoreFreeOfBatchAndWeb() {
        ArchRule rule = noClasses()
                .that(resideInAnyPackage(core()))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.springframework..")
                        .and(DescribedPredicate.not(
                                resideInAnyPackage("org.springframework.jdbc..", "org.springframework.dao.."))))
                .because("the domain is plain Java with JDBC");
        rule.check(CLASSES);
    }

    private static String[] core() {
        return Set.of(
                        "hash",
                        "bulk",
                        "disk",
                        "paging",
                        "zip",
                        "config",
                        "taxonomy",
                        "dataset",
                        "detection",
                        "use",
                        "regime",
                        "finding",
                        "trail")
                .stream()
                .map(name -> ROOT + "." + name + "..")
                .toArray(String[]::new);
    }

    /** Writing a log and believing it are done by different code: what one gets wrong, the other doesn't get wrong too. */
    @Test
    void letTheVerifierShareNothingWithTheWriter() {
        Set<JavaClass> verifier = new HashSet<>();
        reach(CLASSES.get(TrailVerifier.class), verifier);
        assertThat(verifier).hasSizeGreaterThan(20);
        Set<String> writers = Set.of(
                "Trail",
                "TrailStore",
                "LogTables",
                "WaitingEntries",
                "TrailFiles",
                "TrailReader",
                "TileFiles",
                "TileWriter",
                "Signer",
                "SigningKey",
                "DurableFiles",
                "Disk",
                "CanonicalJson",
                "EntryForm",
                "Pending",
                "Sequencing",
                "Frontier",
                "Proofs");
        assertThat(verifier).extracting(JavaClass::getSimpleName).doesNotContainAnyElementsOf(writers);
        assertThat(verifier)
                .allSatisfy(type -> assertThat(type.getDirectDependenciesFromSelf())
                        .extracting(dependency -> dependency
                                .getTargetClass()
                                .getBaseComponentType()
                                .getPackageName())
                        .allMatch(name -> name.isEmpty()
                                || name.startsWith("java.")
                                || name.startsWith("javax.crypto")
                                || name.startsWith(ROOT)
                                || name.startsWith("org.jspecify")));
    }

    private static void reach(JavaClass type, Set<JavaClass> reached) {
        if (type.getPackageName().startsWith(ROOT) && reached.add(type)) {
            type.getDirectDependenciesFromSelf()
                    .forEach(dependency -> reach(dependency.getTargetClass().getBaseComponentType(), reached));
        }
    }

    @Test
    void takeTimeAndChanceFromOutside() {
        Set<Class<?>> clocks =
                Set.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class, OffsetDateTime.class);
        DescribedPredicate<JavaCall<?>> hidden = DescribedPredicate.describe("a hidden clock or dice", call -> {
            Class<?> owner = reflect(call.getTargetOwner());
            boolean noArguments = call.getTarget().getRawParameterTypes().isEmpty();
            boolean now = clocks.contains(owner) && call.getName().equals("now") && noArguments;
            boolean millis = owner == System.class && call.getName().equals("currentTimeMillis");
            boolean uuid = owner == UUID.class && call.getName().equals("randomUUID");
            boolean dice = owner == Math.class && call.getName().equals("random");
            boolean seedless = owner == Random.class && call.getName().equals("<init>") && noArguments;
            return now || millis || uuid || dice || seedless;
        });
        noClasses()
                .should()
                .callCodeUnitWhere(hidden)
                .because("the same inputs give the same bytes, and a test moves the clock (" + Clock.class.getName()
                        + ")")
                .check(CLASSES);
    }

    private static Class<?> reflect(JavaClass type) {
        boolean ours = type.getPackageName().startsWith("java.");
        return ours && !type.isArray() ? type.reflect() : Object.class;
    }

    @Test
    void leaveStandardOutputToTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("results and diagnostics are told apart in one place")
                .check(CLASSES);
    }
}
