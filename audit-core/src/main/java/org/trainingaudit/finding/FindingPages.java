package org.trainingaudit.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trainingaudit.paging.Lanes;

/** The findings that a filter lets through, page by page. */
final class FindingPages {

    private static final int AT_A_TIME = 500;

    private final JdbcClient jdbc;
    private final FindingRows rows;

    FindingPages(JdbcClient jdbc, FindingRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    List<Finding> page(FindingFilter filter, LocalDate day, String after, int size) {
        if (!filter.use().isEmpty()) {
            return rows.ofUses(Set.of(filter.use())).stream()
                    .filter(finding ->
                            filter.covers(finding, holding(day)) && finding.id().compareTo(after) > 0)
                    .limit(size)
                    .toList();
        }
        return filter.state().equals("waived") ? waived(filter, day, after, size) : listed(filter, day, after, size);
    }

    /** The waived ones are reached by their waivers, since most of what is open has none. */
    private List<Finding> waived(FindingFilter filter, LocalDate day, String after, int size) {
        List<String> holding = List.copyOf(holding(day));
        return holding.isEmpty()
                ? List.of()
                : jdbc.sql(FindingRows.ALL + "where waiver in (:holding) and status = 'open' and finding_id > :after"
                                + (filter.regime().isEmpty() ? "" : " and regime = :regime")
                                + (filter.sources().isEmpty() ? "" : " and source in (:sources)")
                                + " order by finding_id limit " + size)
                        .param("holding", holding)
                        .param("after", after)
                        .param("regime", filter.regime())
                        .param("sources", sources(filter))
                        .query(FindingRows::read)
                        .list();
    }

    private List<Finding> listed(FindingFilter filter, LocalDate day, String after, int size) {
        Lanes lanes = filter.lanes();
        if (lanes.isEmpty()) {
            return List.of();
        }
        return filter.state().equals("unwaived")
                ? unwaived(filter, lanes, holding(day), after, size)
                : rows(lanes, after, size);
    }

    /** Most of what is open isn't waived, so that few more are read than asked for. */
    private List<Finding> unwaived(FindingFilter filter, Lanes lanes, Set<String> holding, String after, int size) {
        List<Finding> found = new ArrayList<>();
        String last = after;
        List<Finding> some;
        do {
            some = rows(lanes, last, AT_A_TIME);
            some.stream().filter(finding -> filter.covers(finding, holding)).forEach(found::add);
            last = some.isEmpty() ? last : some.get(some.size() - 1).id();
        } while (some.size() == AT_A_TIME && found.size() < size);
        return found.subList(0, Math.min(size, found.size()));
    }

    private List<Finding> rows(Lanes lanes, String after, int size) {
        return jdbc.sql(lanes.sql("*", size))
                .params(lanes.parameters(after))
                .query(FindingRows::read)
                .list();
    }

    /** The waivers that hold on that day. */
    private Set<String> holding(LocalDate day) {
        return Set.copyOf(jdbc.sql("select waiver from finding_waiver where state = 'approved' and holds_until >= ?")
                .param(day)
                .query(String.class)
                .list());
    }

    /** A list without members can't stand in SQL; no source is called as this one. */
    private static List<String> sources(FindingFilter filter) {
        return filter.sources().filter(list -> !list.isEmpty()).orElse(List.of("\n"));
    }
}
