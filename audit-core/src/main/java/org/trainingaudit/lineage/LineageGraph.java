package org.trainingaudit.lineage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.trainingaudit.lineage.Reached.Column;

/**
 * Datasets, the jobs that read and write them, and the columns made from columns. Anything may be told twice and in any
 * order; circles do no harm. Needs about 20 bytes for each arrow and the text of each name once.
 *
 * <p>What one run of a job reads counts as flowing into whatever any run of it writes: runs report their inputs and outputs
 * in separate events, late and in any order, and some never report both.
 */
public final class LineageGraph {

    private static final char JOB = 'j';
    private static final char DATASET = 'd';

    private final Numbers things = new Numbers();
    private final Numbers columns = new Numbers();
    private final List<Integer> datasetOfColumn = new ArrayList<>();
    private final Map<Integer, List<Integer>> columnsOfDataset = new HashMap<>();
    private Edges flows = new Edges();
    private Edges columnFlows = new Edges();
    /** For a name that means the same dataset as an earlier one: that one's number, or one that leads to it. */
    private final Map<Integer, Integer> sameAs = new TreeMap<>();

    private boolean settled = true;

    /** Numbers for texts, in the order in which they come. */
    private static final class Numbers {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> texts = new ArrayList<>();

        int of(String text) {
            return numbers.computeIfAbsent(text, fresh -> {
                texts.add(fresh);
                return texts.size() - 1;
            });
        }

        int known(String text) {
            return numbers.getOrDefault(text, -1);
        }
    }

    /** That the job reads the dataset. */
    public void reads(String job, String dataset) {
        flows.add(thing(DATASET + dataset), thing(JOB + job), false);
    }

    /** That the job writes the dataset. */
    public void writes(String job, String dataset) {
        flows.add(thing(JOB + job), thing(DATASET + dataset), false);
    }

    /** That one dataset is made from another. */
    public void derives(String from, String to) {
        flows.add(thing(DATASET + from), thing(DATASET + to), false);
    }

    /** That a column is made from another; and so is its dataset. */
    public void derives(String from, String column, String to, String madeColumn, boolean masked) {
        columnFlows.add(column(thing(DATASET + from), column), column(thing(DATASET + to), madeColumn), masked);
        if (!from.equals(to)) {
            derives(from, to);
        }
    }

    private int thing(String text) {
        return first(things.of(text));
    }

    private int first(int thing) {
        int here = thing;
        while (!sameAs.isEmpty() && sameAs.containsKey(here)) {
            here = sameAs.getOrDefault(here, here);
        }
        return here;
    }

    private int column(int dataset, String column) {
        int number = columns.of(dataset + "\n" + column);
        if (number == datasetOfColumn.size()) {
            datasetOfColumn.add(dataset);
            columnsOfDataset
                    .computeIfAbsent(dataset, unseen -> new ArrayList<>())
                    .add(number);
        }
        return number;
    }

    /** That two names mean one dataset. */
    public void same(String one, String other) {
        int some = thing(DATASET + one);
        int more = thing(DATASET + other);
        if (some != more) {
            sameAs.put(Math.max(some, more), Math.min(some, more));
            settled = false;
        }
    }

    /** All names of a dataset, its own among them, sorted. */
    public Set<String> names(String dataset) {
        Set<String> names = new TreeSet<>(Set.of(dataset));
        int known = things.known(DATASET + dataset);
        if (known >= 0) {
            int wanted = first(known);
            names.add(name(wanted));
            sameAs.keySet().stream().filter(other -> first(other) == wanted).forEach(other -> names.add(name(other)));
        }
        return names;
    }

    /** Adds all that another graph knows. */
    public void addAll(LineageGraph other) {
        other.sameAs.forEach((one, two) -> same(other.name(one), other.name(two)));
        other.flows.forEach((source, target, mark) ->
                flows.add(thing(other.things.texts.get(source)), thing(other.things.texts.get(target)), mark));
        other.columnFlows.forEach(
                (source, target, mark) -> columnFlows.add(adopt(other, source), adopt(other, target), mark));
    }

    private int adopt(LineageGraph other, int column) {
        String owner = other.things.texts.get(other.datasetOfColumn.get(column));
        return column(thing(owner), columnName(other, column));
    }

    private static String columnName(LineageGraph graph, int column) {
        String name = graph.columns.texts.get(column);
        return name.substring(name.indexOf('\n') + 1);
    }

    /** Moves what was told of a name before it was known to mean the same as another. */
    private void settle() {
        if (settled) {
            return;
        }
        Edges old = flows;
        Edges oldColumns = columnFlows;
        flows = new Edges();
        columnFlows = new Edges();
        old.forEach((source, target, mark) -> {
            if (first(source) != first(target)) {
                flows.add(first(source), first(target), mark);
            }
        });
        oldColumns.forEach((source, target, mark) -> columnFlows.add(moved(source), moved(target), mark));
        settled = true;
    }

