package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Where the entry of an id stands: what makes an entry recorded once, however often its step is tried.
 *
 * <p>Ids are hashes, so an index over them is hit at random and each new id costs a page of it. The table {@code trail_id} is
 * therefore narrow, a number for the first 64 bits of an id, and is written in the order of those numbers, thousands at a
 * time. Ids that begin alike stand at the next free numbers; the entry itself says which of them is meant.
 */
final class TrailIds {

    private static final int AT_ONCE = 1000;
    private static final int PAGE = 1000;

    /** One look by key for each number. H2 answers "place in (...)" by reading the whole table. */
    private static final String TAKEN = "select wanted.place from unnest(cast(? as bigint array)) as wanted(place)"
            + " where exists (select 1 from trail_id i where i.place = wanted.place)";

    private record Place(long place, int log, long seq) {}

    private final JdbcTemplate jdbc;

    TrailIds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Which of these ids an entry of that log has. */
    Set<String> known(int log, Collection<String> ids) {
        Set<Long> taken = taken(ids.stream().map(TrailIds::first).toList());
        Set<String> known = new HashSet<>();
        ids.stream().filter(id -> taken.contains(first(id)) && holds(log, id)).forEach(known::add);
        return known;
    }

    /** Whether an entry of that log has this id. */
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

    /** Remembers where the entries of these ids stand; none of them is known yet. */
    void add(int log, long size, Map<String, Long> seqs) {
        Set<Long> taken = taken(seqs.keySet().stream().map(TrailIds::first).toList());
        SortedMap<Long, Long> fresh = new TreeMap<>();
        seqs.forEach((id, seq) -> fresh.put(free(first(id), taken, fresh), seq));
        jdbc.batchUpdate(
                "insert into trail_id (place, log, seq) values (?, ?, ?)", fresh.entrySet(), PAGE, (insert, entry) -> {
                    insert.setLong(1, entry.getKey());
                    insert.setInt(2, log);
                    insert.setLong(3, entry.getValue());
                });
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

    /** Learns the ids of entries that came in another way than by {@link #add}: from before the table, or put back. */
    void learn(int log, long size) {
        long from = known(log);
        while (from < size) {
            List<Numbered> page = page(log, from, Math.min(size, from + PAGE));
            Map<String, Long> seqs = new TreeMap<>();
            page.forEach(entry -> seqs.put(entry.id(), entry.seq()));
            seqs.keySet().removeAll(known(log, List.copyOf(seqs.keySet())));
            from = page.isEmpty() ? size : page.get(page.size() - 1).seq() + 1;
            add(log, from, seqs);
        }
    }

    private long known(int log) {
        return jdbc.queryForList("select size from trail_id_known where log = ?", Long.class, log).stream()
                .findFirst()
                .orElse(0L);
    }

    private List<Numbered> page(int log, long from, long to) {
        return jdbc.query(
                "select seq, bytes from trail_entry where log = ? and seq >= ? and seq < ? order by seq",
                (row, number) -> new Numbered(row.getLong(1), idOf(row.getBytes(2)), new EntryBytes(row.getBytes(2))),
                log,
                from,
                to);
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

    private static long first(String id) {
        return Long.parseUnsignedLong(id.substring(0, 16), 16);
    }
}
