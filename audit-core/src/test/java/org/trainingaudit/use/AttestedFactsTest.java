package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.config.Faults;

/** Facts that a person vouches for, from every way in, and what becomes of them. */
class AttestedFactsTest {

    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    @TempDir
    Path folder;

    private Use read(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        RegisterResult result = Registers.read(file, Fixtures.CATALOGUE);
        assertThat(result.faults()).isEmpty();
        return result.uses().get(0);
    }

    private static UseLine line(String json) throws IOException {
        List<UseLine> lines = new ArrayList<>();
        UseLines.read(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "-", Fixtures.CATALOGUE, lines::add);
        return lines.get(0);
    }

    @Test
    void areTheSameFromCsvYamlAndJson() throws IOException {
        Use csv = read("r.csv", """
                use,dataset,consentObtained,consentObtained@until,consentObtained@by,consentObtained@evidence
                u1,d,true,2026-06-30,dpo-1,CONSENT-7
                """);
        Use yaml = read(
                "r.yaml",
                "uses:\n  - use: u1\n    dataset: d\n    facts:\n      consentObtained: {value: true, until: 2026-06-30,"
                        + " by: dpo-1, evidence: CONSENT-7}\n");
        Use json = line("{\"id\":\"u1\",\"dataset\":\"d\",\"facts\":{\"consentObtained\":{\"value\":true,"
                        + "\"until\":\"2026-06-30\",\"by\":\"dpo-1\",\"evidence\":\"CONSENT-7\"}}}")
                .use()
                .orElseThrow();
        for (Use use : List.of(csv, yaml, json)) {
            Fact fact = use.facts().get("consentObtained").orElseThrow();
            assertThat(fact.attestation()).contains(Attestation.of("dpo-1", "CONSENT-7"));
            assertThat(fact.until()).contains(LAST);
            assertThat(use.doubt()).isEmpty();
        }
    }

    @Test
    void needAuthorEvidenceAndLastDayAllTold() throws IOException {
        UseLine half = line("{\"id\":\"u\",\"facts\":{\"consentObtained\":{\"value\":true,\"by\":\"dpo-1\"}}}");
        assertThat(half.faults()).hasSize(2);
        assertThat(half.faults().get(0).message()).contains("'evidence' is missing");
        assertThat(half.faults().get(1).message()).contains("'until' is missing");
        assertThat(half.use().orElseThrow().facts().get("consentObtained")).isEmpty();
        assertThat(half.use().orElseThrow().doubt()).isPresent();
    }

    @Test
    void areUnknownAfterTheirLastDayAndSaySo() throws IOException {
        Use use = read("r.csv", """
                use,dataset,consentObtained,consentObtained@until,consentObtained@by,consentObtained@evidence
                u1,d,true,2026-06-30,dpo-1,CONSENT-7
                """);
        assertThat(use.facts().on(LAST).get("consentObtained")).isPresent();
        Facts after = use.facts().on(LAST.plusDays(1));
        assertThat(after.get("consentObtained")).isEmpty();
        assertThat(after.unknown()).containsExactly("consentObtained");
        assertThat(after.lapsed("consentObtained")).containsExactly("attested by dpo-1 until 2026-06-30, expired");
    }

    @Test
    void keepTheirHistoryAndTheOneThatHoldsCounts() throws IOException {
        Use use = line("{\"id\":\"u\",\"facts\":{\"consentObtained\":[{\"value\":true,\"since\":\"2026-01-01\"},"
                        + "{\"value\":false,\"since\":\"2026-05-01\",\"recorded\":\"2026-05-20\"}]}}")
                .use()
                .orElseThrow();
        assertThat(use.facts().on(LocalDate.of(2026, 4, 30)).get("consentObtained"))
                .map(Fact::value)
                .contains(new FactValue.Bool(true));
        assertThat(use.facts().on(LocalDate.of(2026, 5, 1)).get("consentObtained"))
                .map(Fact::value)
                .contains(new FactValue.Bool(false));
        assertThat(use.facts().on(LocalDate.of(2025, 5, 1)).get("consentObtained"))
                .isEmpty();
        Moment before = new Moment(LocalDate.of(2026, 6, 1), Optional.of(LocalDate.of(2026, 5, 19)));
        assertThat(use.facts().on(before).lapsed("consentObtained"))
                .contains("stated by input:-:1, later knowledge: recorded on 2026-05-20")
                .hasSize(2);
    }