    private int moved(int column) {
        return column(first(datasetOfColumn.get(column)), columnName(this, column));
    }

    /** How many datasets and jobs there are. */
    public int size() {
        return things.texts.size();
    }

    /** How many arrows there are between datasets and jobs. */
    public int flows() {
        return flows.count();
    }

    /** How many pairs of columns there are, the one made from the other. */
    public int columnFlows() {
        return columnFlows.count();
    }

    /**
     * Every dataset from which something flows into these, however far away, these themselves left out; by name.
     *
     * @param inputs what a training reads
     */
    public List<Reached> upstream(Collection<String> inputs) {
        return upstream(inputs, (dataset, source) -> true);
    }

    /** Whether a dataset is worth telling of. */
    public interface Wanted {
        /**
         * Says so.
         *
         * @param source whether nothing flows into it, as far as is known
         */
        boolean is(String dataset, boolean source);
    }

    /**
     * The same for those datasets that are wanted. Takes time for the part of the graph that is reached, and 5 bytes for each
     * thing and column of the whole.
     */
    public List<Reached> upstream(Collection<String> inputs, Wanted wanted) {
        settle();
        return new Search(inputs).reached(wanted);
    }

    /** One walk against the arrows. */
    private final class Search {

        private static final byte OPEN = 1;
        private static final byte MASKED = 2;

        private final BitSet starts = new BitSet();
        /** One more than the next thing on a shortest way to a start; 0 where nothing is reached. */
        private final int[] towards = new int[size()];

        private final BitSet made = new BitSet();
        private final byte[] columnState = new byte[columns.texts.size()];
        private final IntQueue reached = new IntQueue();

        Search(Collection<String> inputs) {
            for (String input : inputs) {
                int known = things.known(DATASET + input);
                if (known >= 0 && !starts.get(first(known))) {
                    starts.set(first(known));
                    towards[first(known)] = first(known) + 1;
                    reached.add(first(known));
                }
            }
            while (!reached.isEmpty()) {
                flows.into(reached.remove(), towards.length, (source, target, mark) -> {
                    made.set(target);
                    if (towards[source] == 0) {
                        towards[source] = target + 1;
                        reached.add(source);
                    }
                });
            }
            walkColumns();
        }

        /** First what comes unmasked, then what comes masked only. */
        private void walkColumns() {
            IntQueue open = new IntQueue();
            IntQueue masked = new IntQueue();
            starts.stream().forEach(start -> {
                for (int column : columnsOfDataset.getOrDefault(start, List.of())) {
                    columnState[column] = OPEN;
                    open.add(column);
                }
            });
            while (!open.isEmpty()) {
                columnFlows.into(open.remove(), columnState.length, (source, target, masks) -> {
                    if (masks) {
                        masked.add(source);
                    } else if (columnState[source] == 0) {
                        columnState[source] = OPEN;
                        open.add(source);
                    }
                });
            }
            while (!masked.isEmpty()) {
                int here = masked.remove();
                if (columnState[here] == 0) {
                    columnState[here] = MASKED;
                    columnFlows.into(here, columnState.length, (source, target, masks) -> masked.add(source));
                }
            }
        }

        List<Reached> reached(Wanted wanted) {
            return IntStream.of(reached.all())
                    .filter(node -> isDataset(node) && !starts.get(node))
                    .filter(node -> wanted.is(name(node), !made.get(node)))
                    .boxed()
                    .sorted(Comparator.comparing(LineageGraph.this::name))
                    .map(node -> new Reached(name(node), !made.get(node), path(node), columns(node)))
                    .toList();
        }

        private List<String> path(int node) {
            List<String> path = new ArrayList<>();
            int here = node;
            while (!starts.get(here)) {
                here = towards[here] - 1;
                path.add(name(here));
            }
            return path;
        }

        private List<Column> columns(int node) {
            Map<String, Boolean> found = new TreeMap<>();
            for (int column : columnsOfDataset.getOrDefault(node, List.of())) {
                if (columnState[column] != 0) {
                    found.merge(
                            columnName(LineageGraph.this, column), columnState[column] == MASKED, Boolean::logicalAnd);
                }
            }
            return found.entrySet().stream()
                    .map(column -> new Column(column.getKey(), column.getValue()))
                    .toList();
        }
    }

    private boolean isDataset(int node) {
        return things.texts.get(node).charAt(0) == DATASET;
    }

    private String name(int node) {
        return things.texts.get(node).substring(1);
    }

    /** Numbers, first in, first out. */
    private static final class IntQueue {
        private int[] items = new int[64];
        private int head;
        private int tail;

        boolean isEmpty() {
            return head == tail;
        }

        void add(int item) {
            if (tail == items.length) {
                items = Arrays.copyOf(items, items.length * 2);
            }
            items[tail++] = item;
        }

        int remove() {
            return items[head++];
        }

        /** All that was ever added, in that order. */
        int[] all() {
            return Arrays.copyOf(items, tail);
        }
    }
}
