package org.trainingaudit.lineage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
        int wanted = dataset(dataset);
        if (wanted >= 0) {
            names.add(name(wanted));
            sameAs.keySet().stream().filter(other -> first(other) == wanted).forEach(other -> names.add(name(other)));
        }
        return names;
    }

    /** Adds all that another graph knows. */
    public void addAll(LineageGraph other) {
        other.sameAs.forEach((one, two) -> same(other.name(one), other.name(two)));
        other.flows.forEach((source, target, mark) ->
                flows.add(thing(other.things.text(source)), thing(other.things.text(target)), mark));
        other.columnFlows.forEach(
                (source, target, mark) -> columnFlows.add(adopt(other, source), adopt(other, target), mark));
    }

    private int adopt(LineageGraph other, int column) {
        String owner = other.things.text(other.datasetOfColumn.get(column));
        return column(thing(owner), other.columnName(column));
    }

    String columnName(int column) {
        String name = columns.text(column);
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
        return column(first(datasetOfColumn.get(column)), columnName(column));
    }

    /** How many datasets and jobs there are. */
    public int size() {
        return things.size();
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
        return new Upstream(this, inputs).reached(wanted);
    }

    /** The number of a dataset by any of its names; -1 where nothing was told of it. */
    int dataset(String name) {
        int known = things.known(DATASET + name);
        return known < 0 ? known : first(known);
    }

    int columns() {
        return columns.size();
    }

    List<Integer> columnsOf(int dataset) {
        return columnsOfDataset.getOrDefault(dataset, List.of());
    }

    void flowsInto(int target, Edges.Visitor visitor) {
        flows.into(target, size(), visitor);
    }

    void columnFlowsInto(int target, Edges.Visitor visitor) {
        columnFlows.into(target, columns(), visitor);
    }

    boolean isDataset(int node) {
        return things.text(node).charAt(0) == DATASET;
    }

    String name(int node) {
        return things.text(node).substring(1);
    }
}
