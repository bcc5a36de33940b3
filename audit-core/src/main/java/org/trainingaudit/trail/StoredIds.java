package org.trainingaudit.trail;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which ids the trail's tables already hold; asked a few hundred at a time. */
final class StoredIds {

    private static final int AT_ONCE = 500;

    private final JdbcTemplate jdbc;

    StoredIds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> inLog(Collection<String> ids) {
        return known("trail_entry where log = (select log from trail_head where only_row = 1) and", List.copyOf(ids));
    }

    Set<String> pending(Collection<String> ids) {
        return known("trail_pending where", List.copyOf(ids));
    }

    private Set<String> known(String tableWhere, List<String> ids) {
        Set<String> known = new HashSet<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> part = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            String places = String.join(",", Collections.nCopies(part.size(), "?"));
            known.addAll(jdbc.queryForList(
                    "select id from " + tableWhere + " id in (" + places + ")", String.class, part.toArray()));
        }
        return known;
    }
}
