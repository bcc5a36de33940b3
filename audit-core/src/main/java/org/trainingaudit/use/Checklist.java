package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.config.Names;
import org.trainingaudit.taxonomy.Taxonomy;

/**
 * What a law lists one by one as pointing at a person, such as the identifiers of HIPAA's Safe Harbor, and what a scan has to see
 * of a dataset to say of each whether it is there.
 *
 * @param id its name in files
 * @param citation where the law lists them
 * @param claim the state of identifiability that claims that none of them is there
 * @param items in the law's order
 */
public record Checklist(String id, Names name, String citation, String claim, List<Item> items) {

    /**
     * One of them.
     *
     * @param id as the law letters it
     * @param categories what detectors report of it; all below these too
     * @param present grains that show that it's there
     * @param excused grains of a column by which what a category says of it doesn't count
     * @param possible grains of which it may be part, unseen
     * @param blind why it can be there and unseen in any data; empty where it can't
     */
    public record Item(
            String id,
            Names name,
            List<String> categories,
            List<String> present,
            Map<String, String> excused,
            List<String> possible,
            Optional<Names> blind) {}

    /** Whether something is there. */
    public enum Status {
        ABSENT,
        PRESENT,
        UNKNOWN
    }

    /** Why the status is what it is. */
    public enum Because {
        /** Values or names of columns show it. */
        FOUND,
        /** Something may be it, and isn't sure enough. */
        POSSIBLE,
        /** Not every row was read, or not by every detector. */
        INCOMPLETE,
        /** It's of a kind that no detector can see. */
        UNSEEN,
        /** Every row was read, and nothing is like it. */
        NOTHING
    }

    /**
     * The answer for one item.
     *
     * @param columns those on which it rests
     * @param evidence the categories and grains there on which it rests
     */
    public record Answer(Item item, Status status, Because because, List<String> columns, List<String> evidence) {
        public Answer {
            columns = List.copyOf(columns);
            evidence = List.copyOf(evidence);
        }
    }

    /** Something that a scan found in a column: a category, with a confidence from 0 to 1, or a grain. */
    public record Seen(String column, String category, double confidence, String grain, boolean many) {

        /** A category. */
        public static Seen category(String column, String category, double confidence) {
            return new Seen(column, category, confidence, "", true);
        }

        /** How fine values are. */
        public static Seen grain(String column, String grain, boolean many) {
            return new Seen(column, "", 1, grain, many);
        }
    }

    public Checklist {
        items = List.copyOf(items);
    }

    /**
     * The answers in the items' order.
     *
     * @param seen all that was found in the dataset
     * @param complete whether every row of it was read, by every detector; what isn't found then isn't there
     */
    public List<Answer> answers(Taxonomy taxonomy, List<Seen> seen, boolean complete) {
        return items.stream()
                .map(item -> answer(taxonomy, item, seen, complete))
                .toList();
    }

    private static Answer answer(Taxonomy taxonomy, Item item, List<Seen> seen, boolean complete) {
        List<Seen> sure = new ArrayList<>();
        List<Seen> unsure = new ArrayList<>();
        for (Seen one : seen) {
            boolean isIt = one.grain().isEmpty()
                    ? isOne(taxonomy, item, one.category()) && !isExcused(item, one, seen)
                    : item.present().contains(one.grain());
            boolean may = item.possible().contains(one.grain());
            if (isIt && one.many() && one.confidence() >= Reconciliation.DEFAULT_THRESHOLD) {
                sure.add(one);
            } else if (isIt || may) {
                unsure.add(one);
            }
        }
        if (!sure.isEmpty()) {
            return answer(item, Status.PRESENT, Because.FOUND, sure);
        }
        if (!unsure.isEmpty()) {
            return answer(item, Status.UNKNOWN, Because.POSSIBLE, unsure);
        }
        if (!complete) {
            return answer(item, Status.UNKNOWN, Because.INCOMPLETE, List.of());
        }
        return item.blind().isPresent()
                ? answer(item, Status.UNKNOWN, Because.UNSEEN, List.of())
                : answer(item, Status.ABSENT, Because.NOTHING, List.of());
    }

    private static boolean isOne(Taxonomy taxonomy, Item item, String category) {
        return item.categories().stream().anyMatch(wide -> category.equals(wide) || taxonomy.isUnder(category, wide));
    }

    private static boolean isExcused(Item item, Seen one, List<Seen> seen) {
        String grain = item.excused().getOrDefault(one.category(), "");
        return !grain.isEmpty()
                && seen.stream()
                        .anyMatch(other -> other.column().equals(one.column())
                                && other.grain().equals(grain));
    }

    private static Answer answer(Item item, Status status, Because because, List<Seen> by) {
        Set<String> columns = new TreeSet<>();
        Set<String> evidence = new TreeSet<>();
        by.forEach(one -> {
            columns.add(one.column());
            evidence.add(one.grain().isEmpty() ? one.category() : one.grain());
        });
        return new Answer(item, status, because, List.copyOf(columns), List.copyOf(evidence));
    }
}
