package org.trainingaudit.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cron expression means where clocks are put forward and back. */
class FireTimesTest {

    private static final Instant FROM = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant TO = Instant.parse("2036-01-01T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Asia/Tokyo",
                "America/New_York",
                "Europe/London",
                "Australia/Lord_Howe",
                "America/Sao_Paulo",
                "Africa/Cairo"
            })
    void comesOnceEachDayForTenYears(String zone) {
        ZoneId there = ZoneId.of(zone);
        for (String cron :
                new String[] {"0 0 2 * * *", "0 30 2 * * *", "0 30 1 * * *", "0 0 0 * * *", "0 15 3 * * *"}) {
            FireTimes times = new FireTimes(cron, there);
            Set<LocalDate> days = new HashSet<>();
            Instant at = FROM;
            int count = 0;
            for (var next = times.next(at);
                    next.filter(fire -> fire.at().isBefore(TO)).isPresent();
                    next = times.next(at)) {
                at = next.get().at();
                assertThat(days.add(LocalDate.ofInstant(at, there)))
                        .as("%s %s %s", zone, cron, at)
                        .isTrue();
                count++;
            }
            assertThat(count).as("%s %s", zone, cron).isEqualTo(3652);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // the clock is put forward from 02:00 to 03:00
        "2026-03-08T06:00:00Z, 2026-03-08T07:00:00Z, put forward",
        // the clock shows 01:00 to 02:00 twice; 02:30 once
        "2026-11-01T05:00:00Z, 2026-11-01T07:30:00Z, ''"
    })
    void saysWhyItMoved(Instant after, Instant wanted, String moved) {
        FireTimes.Fire fire = new FireTimes("0 30 2 * * *", ZoneId.of("America/New_York"))
                .next(after)
                .orElseThrow();
        assertThat(fire.at()).isEqualTo(wanted);
        assertThat(fire.moved()).contains(moved);
    }

    @Test
    void takesTheFirstOfTwo() {
        FireTimes times = new FireTimes("0 30 1 * * *", ZoneId.of("America/New_York"));
        Instant first =
                times.next(Instant.parse("2026-11-01T04:00:00Z")).orElseThrow().at();
        assertThat(first).isEqualTo("2026-11-01T05:30:00Z");
        assertThat(times.next(first).orElseThrow().at()).isEqualTo("2026-11-02T06:30:00Z");
    }
}
