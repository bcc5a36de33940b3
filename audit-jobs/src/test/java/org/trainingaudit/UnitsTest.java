package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingaudit.access.Accounts;
import org.trainingaudit.access.Role;
import org.trainingaudit.access.Sights;
import org.trainingaudit.finding.Finding;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.view.NightList;
import serving.Clocked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two units in one estate: what one of them sees of the other, which is nothing, not even how much there is. */
class UnitsTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RUN = "manual/2026-11-21/1";
    private static final String ZETA = Finding.idOf("jp-appi", "zeta-1");
    private static final String ALPHA = Finding.idOf("jp-appi", "alpha-1");

    @TempDir
    static Path folder;

    private static Served served;
    private static final Map<String, Served.Person> PEOPLE = new HashMap<>();

    @BeforeAll
    static void serve() throws InterruptedException {
        Clocked.set("2026-11-21T03:00:00Z");
        served = Served.of(estate());
        Accounts accounts = served.context.get(Accounts.class);
        accounts.add("alpha-auditor", Role.AUDITOR, "alpha-office", Served.PASSWORD);
        accounts.add("alpha-dpo", Role.DATA_PROTECTION_OFFICER, "alpha-office", Served.PASSWORD);
        accounts.add("alpha-operator", Role.OPERATOR, "alpha-office", Served.PASSWORD);
        accounts.add("lost-auditor", Role.AUDITOR, "no-such-office", Served.PASSWORD);
        Operations operations = served.context.get(Operations.class);
        operations.start(RunRequest.everything(), new By("operator-1", "for the test"), Optional.empty());
        operations.awaitIdle();
        String wish = "{\"finding\":\"" + ZETA + "\",\"reason\":\"ticket zeta\",\"until\":\"2027-01-15\"}";
        assertThat(served.call("dpo-1", "POST", "/api/v1/waivers", wish).statusCode())
                .isEqualTo(201);
    }

    /** The same data, register and breaches in both units, and a use that names no dataset. */
    private static Estate estate() {
        Estate estate = new Estate(folder);
        StringBuilder sources = new StringBuilder("sources:\n");
        StringBuilder register = new StringBuilder(
                "use,dataset,training,actorOrgType,actorCountries,subjectCountries,activity,categories,purposeSpecified,"
                        + "purposeIncludesAiTraining,individualDecisionUse,identifiability,structuredDatabase\n");
        for (String unit : List.of("alpha", "zeta")) {
            estate.write(
                    "data/" + unit + "/people.csv",
                    "patient_id,氏名,email,病名\n1,山田太郎,a@example.com,糖尿病\n2,佐藤花子,b@example.com,喘息\n");
            estate.write("data/" + unit + "/broken.csv", "name,email\nAnn Lee,ann@example.com\nonly one cell\n");
            sources.append("  - id: " + unit + "\n    kind: folder\n    path: " + folder.resolve("data/" + unit)
                    + "\n    owner: " + unit + "-office\n    subjectCountries: [JP]\n    datasets:\n"
                    + "      - {name: people, file: people.csv}\n      - {name: broken, file: broken.csv}\n");
            for (int use = 1; use <= 3; use++) {
                register.append(
                        unit + "-" + use + "," + unit + "/people," + unit
                                + "-model,private,JP,JP,train-own,health.medical_history;contact,false,false,true,identified,true\n");
            }
        }
        register.append("stray-zeta,,zeta-model,private,JP,JP,train-own,contact,,,,identified,true\n");
        estate.write("data/register.csv", register.toString());
        estate.write("config/sources.yaml", sources + "registers:\n  - " + folder.resolve("data/register.csv") + "\n");
        return estate;
    }

    @AfterAll
    static void end() {
        served.close();
    }

    /** All that can be looked at without naming an object of the other unit. */
    static Stream<String> addresses() {
        return Stream.of(
                "/",
                "/running",
                "/runs",
                "/runs/" + RUN,
                "/runs/" + RUN + "/live",
                "/datasets",
                "/dataset?id=alpha/people",
                "/uses",
                "/uses?regime=jp-appi",
                "/uses?verdict=violation",
                "/use?id=alpha-1",
                "/findings",
                "/findings?state=",
                "/findings?state=waived",
                "/findings?state=unwaived",
                "/finding?id=" + ALPHA,
                "/what-changes?from=2026-11-21&to=2028-07-16",
                "/regimes",
                "/regimes/jp-appi",
                "/reports",
                "/reports/" + RUN,
                "/trail",
                "/api/v1/runs",
                "/api/v1/runs/" + RUN,
                "/api/v1/runs/" + RUN + "/steps",
                "/api/v1/runs/" + RUN + "/actions",
                "/api/v1/uses",
                "/api/v1/uses?regime=jp-appi",
                "/api/v1/uses?sources=alpha&sources=zeta&sight.sources=zeta",
                "/api/v1/uses/alpha-1",
                "/api/v1/uses/alpha-1/verdicts",
                "/api/v1/datasets",
                "/api/v1/datasets/alpha/people/classifications",
                "/api/v1/findings",
                "/api/v1/waivers",
                "/api/v1/reports?run=" + RUN);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void seesNothingOfTheOther(String address) {
        for (String account : List.of("alpha-auditor", "alpha-dpo", "alpha-operator", "lost-auditor")) {
            HttpResponse<String> answer = get(account, address);
            assertThat(Served.withoutTokens(answer))
                    .as(account + " " + address)
                    .doesNotContainIgnoringCase("zeta")
                    .doesNotContain(ZETA, "ticket");
        }
        assertThat(get("alpha-auditor", address).statusCode()).as(address).isIn(200, 286);
    }

    private static HttpResponse<String> get(String account, String address) {
        return address.startsWith("/api/")
                ? served.get(account, address)
                : PEOPLE.computeIfAbsent(account, served::person).get(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dataset?id=zeta/people",
                "/use?id=zeta-1",
                "/use?id=stray-zeta",
                "/use/turns?id=zeta-1&regime=jp-appi",
                "/report?run=" + RUN + "&name=verdicts.csv",
                "/proof?run=" + RUN + "&name=verdicts.csv",
                "/api/v1/uses/zeta-1",
                "/api/v1/uses/zeta-1/verdicts",
                "/api/v1/datasets/zeta/people",
                "/api/v1/datasets/zeta/people/classifications",
                "/api/v1/reports/file?run=" + RUN + "&name=verdicts.csv",
                "/api/v1/reports/proof?run=" + RUN + "&name=verdicts.csv"
            })
    void findsNoObjectOfTheOther(String address) {
        assertThat(get("alpha-auditor", address).statusCode()).as(address).isEqualTo(404);
        assertThat(get("auditor-1", address).statusCode()).as(address).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"uses?dataset=zeta/people", "uses?dataset=zeta/people&regime=jp-appi", "findings?use=zeta-1"})
    void findsNoneOfTheOtherByAFilter(String list) {
        assertThat(JSON.readTree(served.get("alpha-auditor", "/api/v1/" + list).body())
                        .path("items"))
                .isEmpty();
        assertThat(JSON.readTree(served.get("auditor-1", "/api/v1/" + list).body())
                        .path("items"))
                .isNotEmpty();
    }

    @Test
    void findsNoFindingOfTheOther() {
        assertThat(get("alpha-dpo", "/finding?id=" + ZETA).statusCode()).isEqualTo(404);
        assertThat(get("alpha-dpo", "/api/v1/findings/" + ZETA).statusCode()).isEqualTo(404);
        assertThat(get("dpo-1", "/finding?id=" + ZETA).statusCode()).isEqualTo(200);
    }

    @Test
    void touchesNothingOfTheOther() {
        String wish = "{\"finding\":\"" + ZETA + "\",\"reason\":\"mine\",\"until\":\"2027-01-15\"}";
        assertThat(served.call("alpha-dpo", "POST", "/api/v1/waivers", wish).statusCode())
                .isEqualTo(404);
        for (String act : List.of("approve", "refuse", "withdraw")) {
            String path = "/api/v1/waivers/W-1/" + act;
            assertThat(served.call("alpha-dpo", "POST", path, "{\"reason\":\"mine\"}")
                            .statusCode())
                    .as(act)
                    .isEqualTo(404);
            Served.Person dpo = served.person("alpha-dpo");
            assertThat(dpo.post("/waivers/W-1/" + act, "reason=mine", dpo.token("/runs"))
                            .statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
        Served.Person dpo = served.person("alpha-dpo");
        String answer = "id=zeta-1&fact=consentObtained&value=true&evidence=T-1&until=2027-11-21";
        assertThat(dpo.post("/uses/attest", answer, dpo.token("/runs")).statusCode())
                .isEqualTo(404);
        assertThat(served.get("auditor-1", "/api/v1/waivers").body()).contains("requested");
    }

    /** They are counted over everybody's uses. */
    @Test
    void getsNoFiguresOfTheProgram() {
        assertThat(served.get("auditor-1", "/actuator/prometheus").statusCode()).isEqualTo(200);
        for (String account : List.of("alpha-auditor", "alpha-operator", "lost-auditor")) {
            HttpResponse<String> figures = served.get(account, "/actuator/prometheus");
            assertThat(figures.statusCode()).as(account).isEqualTo(403);
            assertThat(figures.body()).doesNotContain("audit_verdicts");
        }
    }

    /** What is another's and what isn't there look alike. */
    @Test
    void learnsNothingOfAttestationsByTryingNumbers() {
        String wish = "{\"use\":\"zeta-1\",\"fact\":\"consentObtained\",\"value\":\"true\",\"evidence\":\"T-1\","
                + "\"until\":\"2027-11-21\"}";
        HttpResponse<String> given = served.call("dpo-1", "POST", "/api/v1/attestations", wish);
        long number = JSON.readTree(given.body()).path("number").asLong();
        HttpResponse<String> others = withdraw("alpha-dpo", number);
        HttpResponse<String> none = withdraw("alpha-dpo", 999_999);
        assertThat(others.statusCode()).as(others.body()).isEqualTo(404);
        assertThat(none.statusCode()).as(none.body()).isEqualTo(404);
        assertThat(none.body()).isEqualTo(others.body().replace("/" + number + "/", "/999999/"));
        assertThat(withdraw("dpo-1", number).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> withdraw(String account, long number) {
        return served.call(
                account, "POST", "/api/v1/attestations/" + number + "/withdraw", "{\"reason\":\"no longer so\"}");
    }

    @Test
    void countsItsOwnAlone() {
        NightList nights = served.context.get(NightList.class);
        Sights sights = served.context.get(Sights.class);
        long all = uses("auditor-1");
        long own = uses("alpha-auditor");
        assertThat(all).isEqualTo(7);
        assertThat(own).isEqualTo(3);
        long violations = nights.counts(RUN, sights.of("alpha-auditor")).stream()
                .filter(count ->
                        count.regime().equals("jp-appi") && count.verdict().equals("violation"))
                .mapToLong(NightList.Count::uses)
                .sum();
        assertThat(violations).isEqualTo(3);
        assertThat(nights.counts(RUN, sights.of("lost-auditor"))).isEmpty();
        JsonNode steps = JSON.readTree(
                served.get("alpha-auditor", "/api/v1/runs/" + RUN + "/steps").body());
        assertThat(steps).isNotEmpty().noneMatch(step -> step.has("read") || step.has("written"));
    }

    private static long uses(String account) {
        return JSON.readTree(served.get(account, "/api/v1/uses").body())
                .path("items")
                .size();
    }
}
