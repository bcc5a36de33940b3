package org.trainingaudit.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trainingaudit.nightly.Slots.Share;
import org.trainingaudit.nightly.UseRows.UseRow;

class UseRowsTest {

    private static final String HASH = "0".repeat(64);

    private final MemoryDatabase database = new MemoryDatabase();
    private final JdbcTemplate jdbc = database.jdbc;
    private final Runs runs = new Runs(database.client);
    private final UseRows rows = new UseRows(database.client, database.jdbc);

    @BeforeEach
    void migrate() {
        database.migrate();
    }

    private Run collected(int uses) {
        RunRequest everything = new RunRequest(Optional.empty(), Map.of(), Set.of(), Set.of());
        Run run = runs.open(everything, LocalDate.of(2026, 11, 21), HASH, "", "");
        assertThat(rows.begin(run)).isTrue();
        rows.add(run, true, uses("in", uses));
        rows.add(run, false, uses("out", uses));
        rows.end(run);
        return run;
    }

    private static List<UseRow> uses(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new UseRow(0, name + i, "{}"))
                .toList();
    }

    private List<String> read(Run run, String step, Share share) {
        PendingUses pending = new PendingUses(rows, run, step, share);
        List<String> ids = new ArrayList<>();
        for (UseRow use = pending.read(); use != null; use = pending.read()) {
            ids.add(use.id());
        }
        return ids;
    }

    @Test
    void dealsEveryUseToOneShare() {
        collected(7);
        Run run = collected(1200);
        List<String> all = new ArrayList<>();
        for (int share = 0; share < 3; share++) {
            all.addAll(read(run, "judge", new Share(share, 3)));
        }
        assertThat(all)
                .containsExactlyElementsOf(
                        uses("in", 1200).stream().map(UseRow::id).toList());
        assertThat(rows.count(run)).isEqualTo(1200);
    }

    @Test
    void dealsAsManyUsesToEachShareHoweverManyNightsThereWere() {
        for (int night = 0; night < 3; night++) {
            runs.end(collected(400).key(), RunStatus.COMPLETE);
            while (rows.forgetSome()) {
                assertThat(rows.find(runs.all().get(0), "in0")).isEmpty();
            }
        }
        Run run = collected(400);
        for (int share = 0; share < 2; share++) {
            assertThat(rows.range(run, new Share(share, 2)))
                    .satisfies(part -> assertThat(part.last() - part.after()).isEqualTo(400));
        }
    }

    @Test
    void goesOnBehindTheLastOneThatAStepReached() {
        Run run = collected(600);
        long reached = rows.find(run, "in549").orElseThrow().position();
        rows.reach(run, "judge", reached);
        assertThat(read(run, "judge", new Share(0, 1))).hasSize(50).startsWith("in550");
        assertThat(read(run, "reconcile", new Share(0, 1))).hasSize(600);
    }

    @Test
    void saysThatARunHasItsUsesAlready() {
        assertThat(rows.begin(collected(1))).isFalse();
    }

    @Test
    void readsPagesAlongTheKey() {
        collected(1000);
        String plan = jdbc.queryForObject("explain " + UseRows.PAGE, String.class, "run", 0, 2000, 500);
        assertThat(plan).contains("PRIMARY_KEY").doesNotContain("run_key = ?1 *");
    }

    @Test
    void forgetsTheUsesOfRunsThatAreOver() {
        Run over = collected(6000);
        Run open = collected(10);
        runs.end(over.key(), RunStatus.COMPLETE);
        while (rows.forgetSome()) {
            assertThat(rows.count(open)).isEqualTo(10);
        }
        assertThat(rows.find(over, "in5999")).isEmpty();
        assertThat(read(open, "judge", new Share(0, 1))).hasSize(10);
    }
}
