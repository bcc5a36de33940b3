package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Fault;
import org.trainingaudit.config.Faults;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.Checklist.Answer;
import org.trainingaudit.use.Checklist.Because;
import org.trainingaudit.use.Checklist.Seen;
import org.trainingaudit.use.Checklist.Status;

class ChecklistTest {

    private static final Faults FAULTS = new Faults();
    private static final ConfigFiles FILES = ConfigFiles.read(Path.of("..", "config"), FAULTS);
    private static final Taxonomy TAXONOMY = Taxonomy.load(FILES, FAULTS);
    private static final Checklist SAFE_HARBOR =
            Checklists.load(FILES, TAXONOMY, FAULTS).find("hipaa-safe-harbor").orElseThrow();

    private static Map<String, Answer> answers(boolean complete, Seen... seen) {
        return SAFE_HARBOR.answers(TAXONOMY, List.of(seen), complete).stream()
                .collect(Collectors.toMap(answer -> answer.item().id(), answer -> answer));
    }

    @Test
    void hasTheEighteenIdentifiersInTheLawsOrder() {
        FAULTS.throwIfAny();
        assertThat(SAFE_HARBOR.items().stream().map(Checklist.Item::id).collect(Collectors.joining()))
                .isEqualTo("ABCDEFGHIJKLMNOPQR");
    }

    @Test
    void callsAbsentWhatAWholeScanDidNotFindAndNeverWhatNoDetectorCanSee() {
        Map<String, Answer> answers = answers(true);
        answers.forEach((letter, answer) -> {
            boolean blind = "KMQR".contains(letter);
            assertThat(answer.status()).as(letter).isEqualTo(blind ? Status.UNKNOWN : Status.ABSENT);
            assertThat(answer.because()).as(letter).isEqualTo(blind ? Because.UNSEEN : Because.NOTHING);
        });
    }

    @Test
    void callsNothingAbsentAfterAScanThatWasNotWhole() {
        assertThat(answers(false).values())
                .allMatch(answer -> answer.status() == Status.UNKNOWN && answer.because() == Because.INCOMPLETE);
    }

    @Test
    void namesTheColumnsOnWhichAnAnswerRests() {
        Map<String, Answer> answers = answers(
                false,
                Seen.category("mail", "contact.email", 0.99),
                Seen.category("mail2", "contact.email", 0.8),
                Seen.category("ssn", "government_id", 0.9),
                Seen.category("tel", "contact.phone", 0.6),
                Seen.category("print", "biometric.fingerprint", 0.95));
        assertThat(answers.get("F").status()).isEqualTo(Status.PRESENT);
        assertThat(answers.get("F").columns()).containsExactly("mail", "mail2");
        assertThat(answers.get("F").evidence()).containsExactly("contact.email");
        assertThat(answers.get("G").columns()).containsExactly("ssn");
        assertThat(answers.get("K").status()).isEqualTo(Status.PRESENT);
        assertThat(answers.get("D").status()).as("not sure enough").isEqualTo(Status.UNKNOWN);
        assertThat(answers.get("D").because()).isEqualTo(Because.POSSIBLE);
        assertThat(answers.get("P").status()).isEqualTo(Status.PRESENT);
    }

    @Test
    void looksAtHowFineValuesAre() {
        Map<String, Answer> fine = answers(
                true,
                Seen.category("zip", "contact.postal_code", 0.95),
                Seen.grain("zip", "large-area", true),
                Seen.grain("age", "age-over-89", true),
                Seen.grain("admitted", "date", true));
        assertThat(fine.get("B").status()).as("three digits are allowed").isEqualTo(Status.ABSENT);
        assertThat(fine.get("C").columns()).containsExactly("admitted", "age");
        Map<String, Answer> coarse = answers(
                true,
                Seen.category("zip", "contact.postal_code", 0.95),
                Seen.grain("zip", "small-area", true),
                Seen.grain("other", "large-area", true),
                Seen.grain("ward", "date", false),
                Seen.grain("note", "text", true));
        assertThat(coarse.get("B").status()).isEqualTo(Status.PRESENT);
        assertThat(coarse.get("C").because())
                .as("a few dates, and running text")
                .isEqualTo(Because.POSSIBLE);
        assertThat(coarse.get("C").columns()).containsExactly("note", "ward");
        assertThat(coarse.get("A").status()).as("detectors read text").isEqualTo(Status.ABSENT);
    }

