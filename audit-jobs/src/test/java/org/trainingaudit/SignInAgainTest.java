package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingaudit.access.Account;
import org.trainingaudit.access.Accounts;
import org.trainingaudit.access.FreshSignIn;
import org.trainingaudit.access.Role;
import org.trainingaudit.setup.AccessSettings;
import serving.Clocked;

/** Signing in again before what weighs most, and signing in with the organisation's own provider. */
class SignInAgainTest {

    @TempDir
    static Path folder;

    private static Provider provider;
    private static Served served;

    @BeforeAll
    static void start() throws Exception {
        Clocked.set("2026-11-21T03:00:00Z");
        provider = new Provider();
        Estate estate = Estate.small(folder);
        estate.write("client-secret", "the client's s3cret\n");
        estate.write(
                "config/application.yaml",
                "audit: {access: {oidc: {issuer: '" + provider.issuer() + "', client-id: training-audit,"
                        + " client-secret-file: " + estate.path("client-secret") + ", role-claim: groups,"
                        + " roles: {privacy: data-protection-officer, audit: auditor}}}}\n");
        served = Served.of(estate);
    }

    @AfterAll
    static void stop() {
        served.close();
        provider.close();
    }

    @BeforeEach
    void aPersonOfGoodStanding() {
        provider.name = "hanako";
        provider.groups = List.of("privacy");
        provider.signedInAgo = Duration.ZERO;
        provider.forged = false;
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(302, 303);
        return answer.headers().firstValue("Location").orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dpo-1 | /waivers/W-1/approve | reason=x",
                "dpo-1 | /uses/attest | id=u5&fact=x&evidence=T&until=2027-01-01",
                "admin | /accounts/enabled | name=dpo-2&enabled=false",
                "admin | /accounts | name=a&role=auditor&password=x"
            })
    void asksForThePasswordAgainBeforeWhatWeighsMost(String account, String path, String form) {
        Served.Person person = served.person(account);
        String token = person.token("/runs");
        assertThat(isAskedAgain(person.post(path, form, token))).isFalse();
        Clocked.pass(FreshSignIn.LASTS.plusSeconds(1));
        assertThat(isAskedAgain(person.post(path, form, token))).isTrue();
        assertThat(person.get("/confirm?back=/findings&lang=ja").body()).contains("もう一度パスワードを");
        assertThat(location(person.post("/confirm", "back=/findings&password=wrong", token)))
                .contains("/confirm?")
                .contains("error");
        assertThat(isAskedAgain(person.post(path, form, token))).isTrue();
        String right = "back=/findings&password=" + Served.PASSWORD.replace(' ', '+');
        assertThat(location(person.post("/confirm", right, token))).endsWith("/findings");
        assertThat(isAskedAgain(person.post(path, form, token))).isFalse();
        served.context.get(Accounts.class).setEnabled("dpo-2", true);
    }

    private static boolean isAskedAgain(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .filter(to -> to.contains("/confirm?back="))
                .isPresent();
    }

    @Test
    void leadsBackToNobodyElse() {
        assertThat(List.of("//evil.example", "https://evil.example", "/\\evil", "javascript:x", "/a\r\nb", ""))
                .allSatisfy(back -> assertThat(FreshSignIn.checked(back)).isEqualTo("/"));
        assertThat(FreshSignIn.checked("/finding?id=5d20c7be91f3a846")).isEqualTo("/finding?id=5d20c7be91f3a846");
    }

    /** Goes to the provider and back, as a browser does. */
    private static HttpResponse<String> organisation(Served.Person person) {
        String there = location(person.get("/oauth2/authorization/organisation"));
        String back = location(person.visit(URI.create(there)));
        return person.visit(URI.create(back));
    }

    @Test
    void letsPeopleInWithTheirOrganisation() {
        Served.Person person = served.person();
        assertThat(person.get("/sign-in?lang=en").body()).contains("Sign in with your organisation");
        assertThat(location(organisation(person))).doesNotContain("refused");
        assertThat(provider.lastAsked)
                .containsEntry("max_age", "900")
                .containsEntry("code_challenge_method", "S256")
                .containsKey("nonce");
        assertThat(person.get("/findings").statusCode()).isEqualTo(200);
        assertThat(served.context.get(Accounts.class).find("hanako"))
                .map(Account::role)
                .contains(Role.DATA_PROTECTION_OFFICER);
        HttpResponse<String> attested =
                person.post("/uses/attest", "id=u5&fact=x&evidence=T&until=2027-01-01", person.token("/runs"));
        assertThat(attested.statusCode())
                .as("the role may, and the sign-in is fresh; there is no such use before the first run")
                .isEqualTo(404);
        assertThat(served.get("hanako", "/api/v1/runs").statusCode())
                .as("no password here")
                .isEqualTo(401);

        provider.groups = List.of("audit");
        Served.Person again = served.person();
        organisation(again);
        assertThat(again.post("/uses/attest", "id=u5", again.token("/runs")).statusCode())
                .as("another role since")
                .isEqualTo(403);
        assertThat(person.get("/findings").statusCode())
                .as("the earlier session had another role")
                .isEqualTo(302);
        assertThat(person.get("/confirm").statusCode()).isEqualTo(302);
    }

    @Test
    void refusesWhomTheProviderDoesNotVouchForPlainly() {
        provider.groups = List.of("others");
        refused();
        provider.groups = List.of("privacy", "audit");
        refused();
        provider.groups = List.of("privacy");
        provider.name = "dpo-1";
        refused();
        provider.name = "Hanako Yamada";
        refused();
        provider.name = "schedule";
        refused();
        provider.name = "hanako";
        provider.signedInAgo = Duration.ofMinutes(16);
        refused();
        provider.signedInAgo = Duration.ZERO;
        provider.forged = true;
        refused();
    }

    private static void refused() {
        Served.Person person = served.person();
        assertThat(location(organisation(person))).contains("/sign-in?refused");
        assertThat(location(person.get("/runs"))).contains("/sign-in");
    }

    /** Tools hand over with a key of their own; nobody signs in for them. */
    @Test
    void knowsTheRolesThatSettingsMayName() {
        assertThat(EnumSet.complementOf(EnumSet.of(Role.COLLECTOR)))
                .extracting(Role::word)
                .containsExactlyInAnyOrderElementsOf(AccessSettings.ROLES);
    }
}
