package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trainingaudit.bulk.BulkInsert;

/**
 * Where the entry of an id stands: what makes an entry recorded once, however often its step is tried.
 *
 * <p>Ids are hashes, so an index over them is hit at random and each new id costs a page of it. The table {@code trail_id} is
 * therefore narrow, a number for the first 64 bits of an id, and is written in the order of those numbers, thousands at a
 * time. Ids that begin alike stand at the next free numbers; the entry itself says which of them is meant.
 *
 * <p>Until there are thousands, the newest ids are held here. They count only as long as the log's tree is the one they were
 * learnt with; after a rollback, or when another process has added entries, they are read from the entries again.
 */
final class TrailIds {

    private static final int AT_ONCE = 1000;
    private static final int PAGE = 1000;

    /** One look by key for each number. H2 answers "place in (...)" by reading the whole table. */
    private static final String TAKEN = "select wanted.place from unnest(cast(? as bigint array)) as wanted(place)"
            + " where exists (select 1 from trail_id i where i.place = wanted.place)";

    private record Place(long place, int log, long seq) {}

    private final JdbcTemplate jdbc;
    private final BulkInsert inserts;
    private final int held;
    private NewestIds newest = new NewestIds(0, 0);

    /**
     * An index over the ids.
     *
     * @param held how many of the newest are held here before they are written; 0 where processes take turns
     */
    TrailIds(JdbcTemplate jdbc, int held) {
        this.jdbc = jdbc;
        this.inserts = BulkInsert.of(jdbc);
        this.held = held;
    }

    /** Which of these ids an entry of that log has, as it was when it was {@linkplain #learn learnt}. */
    synchronized Set<String> known(int log, Collection<String> ids) {
        Set<Long> taken = taken(ids.stream().map(TrailIds::first).toList());
        return ids.stream()
                .filter(id -> isNewest(log, id) || (taken.contains(first(id)) && holds(log, id)))
                .collect(Collectors.toSet());
    }

    /** Whether an entry of that log has this id, as far as the table knows it. */
    boolean holds(int log, String id) {
        for (long place = first(id); ; place++) {
            List<Place> found = at(place);
            if (found.isEmpty()) {
                return false;
            }
            if (found.get(0).log == log && isOf(found.get(0), id)) {
                return true;
            }
        }
    }

    private boolean isNewest(int log, String id) {
        return newest.log() == log
                && newest.seqs().getOrDefault(first(id), List.of()).stream()
                        .anyMatch(seq -> isOf(new Place(first(id), log, seq), id));
    }

    /** Remembers where the entries of these new ids stand; {@code after} is the log's head with them. */
    synchronized void add(LogTables.Head after, Map<String, Long> seqs) {
        newest.add(after, seqs);
        if (newest.count() >= held) {
            store();
        }
    }

    private void store() {
        write(newest.log(), newest.size(), newest.seqs());
        newest = newest.stored();
    }

    /** Writes what is held here: the log is about to be closed. */
    synchronized void settle(LogTables.Head head) {
        learn(head);
        store();
    }

    /** Makes sure that the newest ids are those of this log as it is; its head is held by the caller. */
    synchronized void learn(LogTables.Head head) {
        if (!newest.isOf(head)) {
            newest = new NewestIds(head.log(), stored(head.log()));
            read(head);
        }
    }

    private void read(LogTables.Head head) {
        while (newest.size() < head.size()) {
            long to = Math.min(head.size(), newest.size() + PAGE);
            newest.add(to, page(head.log(), newest.size(), to));
            if (newest.count() >= held) {
                store();
            }
        }
        newest.add(head, Map.of());
    }

    private void write(int log, long size, Map<Long, List<Long>> seqs) {
        Set<Long> taken = taken(List.copyOf(seqs.keySet()));
        SortedMap<Long, Long> fresh = new TreeMap<>();
        seqs.forEach((first, all) -> all.forEach(seq -> fresh.put(free(first, taken, fresh), seq)));
        List<Object[]> rows = new ArrayList<>();
        fresh.forEach((place, seq) -> rows.add(new Object[] {place, log, seq}));
        inserts.insert("trail_id", List.of("place", "log", "seq"), rows);
        if (jdbc.update("update trail_id_known set size = ? where log = ?", size, log) == 0) {
            jdbc.update("insert into trail_id_known (log, size) values (?, ?)", log, size);
        }
    }

    private long free(long first, Set<Long> taken, SortedMap<Long, Long> fresh) {
        long place = first;
        while (fresh.containsKey(place)
                || (place == first ? taken.contains(place) : !at(place).isEmpty())) {
            place++;
        }
        return place;
    }

    private long stored(int log) {
        return jdbc.queryForList("select size from trail_id_known where log = ?", Long.class, log).stream()
                .findFirst()
                .orElse(0L);
    }

    private Map<String, Long> page(int log, long from, long to) {
        Map<String, Long> page = new HashMap<>();
        jdbc.query(
                "select seq, bytes from trail_entry where log = ? and seq >= ? and seq < ?",
                row -> {
                    page.put(idOf(row.getBytes(2)), row.getLong(1));
                },
                log,
                from,
                to);
        return page;
    }

    private Set<Long> taken(List<Long> places) {
        Set<Long> taken = new HashSet<>();
        List<Long> sorted = places.stream().sorted().distinct().toList();
        for (int from = 0; from < sorted.size(); from += AT_ONCE) {
            Long[] part = sorted.subList(from, Math.min(sorted.size(), from + AT_ONCE))
                    .toArray(Long[]::new);
            taken.addAll(jdbc.query(
                    connection -> {
                        PreparedStatement select = connection.prepareStatement(TAKEN);
                        select.setArray(1, connection.createArrayOf("bigint", part));
                        return select;
                    },
                    (row, number) -> row.getLong(1)));
        }
        return taken;
    }

    private List<Place> at(long place) {
        return jdbc.query(
                "select place, log, seq from trail_id where place = ?",
                (row, number) -> new Place(row.getLong(1), row.getInt(2), row.getLong(3)),
                place);
    }

    private boolean isOf(Place place, String id) {
        List<String> ids = new ArrayList<>(jdbc.query(
                "select bytes from trail_entry where log = ? and seq = ?",
                (row, number) -> idOf(row.getBytes(1)),
                place.log,
                place.seq));
        return ids.contains(id);
    }

    /** The member's name can't stand in a text, where its quotes would be escaped, and no object follows it. */
    private static String idOf(byte[] entry) {
        String text = new String(entry, StandardCharsets.UTF_8);
        String name = ",\"id\":\"";
        int at = text.lastIndexOf(name) + name.length();
        return text.substring(at, text.indexOf('"', at));
    }

    static long first(String id) {
        return Long.parseUnsignedLong(id.substring(0, 16), 16);
    }
}
