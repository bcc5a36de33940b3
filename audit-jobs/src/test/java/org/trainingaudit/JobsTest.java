package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import serving.Clocked;

/** {@code audit jobs}, with the database and beside a program that serves. */
class JobsTest {

    @TempDir
    Path folder;

    @Test
    void startsAndListsRunsByItself() {
        Estate estate = Estate.small(folder);
        Command started = estate.audit("jobs", "start", "--reason", "first look", "--key", "k1");
        assertThat(started.code()).as(started.err()).isZero();
        assertThat(started.out()).contains(" complete ").contains("by local");
        Command again = estate.audit("jobs", "start", "--reason", "first look", "--key", "k1");
        assertThat(again.out()).as("one key starts once").isEqualTo(started.out());
        assertThat(estate.audit("jobs").out()).isEqualTo(started.out());
        assertThat(estate.audit("jobs", "--format", "json").out())
                .contains("\"state\":\"complete\"")
                .contains("\"why\":\"first look\"");
        assertThat(estate.audit("jobs", "recover").out()).contains("Nothing to recover");
    }

    @Test
    void refusesWhatCannotBeDone() {
        Estate estate = Estate.small(folder);
        assertThat(estate.audit("jobs", "stop", "manual/2026-11-21/1", "--reason", "x")
                        .err())
                .contains("there is no run 'manual/2026-11-21/1'");
        assertThat(estate.audit("jobs", "start", "--source", "onw").err()).contains("unknown name 'onw'", "own");
        Command personal = estate.audit("jobs", "start", "--reason", "asked by taro.yamada@example.com");
        assertThat(personal.code()).isEqualTo(2);
        assertThat(personal.err()).contains("seems to hold personal data").doesNotContain("taro");
        estate.audit("jobs", "start");
        String run = estate.audit("jobs").out().split(" ", 2)[0];
        assertThat(estate.audit("jobs", "restart", run).err()).contains("is over (complete)");
        assertThat(estate.audit("jobs", "give-up", run, "--reason", "x").err()).contains("is over (complete)");
    }

    private static void reviews(Estate estate, Child.Environment officer) throws Exception {
        Child reviewed = officer.audit(estate.arguments(
                "review", "own/patients", "email", "contact.email", "--confirm", "--reason", "looked"));
        assertThat(reviewed.output())
                .contains("1  own/patients  email  contact.email  confirmed on 2026-11-21 by dpo-1: looked");
        assertThat(reviewed.code()).isZero();
        Child wrong = officer.audit(
                estate.arguments("review", "own/patients", "mail", "contact.fax", "--reject", "--reason", "looked"));
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.output()).contains("has no column 'mail'; did you mean 'email'?");
        Child listed = officer.audit(estate.arguments("review", "list", "own/patients", "--format", "json"));
        assertThat(listed.output()).contains("\"number\":1", "\"decision\":\"CONFIRMED\"", "\"overtaken\":false");
    }

    @Test
    void goesThroughTheProgramThatServes() throws Exception {
        Clocked.set("2026-11-21T03:00:00Z");
        Estate estate = Estate.small(folder);
        Path password = folder.resolve("password");
        Files.writeString(password, Served.PASSWORD + "\n");
        try (Served served = Served.of(estate)) {
            Child refused = Child.audit(estate.arguments("jobs"));
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.output()).contains("is in use by process", "AUDIT_PASSWORD_FILE");
            Child.Environment operator = Child.with("AUDIT_USER", "operator-1", "AUDIT_PASSWORD_FILE", "" + password);
            Child run = operator.audit(estate.arguments("run"));
            assertThat(run.code()).as("a violation is open: " + run.output()).isEqualTo(1);
            assertThat(run.output())
                    .contains("1 newly opened", "Reports: ", "vkey:    ")
                    .as("no control characters in a pipe")
                    .doesNotContain("\u001b", "\r");
            Child listed = operator.audit(estate.arguments("jobs", "list"));
            assertThat(listed.output()).contains("manual/2026-11-21/1").contains("by operator-1");
            assertThat(served.get("auditor-1", "/api/v1/runs/manual/2026-11-21/1")
                            .statusCode())
                    .isEqualTo(200);
            Child auditor = Child.with("AUDIT_USER", "auditor-1", "AUDIT_PASSWORD_FILE", "" + password)
                    .audit(estate.arguments("jobs", "start"));
            assertThat(auditor.code()).isEqualTo(2);
            assertThat(auditor.output()).contains("This account's role may not do that.");
            Child.Environment officer = Child.with("AUDIT_USER", "dpo-1", "AUDIT_PASSWORD_FILE", "" + password);
            Child asked = officer.audit(estate.arguments(
                    "waiver", "request", "--use", "u1", "--reason", "ticket 1", "--until", "2027-01-15"));
            assertThat(asked.output()).contains("Waiver W-1 is requested, until 2027-01-15, for use=u1");
            assertThat(asked.code()).isZero();
            Child attested = officer.audit(estate.arguments(
                    "attest",
                    "--format",
                    "json",
                    "u5",
                    "purposeSpecified=true",
                    "--evidence",
                    "T",
                    "--until",
                    "2027-01-15"));
            assertThat(attested.output()).contains("\"by\":\"dpo-1\"", "\"fact\":\"purposeSpecified\"");
            Child other = officer.audit(estate.arguments("attest", "u5", "x=y", "--by", "dpo-2"));
            assertThat(other.code()).isEqualTo(2);
            assertThat(other.output()).contains("goes in the name of AUDIT_USER, 'dpo-1'");
            reviews(estate, officer);
        }
    }
}
