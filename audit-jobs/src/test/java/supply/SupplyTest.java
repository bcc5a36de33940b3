package supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What others made and we deliver: known by name, release and hash, under a licence that is allowed, and without a critical
 * vulnerability that is known where the data are at hand ({@code -Daudit.supply.advisories=FOLDER}).
 */
class SupplyTest {

    private static final Path LOCK = Path.of("audit-jobs/src/test/resources/supply/libraries.lock");
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    @TempDir
    Path folder;

    private static Policy policy() throws IOException {
        try (InputStream in = Objects.requireNonNull(SupplyTest.class.getResourceAsStream("/supply/policy.yaml"))) {
            return Policy.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void deliversLibrariesUnderLicencesThatAreAllowed() throws IOException {
        assertThat(Sbom.libraries()).hasSizeGreaterThan(100);
        assertThat(policy().refusedLicences(Sbom.libraries())).isEmpty();
    }

    /** A57 of the threats: a jar that was replaced by another with the same version stops the build. */
    @Test
    void deliversTheLibrariesThatWereLookedAt() throws IOException {
        String now = Sbom.libraries().stream().map(Library::line).collect(Collectors.joining("\n", "", "\n"));
        if ("accept".equals(System.getProperty("audit.golden"))) {
            Files.writeString(LOCK, now);
        }
        assertThat(now)
                .as("libraries have changed: look at what is new, then accept it with -Daudit.golden=accept")
                .isEqualTo(Files.readString(LOCK));
    }

    @Test
    void hasNoCriticalVulnerabilityWithoutAWaiver() throws IOException {
        String place = System.getProperty("audit.supply.advisories", "");
        assumeTrue(!place.isEmpty(), "no advisories at hand");
        List<Advisories.Hit> hits = Advisories.read(Path.of(place)).in(Sbom.libraries());
        hits.forEach(hit -> System.err.println("known: " + hit));
        assertThat(policy().refusedVulnerabilities(hits, LocalDate.now(Clock.systemUTC())))
                .isEmpty();
    }

    private static final Library LIBRARY =
            new Library("org.example:reader", "1.4.2", "00", List.of("GPL-3.0-only", "Apache-2.0"));

    @Test
    void refusesALicenceThatIsNotAllowed() {
        Policy policy = Policy.read(
                "licences: [MIT]\ndecided:\n  - {library: 'a:gone', licence: MIT, because: read}\nwaivers: []\n");

        assertThat(policy.refusedLicences(List.of(LIBRARY)))
                .containsExactly(
                        "org.example:reader:1.4.2 is under [GPL-3.0-only, Apache-2.0], none of [MIT]",
                        "nothing is to be decided on a:gone, which isn't delivered");
        assertThat(Policy.read("licences: [Apache-2.0]\ndecided: []\nwaivers: []\n")
                        .refusedLicences(List.of(LIBRARY)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CRITICAL, 1.4.3, 2026-11-21, 1",
        "CRITICAL, 1.4.3, 2026-11-22, 0",
        "HIGH, 1.4.3, 2026-11-21, 0",
        "'', 1.4.3, 2026-11-21, 1",
        "CRITICAL, 1.4.2, 2026-11-22, 1"
    })
    void refusesACriticalVulnerabilityWithoutAWaiverThatHolds(
            String severity, String fixed, LocalDate until, int refused) throws IOException {
        String rated = severity.isEmpty() ? "" : "\"database_specific\": {\"severity\": \"" + severity + "\"},";
        Files.writeString(folder.resolve("one.json"), """
                {"id": "GHSA-1", %s "affected": [{"package": {"ecosystem": "Maven", "name": "org.example:reader"},
                 "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "1.2"}, {"fixed": "%s"}]}]}]}
                """.formatted(rated, fixed));
        Policy policy = Policy.read(
                "licences: []\ndecided: []\nwaivers:\n  - {id: GHSA-1, library: 'org.example:reader', until: " + until
                        + ", because: not reached}\n");

        List<Advisories.Hit> hits = Advisories.read(folder).in(List.of(LIBRARY));

        assertThat(policy.refusedVulnerabilities(hits, DAY)).hasSize(refused);
    }

    @Test
    void findsReleasesThatAnAdvisoryListsAndPassesOverThoseThatWereWithdrawn() throws IOException {
        Files.writeString(folder.resolve("all.json"), """
                [{"id": "A", "affected": [{"package": {"ecosystem": "Maven", "name": "org.example:reader"}, "versions": ["1.4.2"]}]},
                 {"id": "B", "withdrawn": "2026-01-01T00:00:00Z",
                  "affected": [{"package": {"ecosystem": "Maven", "name": "org.example:reader"}, "versions": ["1.4.2"]}]},
                 {"id": "C", "affected": [{"package": {"ecosystem": "npm", "name": "org.example:reader"}, "versions": ["1.4.2"]}]}]
                """);

        assertThat(Advisories.read(folder).in(List.of(LIBRARY)))
                .extracting(Object::toString)
                .containsExactly("A (UNKNOWN) in org.example:reader:1.4.2");
    }

    @Test
    void doesNotTakeAnEmptyFolderForGoodNews() {
        assertThatThrownBy(() -> Advisories.read(folder)).hasMessageContaining("no advisory");
    }

    @ParameterizedTest
    @CsvSource({
        "1.9, 1.10",
        "1.0-rc1, 1.0",
        "1.0-alpha, 1.0-beta",
        "2.0-M3, 2.0-RC1",
        "1, 1.0.1",
        "4.1.0.Beta1, 4.1.0.Final",
        "20240303, 20251224"
    })
    void putsReleasesInTheirOrder(String earlier, String later) {
        assertThat(Versions.compare(earlier, later)).isNegative();
        assertThat(Versions.compare(later, earlier)).isPositive();
        assertThat(Versions.compare(later, later + ".0")).isZero();
    }
}