    private static ReconciledUse claimed(boolean complete, Seen... seen) {
        Facts facts =
                Facts.of(List.of(Fact.of("identifiability", new FactValue.Text("hipaa-safe-harbor"), "register:r:2")));
        ScannedDataset scan = new ScannedDataset("d", true, complete, Map.of(), "")
                .with(SAFE_HARBOR, SAFE_HARBOR.answers(TAXONOMY, List.of(seen), complete));
        return Reconciliation.of(TAXONOMY, Reconciliation.DEFAULT_THRESHOLD)
                .reconcile(new Use("u", "d", "t", UseState.DECLARED, facts), Optional.of(scan));
    }

    @Test
    void refutesAClaimOfSafeHarbor() {
        ReconciledUse use =
                claimed(true, Seen.grain("admitted", "date", true), Seen.category("mail", "contact.email", 0.99));
        assertThat(use.contradictions())
                .containsExactly(new Contradiction(
                        "u",
                        "identifiability",
                        "hipaa-safe-harbor",
                        "C Dates finer than a year and ages over 89; F E-mail addresses",
                        "C (date in admitted); F (contact.email in mail)"));
        Facts facts = use.use().facts();
        assertThat(facts.get(DerivedFacts.SCAN_CONTRADICTS_IDENTIFIABILITY)
                        .orElseThrow()
                        .value())
                .isEqualTo(new FactValue.Bool(true));
        assertThat(facts.get(DerivedFacts.SAFE_HARBOR_PRESENT).orElseThrow().value())
                .isEqualTo(FactValue.Members.of(java.util.Set.of("C", "F")));
        assertThat(facts.get(DerivedFacts.SAFE_HARBOR_UNKNOWN).orElseThrow().value())
                .isEqualTo(FactValue.Members.of(java.util.Set.of("K", "M", "Q", "R")));
    }

    @Test
    void doubtsAClaimWhereTextMayHoldDatesAndLeavesACleanOneStanding() {
        ReconciledUse doubtful = claimed(true, Seen.grain("note", "text", true));
        assertThat(doubtful.use().facts().get("identifiability")).isEmpty();
        assertThat(doubtful.weakReason()).contains("may have found B (text in note); C (text in note)");
        ReconciledUse clean = claimed(true, Seen.grain("zip3", "large-area", true));
        assertThat(clean.weakScan()).isFalse();
        assertThat(clean.contradictions()).isEmpty();
        assertThat(clean.use()
                        .facts()
                        .get(DerivedFacts.SCAN_CONTRADICTS_IDENTIFIABILITY)
                        .orElseThrow()
                        .value())
                .isEqualTo(new FactValue.Bool(false));
    }

    @Test
    void tellsEveryFaultOfAFile() {
        Faults faults = new Faults();
        Checklists lists = Checklists.load(ConfigFiles.of(ConfigFile.of("checklists/own.yaml", """
                        checklist: own
                        name: {en: Own, ja: 独自}
                        citation: none
                        claim: anonymous
                        items:
                          - {id: A, name: {en: a, ja: a}, categories: [contact.nam]}
                          - {id: A, name: {en: b, ja: b}, present: [dates], excused: {contact.name: largearea}}
                        """)), TAXONOMY, faults);
        assertThat(lists.all()).isEmpty();
        assertThat(faults.all().stream().map(Fault::message))
                .containsExactlyInAnyOrder(
                        "unknown category 'contact.nam'; did you mean 'contact.name'?",
                        "'A' stands twice",
                        "unknown grain 'dates'; did you mean 'date'?",
                        "unknown grain 'largearea'; did you mean 'large-area'?");
    }
}
