package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.dataset.Rejection;
import org.trainingaudit.dataset.Row;
import org.trainingaudit.dataset.RowVisitor;

/**
 * Watches, on their way to another visitor, the columns that say of each row whether its person consented, and counts the
 * rows of which one of them says no, or nothing. A column counts by its whole name: {@code consent} is one, {@code
 * marketing_consent} is about something else.
 */
public final class ConsentColumns implements RowVisitor {

    // What says no stands here and not among the words of config/detectors: a configuration without them would let
    // every row pass.
    private static final Set<String> NO =
            Set.of("no", "n", "false", "f", "0", "none", "nein", "non", "いいえ", "無", "無し", "なし", "否", "×", "-");

    private static final Set<String> REFUSED = Set.of(
            "refused",
            "denied",
            "declined",
            "withdrawn",
            "revoked",
            "absent",
            "not given",
            "opt-out",
            "optout",
            "opted out",
            "不同意",
            "拒否",
            "撤回",
            "未同意");

    private final HeaderWords words;
    private final RowVisitor next;
    private final List<String> names = new ArrayList<>();
    private final List<Integer> given = new ArrayList<>();
    private final List<Integer> withdrawn = new ArrayList<>();
    private long rows;
    private long without;

    private ConsentColumns(HeaderWords words, RowVisitor next) {
        this.words = words;
        this.next = next;
    }

    /** Hands everything on to the visitor as it comes. */
    public static ConsentColumns before(RowVisitor next, Detectors detectors) {
        return new ConsentColumns(detectors.headerWords(), next);
    }

    /**
     * What the columns say.
     *
     * @param columns their names
     * @param rows rows that could be read
     * @param without rows of which at least one column says no, or nothing
     */
    public record Seen(List<String> columns, long rows, long without) {
        public Seen {
            columns = List.copyOf(columns);
        }

        /** Of two parts of one dataset. */
        Seen plus(Seen other) {
            return new Seen(columns, rows + other.rows, without + other.without);
        }
    }

    /** What they said of the rows so far; nothing where the dataset has no such column. */
    public Optional<Seen> seen() {
        return names.isEmpty() ? Optional.empty() : Optional.of(new Seen(names, rows, without));
    }

    @Override
    public void columns(List<String> columns) {
        for (int i = 0; i < columns.size(); i++) {
            String name = String.join(" ", Words.of(columns.get(i))).toLowerCase(Locale.ROOT);
            if (words.is(WordKind.CONSENT, name) || words.is(WordKind.CONSENT_WITHDRAWN, name)) {
                names.add(columns.get(i));
                (words.is(WordKind.CONSENT_WITHDRAWN, name) ? withdrawn : given).add(i);
            }
        }
        next.columns(columns);
    }

    @Override
    public void row(Row row) {
        if (!names.isEmpty()) {
            rows++;
            without += isWithout(row) ? 1 : 0;
        }
        next.row(row);
    }

    private boolean isWithout(Row row) {
        for (int column : given) {
            String value = plain(row.text(column));
            if (value.isEmpty() || NO.contains(value) || REFUSED.contains(value)) {
                return true;
            }
        }
        for (int column : withdrawn) {
            String value = plain(row.text(column));
            if (!value.isEmpty() && !NO.contains(value)) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public void leftOut() {
        next.leftOut();
    }

    @Override
    public void rejected(Rejection rejection) {
        next.rejected(rejection);
    }
}
