package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.trail.Entry;
import org.trainingaudit.trail.TrailReader;

/** Vouching for a fact, what the law then says, and taking it back. */
class AttestTest {

    private static final String[] GOOD = {
        "u4", "consentObtained=true", "--by", "dpo-1", "--evidence", "CONSENT-7", "--until", "2099-12-31"
    };

    @TempDir
    Path folder;

    private List<Entry> attestations() {
        TrailReader reader = TrailReader.of(folder.resolve("var/trail"));
        List<Entry> found = new ArrayList<>();
        for (Entry entry : reader.entries(reader.checkpoint().checkpoint().size())) {
            if (entry.kind().equals("attestation")) {
                found.add(entry);
            }
        }
        return found;
    }

    private static String explained(Estate estate, String... more) {
        List<String> line = new ArrayList<>(List.of("u4", "--regime", "jp-appi"));
        line.addAll(List.of(more));
        Command explain = estate.audit("explain", line.toArray(String[]::new));
        assertThat(explain.code()).as(explain.err()).isZero();
        return explain.out();
    }

    @Test
    void isInTheTrailAtOnceAndCountsUntilItsLastDayOrItsWithdrawal() {
        Estate estate = Estate.small(folder);
        Command attest = estate.audit("attest", GOOD);
        assertThat(attest.code()).as(attest.err()).isZero();
        assertThat(attest.out()).contains("1  u4  consentObtained=true", "by dpo-1, evidence CONSENT-7");
        assertThat(attestations()).singleElement().satisfies(entry -> {
            assertThat(entry.run()).isEmpty();
            assertThat(entry.body().path("target").asString()).isEqualTo("u4/consentObtained");
            assertThat(entry.body().path("actor").asString()).isEqualTo("dpo-1");
            assertThat(entry.body().path("approver").asString()).isEmpty();
            assertThat(entry.body().path("evidence").asString()).isEqualTo("CONSENT-7");
            assertThat(entry.body().path("until").asString()).isEqualTo("2099-12-31");
        });

        assertThat(explained(estate))
                .contains("consentObtained: true  <- attestation:1")
                .contains("attested by dpo-1, evidence CONSENT-7");
        assertThat(explained(estate, "--as-of", "2100-01-01"))
                .contains("consentObtained: attested by dpo-1 until 2099-12-31, expired")
                .contains("can't be decided without")
                .doesNotContain("<- attestation:1");
        assertThat(explained(estate, "--known-at", "2026-11-01"))
                .contains("known on 2026-11-01")
                .contains("consentObtained: ")
                .contains("later knowledge: recorded on ");

        Command run = estate.audit("run");
        assertThat(run.code()).as(run.err()).isLessThanOrEqualTo(3);
        assertThat(useEntry("u4")).contains("\"fact\":\"consentObtained\"", "\"by\":\"dpo-1\"");

        Command withdraw =
                estate.audit("attest", "withdraw", "1", "--by", "dpo-2", "--reason", "the clinic took it back");
        assertThat(withdraw.code()).as(withdraw.err()).isZero();
        assertThat(attestations()).hasSize(2);
        assertThat(estate.audit("attest", "list").out()).contains("withdrawn ").hasLineCount(1);
        assertThat(explained(estate)).contains("withdrawn on ").doesNotContain("<- attestation:1");
        Command again = estate.audit("attest", "withdraw", "1", "--by", "dpo-2");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("was withdrawn on ", "why it is taken back is missing");
    }

    private String useEntry(String use) {
        TrailReader reader = TrailReader.of(folder.resolve("var/trail"));
        String last = "";
        for (Entry entry : reader.entries(reader.checkpoint().checkpoint().size())) {
            if (entry.kind().equals("use")
                    && entry.body().path("use").asString().equals(use)) {
                last = entry.body().toString();
            }
        }
        return last;
    }

    @Test
    void tellsAllFaultsAtOnceAndRecordsNothing() {
        Estate estate = Estate.small(folder);
        Command attest =
                estate.audit("attest", "u44", "consentObtaned=perhaps", "--by", "dpo-1", "--until", "2020-01-01");
        assertThat(attest.code()).isEqualTo(2);
        assertThat(attest.err())
                .contains("no register has a use 'u44'; did you mean 'u4'?")
                .contains("unknown fact 'consentObtaned'; did you mean 'consentObtained'?")
                .contains("'evidence' is missing")
                .contains("2020-01-01 lies before today")
                .contains("4 faults found; nothing has run.");
        Command typed = estate.audit("attest", "u4", "consentObtained=perhaps", "--until", "soon");
        assertThat(typed.err())
                .contains("expected true or false, but found 'perhaps'")
                .contains("expected a date such as 2026-11-21 for 'until'")
                .contains("give --by and --evidence");
        assertThat(estate.audit("attest", "list").out()).isEqualToIgnoringNewLines("There are no attestations.");
        assertThat(estate.audit("attest", "u4").err()).contains("expected USE FACT=VALUE, list, or withdraw NUMBER");
    }

    @Test
    void givesNoVerdictAgainThatRestsOnLaterKnowledge() {
        Estate estate = Estate.small(folder);
        assertThat(estate.audit("run").code()).isLessThanOrEqualTo(1);
        String then = explained(estate);
        assertThat(then).doesNotContain("later knowledge");
        Command trial = estate.audit("run", "--known-at", "2026-01-01");
        assertThat(trial.code()).as(trial.err()).isLessThanOrEqualTo(3);
        assertThat(trial.out()).contains("trial_");
        assertThat(explained(estate, "--known-at", "2026-01-01"))
                .contains("later knowledge: nobody wrote down when it was recorded");
    }

    @Test
    void isJudgedFromALineOfJson() {
        Estate estate = Estate.small(folder);
        estate.write(
                "uses.jsonl",
                "{\"id\":\"a\",\"facts\":{\"actorOrgType\":\"private\",\"actorCountries\":[\"JP\"],\"activity\":[\"provide-third-party\"],"
                        + "\"recipientType\":\"third-party\",\"categories\":[\"contact\"],\"structuredDatabase\":true,"
                        + "\"consentObtained\":{\"value\":true,\"until\":\"2026-06-30\",\"by\":\"dpo-1\",\"evidence\":\"C-7\"}}}\n");
        String file = folder.resolve("uses.jsonl").toString();
        assertThat(estate.audit("judge", file, "--regime", "jp-appi", "--as-of", "2026-07-01")
                        .out())
                .contains("consentObtained attested by dpo-1 until 2026-06-30, expired");
        assertThat(estate.audit("judge", file, "--regime", "jp-appi", "--as-of", "2026-06-30")
                        .out())
                .doesNotContain("expired");
    }
}
