package org.trainingaudit.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.use.DerivedFacts;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactValue;
import org.trainingaudit.use.Facts;
import org.trainingaudit.use.ReconciledUse;
import org.trainingaudit.use.Use;
import org.trainingaudit.use.UseState;

class AdequacyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static Providers shipped() {
        Faults faults = new Faults();
        Providers providers = Providers.load(ConfigFiles.read(Path.of("..", "config"), faults), faults);
        faults.throwIfAny();
        return providers;
    }

    private static Fact set(String name, String... members) {
        return Fact.of(name, FactValue.Members.of(Set.of(members)), "register:r.csv:2");
    }

    /** The derived facts on transfers, as {@code name=[members]}. */
    private static Map<String, String> facts(LocalDate day, Fact... stated) {
        Use use = new Use("u", "d", "t", UseState.DECLARED, Facts.of(List.of(stated)));
        ReconciledUse result = shipped().complete(new ReconciledUse(use, false, "", List.of()), day);
        Map<String, String> facts = new TreeMap<>();
        for (String name : List.of(
                DerivedFacts.TRANSFER_COUNTRIES,
                DerivedFacts.RECIPIENT_ADEQUATE_UNDER,
                DerivedFacts.RECIPIENT_ADEQUATE_CONDITIONALLY)) {
            result.use()
                    .facts()
                    .get(name)
                    .ifPresent(fact -> facts.put(name, fact.value().json().toString()));
        }
        return facts;
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // at home under each law that has it on no list but its own
                "FR    | 2026-11-22 | [EU, GB, JP] | [KR]",
                "FR    | 2025-09-16 | [EU, GB, JP] | [KR]",
                "FR    | 2025-09-15 | [EU, GB, JP] | []",
                "JP    | 2026-11-22 | [JP]         | [EU, GB]",
                "CH    | 2026-11-22 | [EU, GB]     | []",
                "GB    | 2026-11-22 | [EU, GB, JP] | []",
                // the day before the decision, its day, its last day and the one after
                "GB    | 2021-06-27 | [GB, JP]     | []",
                "GB    | 2021-06-28 | [EU, GB, JP] | []",
                "GB    | 2031-12-27 | [EU, GB, JP] | []",
                "GB    | 2031-12-28 | [GB, JP]     | []",
                "KR    | 2022-12-18 | [KR]         | [EU]",
                "KR    | 2022-12-19 | [KR]         | [EU, GB]",
                "US-CA | 2026-11-22 | []           | [EU, GB]",
                "IN    | 2026-11-22 | []           | []",
                // all of them have to be listed
                "FR;IN | 2026-11-22 | []           | []",
                "FR;JP | 2026-11-22 | [JP]         | [EU, GB]"
            })
    void knowsWhichLawListsTheRecipientsCountriesOnTheDay(String countries, LocalDate day, String under, String maybe) {
        Map<String, String> facts = facts(day, set("recipientCountry", countries.split(";")));

        assertThat(facts)
                .containsEntry(DerivedFacts.RECIPIENT_ADEQUATE_UNDER, under)
                .containsEntry(DerivedFacts.RECIPIENT_ADEQUATE_CONDITIONALLY, maybe);
    }

    @Test
    void takesTheConditionForMetOnlyWhereTheFactSaysSo() {
        Fact certified = Fact.of("recipientDpfCertified", new FactValue.Bool(true), "register:r.csv:2");

        assertThat(facts(DAY, set("recipientCountry", "US"), certified))
                .containsEntry(DerivedFacts.RECIPIENT_ADEQUATE_UNDER, "[EU]")
                .containsEntry(DerivedFacts.RECIPIENT_ADEQUATE_CONDITIONALLY, "[GB]");
    }

    @Test
    void saysNothingOfARecipientWhoseCountryNobodyKnows() {
        assertThat(facts(DAY, set("actorCountries", "JP"))).isEmpty();
    }

    @Test
    void gathersWhereTheDataGo() {
        assertThat(facts(
                        DAY,
                        set("actorCountries", "JP"),
                        set("sovereignty.trainingLocation", "JP", "US-OR"),
                        set("sovereignty.supportAccessCountries", "IN")))
                .containsEntry(DerivedFacts.TRANSFER_COUNTRIES, "[IN, US-OR]");
        assertThat(facts(DAY, set("sovereignty.trainingLocation", "US"))).isEmpty();
        assertThat(facts(DAY, set("actorCountries", "JP"), set("sovereignty.trainingLocation", "JP")))
                .containsEntry(DerivedFacts.TRANSFER_COUNTRIES, "[]");
    }

    @Test
    void countsTheCountryOfARecipientThatWasSeen() {
        assertThat(facts(DAY, set("recipientCountry", "JP"), set(DerivedFacts.RECIPIENTS_OBSERVED, "aws")))
                .containsEntry(DerivedFacts.RECIPIENT_ADEQUATE_UNDER, "[]");
    }

    @Test
    void tellsTheFaultsOfItsFile() {
        List<String> written = new ArrayList<>();
        written.add("{country: Japan, from: 2019-01-23, act: a}");
        written.add("{country: JP, from: 2019-01-23, until: 2019-01-22, act: a}");
        Faults faults = new Faults();
        Providers.load(
                ConfigFiles.of(
                        ConfigFile.of(
                                "adequacy.yaml",
                                "lists:\n  - {law: EU, home: [], source: s, entries: [" + String.join(", ", written)
                                        + "]}\n"
                                        + "  - {law: EU, home: [], source: s, entries: [{country: JP, from: 2019-01-23, act: a}]}\n")),
                faults);

        assertThat(faults.text())
                .contains("but found 'Japan'")
                .contains("is listed from 2019-01-23 and only until 2019-01-22")
                .contains("law 'EU' has two lists");
    }
}