    @Test
    void areToldTwiceOnlyWhereNoDayTellsThemApart() throws IOException {
        UseLine twice = line("{\"id\":\"u\",\"facts\":{\"consentObtained\":[{\"value\":true},{\"value\":false}]}}");
        assertThat(twice.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("is stated twice"));
        assertThat(twice.use().orElseThrow().facts().get("consentObtained")).isEmpty();
    }

    @Test
    void areSetAsideWhereTheScanContradictsThem() {
        Fact claim = new Fact(
                        "identifiability",
                        new FactValue.Text("anonymous"),
                        "register:r.csv:2",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(LAST))
                .attested(Attestation.of("dpo-1", "ANON-3"));
        Use use = new Use("u", "d", "t", UseState.DECLARED, Facts.of(List.of(claim)));
        ScannedDataset certain = new ScannedDataset("d", true, true, Map.of("contact.email", 0.99), "");
        ScannedDataset doubtful = new ScannedDataset("d", true, true, Map.of("contact.email", 0.3), "");
        Reconciliation reconciliation = Reconciliation.of(Fixtures.TAXONOMY, Reconciliation.DEFAULT_THRESHOLD);

        ReconciledUse refuted = reconciliation.reconcile(use, Optional.of(certain));
        assertThat(refuted.use().facts().get("identifiability"))
                .map(Fact::value)
                .contains(new FactValue.Text("identified"));
        assertThat(refuted.contradictions().get(0).claimed())
                .isEqualTo("anonymous, attested by dpo-1 until 2026-06-30");
        assertThat(refuted.use().facts().lapsed("identifiability").get(0))
                .startsWith("attested by dpo-1 until 2026-06-30, contradicted by the scan, which found contact.email");

        ReconciledUse unsure = reconciliation.reconcile(use, Optional.of(doubtful));
        assertThat(unsure.use().facts().get("identifiability")).isEmpty();
        assertThat(unsure.use().facts().unknown()).contains("identifiability");
    }

    @Test
    void goThroughTheTrailAndBack() {
        Fact fact = new Fact(
                        "consentObtained",
                        new FactValue.Bool(true),
                        "attestation:4",
                        Optional.of(LAST.minusDays(9)),
                        Optional.of(LAST.minusDays(3)),
                        Optional.of(LAST))
                .attested(Attestation.of("dpo-1", "CONSENT-7"));
        Use use = new Use(
                "u", "d", "t", UseState.DECLARED, Facts.of(List.of(fact)).on(LAST.plusDays(1)), "register:r");
        Use again = UseJson.read(UseJson.bodies(use), Fixtures.CATALOGUE);
        assertThat(again.facts().setAside()).isEqualTo(use.facts().setAside());
        assertThat(again.facts().unknown()).containsExactly("consentObtained");
        assertThat(UseJson.contentSha256(again)).isEqualTo(UseJson.contentSha256(use));

        Attested given = new Attested(4, "u", fact);
        assertThat(AttestationJson.read(AttestationJson.given(given), Optional.empty(), Fixtures.CATALOGUE))
                .isEqualTo(given);
        assertThat(AttestationJson.withdrawn(given, LAST, "dpo-2", "withdrawn by the clinic")
                        .toString())
                .isEqualTo("{\"target\":\"u/consentObtained\",\"actor\":\"dpo-2\",\"approver\":\"\",\"number\":4,"
                        + "\"use\":\"u\",\"reason\":\"withdrawn by the clinic\",\"until\":\"2026-06-30\","
                        + "\"fact\":\"consentObtained\",\"withdrawn\":\"2026-06-30\"}");
    }

    @Test
    void areRequestedWithEveryFaultAtOnce() {
        Faults faults = new Faults();
        Optional<Fact> none = new AttestationRequest("u", "consentObtaned", "true", "dpo-1", "", "", "2026-06-30")
                .fact(Fixtures.CATALOGUE, LAST.plusDays(1), faults);
        new AttestationRequest("u", "consentObtained", "maybe", "dpo-1", "E-1", "", "2026-06-29")
                .fact(Fixtures.CATALOGUE, LAST, faults);
        assertThat(none).isEmpty();
        assertThat(faults.text())
                .contains("unknown fact 'consentObtaned'; did you mean 'consentObtained'?")
                .contains("'evidence' is missing")
                .contains("2026-06-30 lies before today, 2026-07-01")
                .contains("expected true or false, but found 'maybe'")
                .contains("2026-06-29 lies before today, 2026-06-30");
    }
}
