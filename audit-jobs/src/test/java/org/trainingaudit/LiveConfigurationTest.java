package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.config.ConfigurationException;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.LiveConfiguration;
import org.trainingaudit.setup.Places;

/** The configuration of a program that keeps running: the last good set, and what is wrong with the newest. */
class LiveConfigurationTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);
    private static final String PACK = "config/regimes/clinic-code.yaml";

    @TempDir
    Path folder;

    private Estate estate;
    private Places places;

    @BeforeEach
    void makeEstate() throws IOException {
        estate = new Estate(folder);
        estate.write("config/sources.yaml", "sources: []\n");
        try (var packs = Files.list(estate.path("config/regimes"))) {
            for (Path pack :
                    packs.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                if (!pack.endsWith("countries.yaml")) {
                    Files.delete(pack);
                }
            }
        }
        estate.write(PACK, pack("First", "consentObtained"));
        places = new Places(estate.path("config"), estate.path("var"));
    }

    private static String pack(String name, String fact) {
        return "regime: clinic-code\nname: {en: " + name + ", ja: 規範}\njurisdiction: JP\ntimezone: Asia/Tokyo\n"
                + "rules:\n  - {id: R-1, kind: duty, citation: \"1\", title: {en: A, ja: あ}, requires: {" + fact
                + ": true}}\n";
    }

    private LiveConfiguration open() {
        return LiveConfiguration.open(places, CLOCK);
    }

    private static String name(Configuration configuration) {
        return configuration.regimes().get("clinic-code").orElseThrow().name().en();
    }

    @Test
    void takesAGoodSetInPlaceOfTheLast() {
        LiveConfiguration live = open();
        String before = live.state().sha256();
        estate.write(PACK, pack("Second", "consentObtained"));
        assertThat(name(live.current())).isEqualTo("First");
        assertThat(live.refresh().refused()).isEmpty();
        assertThat(name(live.current())).isEqualTo("Second");
        assertThat(live.state().sha256()).isNotEqualTo(before);
    }

    @Test
    void keepsTheLastGoodSetAndTellsWhatIsWrong() {
        LiveConfiguration live = open();
        Configuration served = live.current();
        estate.write(PACK, pack("Second", "consentObtaned"));
        LiveConfiguration.State state = live.refresh();
        assertThat(live.current()).isSameAs(served);
        LiveConfiguration.Refused refused = state.refused().orElseThrow();
        assertThat(refused.changed()).containsExactly("changed regimes/clinic-code.yaml");
        assertThat(refused.wrongs()).singleElement().asString().contains("did you mean 'consentObtained'?");
        assertThat(refused.since()).isEqualTo(CLOCK.instant());
        assertThat(live.refresh().refused()).contains(refused);
        estate.write(PACK, pack("First", "consentObtained"));
        assertThat(live.refresh().refused()).isEmpty();
        assertThat(live.current()).isSameAs(served);
    }

    @Test
    void refusesASetWhoseCasesFailOrWhoseFolderIsGone() throws IOException {
        LiveConfiguration live = open();
        String cases = "config/regimes/clinic-code.cases.yaml";
        estate.write(cases, """
                regime: clinic-code
                asOf: 2026-11-21
                cases:
                  - {note: not so, use: {consentObtained: false}, verdict: compliant}
                """);
        assertThat(live.refresh().refused().orElseThrow().wrongs())
                .singleElement()
                .asString()
                .contains("FAILED: not so");
        Files.delete(estate.path(cases));
        Files.move(estate.path("config"), estate.path("elsewhere"));
        assertThat(live.refresh().refused().orElseThrow().wrongs())
                .singleElement()
                .asString()
                .contains("no such folder");
        assertThat(name(live.current())).isEqualTo("First");
    }

    @Test
    void doesNotBeginWithAFaultySet() {
        estate.write(PACK, pack("First", "consentObtaned"));
        assertThatThrownBy(this::open)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("did you mean");
    }

    @Test
    void neverShowsAReaderASetThatIsNotWhole() throws Exception {
        LiveConfiguration live = open();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> reading = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                reading.add(readers.submit(() -> {
                    do {
                        seen.add(name(live.current()));
                        seen.add(live.state().refused().isPresent() ? "refused" : "served");
                    } while (!done.get());
                }));
            }
            for (int i = 0; i < 5; i++) {
                estate.write(PACK, pack("Good" + i, "consentObtained"));
                live.refresh();
                estate.write(PACK, pack("Bad" + i, "consentObtaned"));
                live.refresh();
            }
            done.set(true);
            for (Future<?> each : reading) {
                each.get();
            }
        } finally {
            readers.shutdownNow();
        }
        assertThat(seen).doesNotContain("Bad0", "Bad1", "Bad2", "Bad3", "Bad4").contains("refused");
        assertThat(name(live.current())).isEqualTo("Good4");
    }
}
