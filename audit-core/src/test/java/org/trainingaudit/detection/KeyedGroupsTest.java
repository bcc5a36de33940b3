package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trainingaudit.dataset.DeclaredKey;
import org.trainingaudit.dataset.Row;
import org.trainingaudit.detection.Anonymity.Diversity;
import tools.jackson.databind.json.JsonMapper;

class KeyedGroupsTest {

    private static final List<String> COLUMNS = List.of("id", "born", "region", "diagnosis");
    private static final DeclaredKey KEY = new DeclaredKey(List.of("born", "region"), List.of("diagnosis"), 3);

    private static KeyedGroups groups(DeclaredKey key, List<? extends Row> rows) {
        KeyColumns columns = new KeyColumns(key);
        columns.columns(COLUMNS);
        rows.forEach(columns::row);
        return columns.groups();
    }

    @Test
    void saysHowManyRowsShareTheirCombinationAndHowMuchASecretVaries() {
        Anonymity found = groups(
                        KEY,
                        List.of(
                                Cells.of("1", "1980", "Kanto", "flu"),
                                Cells.of("2", "1980", "Kanto", " FLU"),
                                Cells.of("3", "1980", "Kanto", "cold"),
                                Cells.of("4", "1980", "Kansai", "cold"),
                                Cells.of("5", "1980", "Kansai", ""),
                                Cells.of("6", "1990", "Kanto", "")))
                .anonymity(KEY);
        assertThat(found)
                .isEqualTo(new Anonymity(
                        List.of("born", "region"),
                        List.of(),
                        3,
                        6,
                        3,
                        1,
                        3,
                        0,
                        1,
                        true,
                        List.of(new Diversity("diagnosis", 1, 100))));
        assertThat(found.smallestIsCertain()).isTrue();
    }

    @Test
    void doesNotRunNeighbouringValuesTogether() {
        DeclaredKey key = new DeclaredKey(List.of("born", "region"), List.of(), 2);
        assertThat(groups(key, List.of(Cells.of("1", "19", "80x", ""), Cells.of("2", "198", "0x", "")))
                        .anonymity(key)
                        .groups())
                .isEqualTo(2);
    }

    @Test
    void knowsNothingWhereAColumnOfTheKeyIsMissing() {
        DeclaredKey key = new DeclaredKey(List.of("born", "Region"), List.of("illness"), 3);
        Anonymity found =
                groups(key, List.of(Cells.of("1", "1980", "Kanto", "flu"))).anonymity(key);
        assertThat(found.absent()).containsExactly("Region", "illness");
        assertThat(found.counted()).isFalse();
        assertThat(found.smallestIsCertain()).isFalse();
        assertThat(found.rows()).isZero();
    }

