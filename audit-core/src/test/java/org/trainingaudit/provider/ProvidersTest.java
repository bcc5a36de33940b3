package org.trainingaudit.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactValue;
import org.trainingaudit.use.Facts;
import org.trainingaudit.use.ReconciledUse;
import org.trainingaudit.use.Use;
import org.trainingaudit.use.UseState;

class ProvidersTest {

    private static final Providers PROVIDERS = load(ConfigFile.of("providers.yaml", """
            accessLaws:
              - {country: US, name: US CLOUD Act, source: s}
            providers:
              - {id: nimbus, name: Nimbus, aliases: [nim], kinds: [compute], country: JP, owner: Nimbus Inc, ownerCountry: US, source: form}
              - {id: sakura, name: Sakura, aliases: [], kinds: [compute], country: JP, owner: Sakura, ownerCountry: JP, source: exchange}
            """));

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private static Providers load(ConfigFile... file) {
        Faults faults = new Faults();
        Providers providers = Providers.load(ConfigFiles.of(file), faults);
        faults.throwIfAny();
        return providers;
    }

    /** Facts as {@code name=value}; a value with a plus before it is a set. */
    private static Use use(String... stated) {
        List<Fact> facts = new ArrayList<>();
        for (String one : stated) {
            String[] parts = one.split("=", 2);
            FactValue value = parts[1].startsWith("+")
                    ? FactValue.Members.of(Set.of(parts[1].substring(1).split(",")))
                    : new FactValue.Text(parts[1]);
            facts.add(Fact.of(parts[0], value, "register:r.csv:2"));
        }
        return new Use("u", "d", "t", UseState.DECLARED, Facts.of(facts));
    }

    @Test
    void followsTheOwnerAbroadThoughTheMachinesAreAtHome() {
        Dependence found = PROVIDERS.dependence(
                use(
                        "subjectCountries=+JP",
                        "sovereignty.provider=NIM",
                        "dataLocatedIn=+JP",
                        "sovereignty.weightsControl=api-only",
                        "transferMechanism=dpf"),
                DAY);

        assertThat(found.provider()).contains("nimbus");
        assertThat(found.country()).contains("JP");
        assertThat(found.ownerCountry()).contains("US");
        assertThat(found.foreignLaws()).containsExactly("US CLOUD Act");
        assertThat(found.domestic()).contains(false);
        assertThat(found.flags()).containsExactly("foreign-control", "api-only-no-exit", "mechanism-under-challenge");
    }

    @Test
    void callsNothingDomesticOfWhichItKnowsTooLittle() {
        assertThat(PROVIDERS
                        .dependence(use("subjectCountries=+JP", "sovereignty.provider=sakura"), DAY)
                        .domestic())
                .isEmpty();
        assertThat(PROVIDERS
                        .dependence(
                                use("subjectCountries=+JP", "sovereignty.provider=sakura", "dataLocatedIn=+JP"), DAY)
                        .domestic())
                .contains(true);
        assertThat(PROVIDERS
                        .dependence(use("sovereignty.provider=sakura", "dataLocatedIn=+JP"), DAY)
                        .domestic())
                .isEmpty();
        Dependence unknown = PROVIDERS.dependence(use("subjectCountries=+JP", "dataLocatedIn=+JP"), DAY);
        assertThat(unknown.provider()).isEmpty();
        assertThat(unknown.domestic()).isEmpty();
        assertThat(unknown.flags()).containsExactly("provider-unknown");
    }

    @Test
    void callsNothingDomesticThatIsReachedOrAnsweredAbroad() {
        for (String abroad :
                List.of("sovereignty.supportAccessCountries=+IN,JP", "sovereignty.inferenceLocation=+US")) {
            assertThat(PROVIDERS
                            .dependence(
                                    use(
                                            "subjectCountries=+JP",
                                            "sovereignty.provider=sakura",
                                            "dataLocatedIn=+JP",
                                            abroad),
                                    DAY)
                            .domestic())
                    .as(abroad)
                    .contains(false);
        }
    }

    /** A company of California is one of the United States, whose laws reach it. */
    @Test
    void followsAStateOfAFederationToItsCountry() {
        Dependence abroad = PROVIDERS.dependence(
                use(
                        "subjectCountries=+JP",
                        "sovereignty.provider=elsewhere",
                        "sovereignty.providerCountry=+US-CA",
                        "sovereignty.providerUltimateOwnerCountry=+US-CA",
                        "dataLocatedIn=+JP"),
                DAY);
        assertThat(abroad.foreignLaws()).containsExactly("US CLOUD Act");
        assertThat(abroad.country()).contains("US-CA");

        Dependence home = PROVIDERS.dependence(
                use(
                        "subjectCountries=+US",
                        "sovereignty.provider=elsewhere",
                        "sovereignty.providerCountry=+US-CA",
                        "sovereignty.providerUltimateOwnerCountry=+US-CA",
                        "dataLocatedIn=+US-CA"),
                DAY);
        assertThat(home.domestic()).contains(true);
        assertThat(home.flags()).isEmpty();
        assertThat(home.foreignLaws()).isEmpty();
    }

