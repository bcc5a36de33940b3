package org.trainingaudit.trail;

import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which ids the trail's tables already hold; asked a few hundred at a time. */
final class StoredIds {

    private static final int AT_ONCE = 500;

    /** One look by key for each id. H2 answers "log = ? and id in (...)" by reading the whole log. */
    private static final String WANTED =
            "select wanted.id from unnest(cast(? as varchar(64) array)) as wanted(id) where exists (select 1 from ";

    private static final String IN_LOG = WANTED
            + "trail_entry e where e.log = (select log from trail_head where only_row = 1) and e.id = wanted.id)";
    private static final String PENDING = WANTED + "trail_pending p where p.id = wanted.id)";

    private final JdbcTemplate jdbc;

    StoredIds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> inLog(Collection<String> ids) {
        return known(IN_LOG, List.copyOf(ids));
    }

    Set<String> pending(Collection<String> ids) {
        return known(PENDING, List.copyOf(ids));
    }

    private Set<String> known(String sql, List<String> ids) {
        Set<String> known = new HashSet<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            String[] part =
                    ids.subList(from, Math.min(ids.size(), from + AT_ONCE)).toArray(String[]::new);
            known.addAll(jdbc.query(
                    connection -> {
                        PreparedStatement select = connection.prepareStatement(sql);
                        select.setArray(1, connection.createArrayOf("varchar", part));
                        return select;
                    },
                    (row, number) -> row.getString(1)));
        }
        return known;
    }
}