    @Test
    void measuresEntropyOfTheValuesThatAreThere() {
        List<Cells> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(Cells.of("" + i, "1980", "Kanto", "illness " + i % 4));
            rows.add(Cells.of("" + i, "1990", "Kanto", "illness " + i));
        }
        assertThat(groups(KEY, rows).anonymity(KEY).diversity()).containsExactly(new Diversity("diagnosis", 4, 400));
        List<Cells> many =
                rows.stream().filter(row -> row.text(1).equals("1990")).toList();
        Diversity capped = groups(KEY, many).anonymity(KEY).diversity().get(0);
        assertThat(capped.distinct()).isEqualTo(Anonymity.MOST_VALUES);
        assertThat(capped.entropyHundredths())
                .as("the 24 others count as one, so no more than the 40 there are")
                .isBetween(500, 4000);
    }

    /** Against a map of everything, with parts added up in any order and grouping, some of them kept as JSON in between. */
    @Test
    void countsTheSameInAnyOrderAndPartsAsAPlainCountDoes() {
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            List<Cells> rows = new ArrayList<>();
            int size = 1 + random.nextInt(400);
            for (int i = 0; i < size; i++) {
                rows.add(Cells.of(
                        "" + i,
                        "19" + (70 + random.nextInt(1 + random.nextInt(12))),
                        "R" + random.nextInt(4),
                        random.nextInt(5) == 0 ? "" : "d" + random.nextInt(1 + random.nextInt(30))));
            }
            Anonymity whole = groups(KEY, rows).anonymity(KEY);
            plainly(whole, rows, "seed " + seed);
            Collections.shuffle(rows, random);
            List<KeyedGroups> parts = new ArrayList<>();
            for (int from = 0; from < rows.size(); ) {
                int to = Math.min(rows.size(), from + 1 + random.nextInt(90));
                parts.add(kept(groups(KEY, rows.subList(from, to)), random));
                from = to;
            }
            while (parts.size() > 1) {
                KeyedGroups one = parts.remove(random.nextInt(parts.size()));
                parts.add(kept(one.plus(parts.remove(random.nextInt(parts.size()))), random));
            }
            assertThat(parts.get(0).anonymity(KEY)).as("seed " + seed).isEqualTo(whole);
        }
    }

    private static KeyedGroups kept(KeyedGroups groups, Random random) {
        JsonMapper json = JsonMapper.shared();
        return random.nextBoolean() ? groups : json.readValue(json.writeValueAsString(groups), KeyedGroups.class);
    }

    private static void plainly(Anonymity got, List<Cells> rows, String what) {
        Map<String, Integer> sizes = new HashMap<>();
        Map<String, Set<String>> values = new HashMap<>();
        for (Cells row : rows) {
            String group = row.text(1) + "/" + row.text(2);
            sizes.merge(group, 1, Integer::sum);
            if (!row.text(3).isEmpty()) {
                values.computeIfAbsent(group, key -> new HashSet<>()).add(row.text(3));
            }
        }
        assertThat(got.rows()).as(what).isEqualTo(rows.size());
        assertThat(got.groups()).as(what).isEqualTo(sizes.size());
        assertThat(got.smallestGroup()).as(what).isEqualTo((long) Collections.min(sizes.values()));
        assertThat(got.uniqueRows())
                .as(what)
                .isEqualTo(sizes.values().stream().filter(size -> size == 1).count());
        assertThat(got.smallRows())
                .as(what)
                .isEqualTo(sizes.values().stream()
                        .filter(size -> size < 3)
                        .mapToInt(Integer::intValue)
                        .sum());
        int least = values.values().stream().mapToInt(Set::size).min().orElse(0);
        assertThat(got.diversity().get(0).distinct()).as(what).isEqualTo(Math.min(least, Anonymity.MOST_VALUES));
    }

    /** Past its room it keeps the same groups whatever the order and the parts, and says how far off it may be. */
    @Test
    void estimatesInBoundedMemoryWhateverTheOrderAndTheParts() {
        Random random = new Random(20_261_122);
        List<long[]> rows = new ArrayList<>();
        int unique = 0;
        for (int i = 0; i < 55_000; i++) {
            long group = random.nextLong() & Long.MAX_VALUE;
            int size = i % 5 == 0 ? 1 : 4;
            unique += size == 1 ? 1 : 0;
            for (int j = 0; j < size; j++) {
                rows.add(new long[] {group, 1 + random.nextInt(3)});
            }
        }
        KeyedGroups inOrder = counted(rows);
        Collections.shuffle(rows, random);
        KeyedGroups first = counted(rows.subList(0, 110_000));
        KeyedGroups second = counted(rows.subList(110_000, rows.size()));
        KeyedGroups both = second.plus(first);
        assertThat(both).isEqualTo(inOrder);
        assertThat(first.plus(second)).isEqualTo(inOrder);
        assertThat(places(both)).isLessThanOrEqualTo(GroupCounter.ROOM).isGreaterThan(GroupCounter.ROOM / 2);
        DeclaredKey key = new DeclaredKey(List.of("a"), List.of("b"), 4);
        Anonymity found = both.anonymity(key);
        assertThat(found.exact()).isFalse();
        assertThat(found.margin()).isBetween(1L, 300L);
        assertThat((double) found.uniqueRows()).isCloseTo(unique, within(3.0 * found.margin()));
        assertThat(found.smallRows()).isEqualTo(found.uniqueRows());
        assertThat(found.smallestIsCertain())
                .as("one row is as few as there can be")
                .isTrue();
    }

    private static int places(KeyedGroups groups) {
        return groups.byHash().values().stream()
                .mapToInt(group -> 1
                        + group.values().stream()
                                .mapToInt(values -> values.rowsByHash().size())
                                .sum())
                .sum();
    }

    private static KeyedGroups counted(List<long[]> rows) {
        GroupCounter counter = new GroupCounter();
        for (long[] row : rows) {
            counter.see(row[0], new long[] {row[1]});
        }
        return counter.groups(List.of());
    }

    @Test
    void cannotTellTheSmallestGroupWhereItCouldNotKeepAllAndSawNoSingleRow() {
        KeyedGroups sampled = new KeyedGroups(
                List.of(), 100, 1L << 40, new TreeMap<>(Map.of(5L, new KeyedGroups.Group(7, List.of()))));
        Anonymity found = sampled.anonymity(new DeclaredKey(List.of("a"), List.of(), 3));
        assertThat(found.smallestGroup()).isEqualTo(7);
        assertThat(found.smallestIsCertain()).isFalse();
        assertThat(found.margin()).isPositive();
    }
}