    @Test
    void takesTheRecipientForTheProviderUnlessThereIsNone() {
        assertThat(PROVIDERS
                        .dependence(use("recipientId=nimbus", "recipientType=third-party"), DAY)
                        .provider())
                .contains("nimbus");
        assertThat(PROVIDERS
                        .dependence(use("recipientId=nimbus", "recipientType=none"), DAY)
                        .provider())
                .isEmpty();
        assertThat(PROVIDERS
                        .dependence(use("recipientId=somebody", "recipientCountry=+US-CA"), DAY)
                        .provider())
                .contains("somebody");
        assertThat(PROVIDERS
                        .dependence(use("sovereignty.provider=own", "actorCountries=+JP", "subjectCountries=+JP"), DAY)
                        .ownerCountry())
                .contains("JP");
    }

    @Test
    void tellsWhoseModelItIsOnlyWhereThatIsKnown() {
        Providers providers = load(ConfigFile.of("providers.yaml", """
                accessLaws: []
                providers:
                  - {id: maker, name: Maker, aliases: [], kinds: [model], country: FR, owner: Big, ownerCountry: US, source: s}
                  - {id: cloud, name: Cloud, aliases: [], kinds: [compute, model], country: JP, owner: C, ownerCountry: JP, source: s}
                """));
        Dependence.Model maker = new Dependence.Model(Optional.of("maker"), Optional.of("FR"), Optional.of("US"));
        assertThat(providers
                        .dependence(use("sovereignty.provider=cloud", "sovereignty.modelProvider=Maker"), DAY)
                        .model())
                .isEqualTo(maker);
        assertThat(providers.dependence(use("recipientId=maker"), DAY).model()).isEqualTo(maker);
        assertThat(providers.dependence(use("sovereignty.provider=cloud"), DAY).model())
                .as("it offers more than models")
                .isEqualTo(new Dependence.Model(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void tellsOnWhatAdequacyRestsOnTheDay() {
        Providers providers = load(
                ConfigFile.of("providers.yaml", "{accessLaws: [], providers: []}"),
                ConfigFile.of("regimes/countries.yaml", "groups: {EEA: [FR, DE]}"),
                ConfigFile.of("adequacy.yaml", """
                        lists:
                          - law: KR
                            home: [KR]
                            source: s
                            entries:
                              - {country: EEA, from: 2025-09-16, act: Notice 1, only: {en: some data, ja: 一部}}
                          - {law: GB, home: [GB], source: s, entries: [{country: FR, from: 2020-12-31, until: 2025-12-31, act: Old}]}
                        """));
        assertThat(providers.dependence(use("recipientCountry=+FR,US"), DAY).adequacy())
                .containsExactly("KR FR since 2025-09-16: Notice 1, only some data");
        assertThat(providers
                        .dependence(use("recipientCountry=+FR"), LocalDate.of(2025, 1, 1))
                        .adequacy())
                .containsExactly("GB FR since 2020-12-31 until 2025-12-31: Old");
    }

    @Test
    void addsWhatNobodyStatesAndKeepsWhatIsStated() {
        Use bare = use("recipientId=nimbus", "recipientType=third-party");
        assertThat(PROVIDERS.facts(bare))
                .extracting(Fact::name)
                .containsExactly(
                        "recipientCountry",
                        "recipientOwnershipCountries",
                        "sovereignty.providerCountry",
                        "sovereignty.providerUltimateOwnerCountry",
                        "sovereignty.foreignAccessLaw");
        assertThat(PROVIDERS.facts(bare)).extracting(Fact::origin).containsOnly("providers:nimbus");

        Use stated = use("recipientId=nimbus", "recipientType=third-party", "recipientOwnershipCountries=+JP");
        ReconciledUse result = PROVIDERS.complete(new ReconciledUse(stated, false, "", List.of()), DAY);
        assertThat(result.use().facts().get("recipientOwnershipCountries"))
                .map(Fact::origin)
                .contains("register:r.csv:2");
        assertThat(result.contradictions()).singleElement().satisfies(one -> {
            assertThat(one.what()).isEqualTo("recipientOwnershipCountries");
            assertThat(one.claimed()).isEqualTo("JP");
            assertThat(one.observed()).isEqualTo("US");
        });
    }

    @Test
    void tellsTheFaultsOfItsFile() {
        assertThat(faults("{id: a, name: A, country: Japan, owner: A, ownerCountry: JP, kinds: [], source: s}"))
                .contains("must be a country such as JP");
        assertThat(faults("{id: b, name: B, country: JP, owner: B, ownerCountry: JP, kinds: [], source: s}\n"
                        + "  - {id: c, name: B, country: JP, owner: C, ownerCountry: JP, kinds: [], source: s}"))
                .contains("provider 'c' goes by the name 'b', which 'b' has already");
    }

    private static String faults(String providers) {
        Faults faults = new Faults();
        Providers.load(ConfigFiles.of(ConfigFile.of("providers.yaml", "providers:\n  - " + providers + "\n")), faults);
        return faults.text();
    }

    @Test
    void shipsACatalogueWithoutFaults() {
        Faults faults = new Faults();
        ConfigFiles files = ConfigFiles.read(Path.of("..", "config"), faults);
        Providers shipped = Providers.load(files, faults);
        faults.throwIfAny();

        assertThat(shipped.find("AWS").map(Provider::ownerCountry)).contains("US");
        assertThat(Optional.of("sakura").flatMap(shipped::find).map(Provider::country))
                .contains("JP");
    }
}
