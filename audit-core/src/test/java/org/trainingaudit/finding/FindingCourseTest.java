package org.trainingaudit.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.finding.FindingEvent.Kind;
import org.trainingaudit.regime.RuleKind;
import org.trainingaudit.regime.Verdict;

class FindingCourseTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @Test
    void opensAViolationWithOwnerAndDueDate() {
        FindingEvent opened = opened();

        assertThat(opened.kind()).isEqualTo(Kind.OPENED);
        assertThat(opened.finding().id()).isEqualTo(Finding.idOf("jp-appi", "u1"));
        assertThat(opened.finding().care().owner()).isEqualTo("data-office");
        assertThat(opened.finding().care().dueOn()).contains(MONDAY.plusDays(30));
    }

    @Test
    void saysNothingOfAFindingThatStaysAsItIs() {
        assertThat(on(TUESDAY).ofOpen(opened().finding(), violation("JP-12"))).isEmpty();
    }

    @Test
    void closesByItselfAndReopensUnderTheSameId() {
        FindingEvent closed = on(TUESDAY)
                .ofOpen(opened().finding(), seen(Verdict.COMPLIANT, false))
                .orElseThrow();
        FindingEvent again = on(TUESDAY.plusDays(1))
                .ofClosed(Optional.of(closed.finding()), violation("JP-12"))
                .orElseThrow();

        assertThat(closed.kind()).isEqualTo(Kind.CLOSED);
        assertThat(closed.reason()).isEqualTo("verdict is now compliant");
        assertThat(again.kind()).isEqualTo(Kind.REOPENED);
        assertThat(again.finding().id()).isEqualTo(opened().finding().id());
        assertThat(again.finding().reopened()).isEqualTo(1);
        assertThat(again.finding().days().firstOpened()).isEqualTo(MONDAY);
        assertThat(again.finding().days().opened()).isEqualTo(TUESDAY.plusDays(1));
    }

    /** A use that was only seen, and then somebody declares it: that mends nothing, so nothing begins anew. */
    @Test
    void goesOnUnderTheIdOfTheUseThatDeclaresWhatWasSeen() {
        Finding.Seen observed = new Finding.Seen(
                "seen-1", "own/patients", "jp-appi", Verdict.VIOLATION, List.of("JP-12"), List.of("health.treatment"));
        Finding former = on(MONDAY)
                .ofClosed(Optional.empty(), new Sighting(observed, false, Set.of(RuleKind.DUTY), "data-office"))
                .orElseThrow()
                .finding();

        List<FindingEvent> events = on(TUESDAY).ofFormer(former, violation("JP-12"));

        assertThat(events).extracting(FindingEvent::kind).containsExactly(Kind.CLOSED, Kind.CARRIED_OVER);
        assertThat(events.get(0).finding().id()).isEqualTo(Finding.idOf("jp-appi", "seen-1"));
        assertThat(events.get(0).reason()).contains("goes on as " + Finding.idOf("jp-appi", "u1"));
        assertThat(events.get(1).supersedes()).contains(Finding.idOf("jp-appi", "seen-1"));
        Finding here = events.get(1).finding();
        assertThat(here.id()).isEqualTo(Finding.idOf("jp-appi", "u1"));
        assertThat(here.open()).isTrue();
        assertThat(here.days().opened()).isEqualTo(MONDAY);
        assertThat(here.days().lastSeen()).isEqualTo(TUESDAY);
        assertThat(here.care().dueOn()).contains(MONDAY.plusDays(30));
        assertThat(events.get(1).kind().word()).isEqualTo("opened");
        assertThat(on(TUESDAY).ofFormer(former, seen(Verdict.COMPLIANT, false)))
                .as("declaring it has mended it")
                .singleElement()
                .satisfies(event -> assertThat(event.kind()).isEqualTo(Kind.CLOSED))
                .satisfies(event -> assertThat(event.reason()).isEqualTo("verdict is now compliant"));
    }

    @Test
    void tellsOtherRules() {
        FindingEvent changed = on(TUESDAY)
                .ofOpen(opened().finding(), violation("JP-12", "JP-06"))
                .orElseThrow();

        assertThat(changed.kind()).isEqualTo(Kind.CHANGED);
        assertThat(changed.reason()).isEqualTo("rules changed");
    }

    @Test
    void opensNothingForALawToComeOrForAReview() {
        assertThat(on(MONDAY).ofClosed(Optional.empty(), seen(Verdict.VIOLATION, true, "JP-12")))
                .isEmpty();
        assertThat(on(MONDAY).ofClosed(Optional.empty(), seen(Verdict.NEEDS_REVIEW, false, "JP-12")))
                .isEmpty();
    }

    @Test
    void followsAReviewWhereConfigured() {
        FindingPolicy policy = policy("rules: [{regimes: [jp-appi], review: true, severity: low}]");

        FindingEvent opened = new FindingCourse(policy, MONDAY, Map.of())
                .ofClosed(Optional.empty(), seen(Verdict.NEEDS_REVIEW, false, "JP-12"))
                .orElseThrow();

        assertThat(opened.finding().seen().verdict()).isEqualTo(Verdict.NEEDS_REVIEW);
        assertThat(opened.finding().care().severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void takesSeverityOwnerAndDaysFromTheFirstRuleThatFits() {
        FindingPolicy policy = policy("""
                defaults: {severity: low, due-days: 90}
                rules:
                  - {categories: [health], kinds: [duty], severity: critical}
                  - {categories: [health], severity: high, owner: never}
                  - {severities: [critical], due-days: 3, owner: privacy-office}
                """.replace("owner: never", "owner: health-office"));

        Finding.Care care = policy.care(violation("JP-12"), MONDAY);

        assertThat(care)
                .isEqualTo(new Finding.Care(Severity.CRITICAL, "health-office", Optional.of(MONDAY.plusDays(3))));
    }

    @Test
    void tellsEveryNameThatThePolicyGetsWrong() {
        Faults faults = new Faults();
        FindingPolicy.load(
                ConfigFiles.of(ConfigFile.of("findings.yaml", "rules: [{regimes: [jp-apii], categories: [helth]}]")),
                List.of("jp-appi"),
                List.of("health"),
                faults);

        assertThat(faults.text())
                .contains("unknown regime 'jp-apii'")
                .contains("'jp-appi'")
                .contains("unknown category 'helth'");
    }

    @Test
    void coversAFindingUntilTheLastDayAndReopensItOnTheNext() {
        Waiver waiver = waiver(TUESDAY);
        Finding waived = opened().finding().acceptedBy(Optional.of(waiver));

        assertThat(under(waiver, TUESDAY).ofOpen(waived, violation("JP-12"))).isEmpty();
        FindingEvent again = under(waiver, TUESDAY.plusDays(1))
                .ofOpen(waived, violation("JP-12"))
                .orElseThrow();
        assertThat(again.kind()).isEqualTo(Kind.REOPENED);
        assertThat(again.reason()).isEqualTo("waiver W-1 expired");
        assertThat(again.finding().accepted()).isEmpty();
    }

    @Test
    void reopensWhatHasBecomeWorseThanWasAcceptedAndNeverCoversItAgain() {
        Waiver waiver = waiver(TUESDAY.plusDays(100));
        Finding waived = opened().finding().acceptedBy(Optional.of(waiver));

        FindingEvent again = under(waiver, TUESDAY)
                .ofOpen(waived, violation("JP-06", "JP-12"))
                .orElseThrow();

        assertThat(again.reason()).isEqualTo("waiver W-1 overtaken: also rule JP-06");
        assertThat(again.finding().accepted()).isEmpty();
        assertThat(under(waiver, TUESDAY.plusDays(1)).ofOpen(again.finding(), violation("JP-12")))
                .get()
                .satisfies(event -> assertThat(event.finding().accepted()).isEmpty());
    }

    @Test
    void saysSoWhenAWaiverWasWithdrawn() {
        Waiver withdrawn = waiver(TUESDAY.plusDays(100))
                .decided(Waiver.State.WITHDRAWN, new Waiver.Decision("dpo-1", TUESDAY, "no longer needed"));
        Finding waived = opened().finding().acceptedBy(Optional.of(withdrawn));

        assertThat(under(withdrawn, TUESDAY).ofOpen(waived, violation("JP-12")))
                .get()
                .extracting(FindingEvent::reason)
                .isEqualTo("waiver W-1 withdrawn");
    }

    @Test
    void refusesAScopeThatIsTooWide() {
        assertThatThrownBy(() ->
                        new WaiverScope(Optional.empty(), Optional.of("jp-appi"), Optional.empty(), Optional.empty()))
                .isInstanceOf(WaiverRefused.class)
                .hasMessageContaining("too wide");
        assertThatThrownBy(
                        () -> new WaiverScope(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(WaiverRefused.class);
    }

    /** Line ends part the members of a scope where it is kept: read again it would be refused, and every night with it. */
    @Test
    void refusesAScopeThatReadsOtherwiseThanItIsWritten() {
        assertThatThrownBy(() -> new WaiverScope(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("u1\nfinding=0123456789abcdef")))
                .isInstanceOf(WaiverRefused.class)
                .hasMessageContaining("line");
    }

    /** A night and an approval may pass each other; the next night lets the waiver count. */
    @Test
    void coversAnOpenFindingThatAnApprovalMissed() {
        FindingEvent event = under(waiver(TUESDAY), TUESDAY)
                .ofOpen(opened().finding(), violation("JP-12"))
                .orElseThrow();

        assertThat(event.kind()).isEqualTo(Kind.CHANGED);
        assertThat(event.reason()).isEqualTo("waiver changed");
        assertThat(event.finding().accepted().map(Finding.Acceptance::waiver)).contains("W-1");
    }

    private static FindingEvent opened() {
        return on(MONDAY).ofClosed(Optional.empty(), violation("JP-12")).orElseThrow();
    }

    private static FindingCourse on(LocalDate day) {
        return new FindingCourse(FindingPolicy.usual(), day, Map.of());
    }

    private static FindingCourse under(Waiver waiver, LocalDate day) {
        return new FindingCourse(FindingPolicy.usual(), day, Map.of(waiver.id(), waiver));
    }

    private static Waiver waiver(LocalDate until) {
        return new Waiver(
                "W-1",
                Waiver.State.APPROVED,
                WaiverScope.ofFinding(Finding.idOf("jp-appi", "u1")),
                "ticket 12",
                "dpo-1",
                MONDAY,
                until,
                Optional.of(new Waiver.Decision("dpo-2", MONDAY, "")));
    }

    private static Sighting violation(String... rules) {
        return seen(Verdict.VIOLATION, false, rules);
    }

    private static Sighting seen(Verdict verdict, boolean provisional, String... rules) {
        Finding.Seen seen =
                new Finding.Seen("u1", "own/patients", "jp-appi", verdict, List.of(rules), List.of("health.treatment"));
        return new Sighting(seen, provisional, Set.of(RuleKind.DUTY), "data-office");
    }

    private static FindingPolicy policy(String yaml) {
        Faults faults = new Faults();
        FindingPolicy policy = FindingPolicy.load(
                ConfigFiles.of(ConfigFile.of("findings.yaml", yaml)), List.of("jp-appi"), List.of("health"), faults);
        assertThat(faults.text()).isEmpty();
        return policy;
    }
}
