package org.trainingaudit.lineage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.trainingaudit.lineage.Reached.Column;

/** One walk against the arrows of a graph: what is reached from the inputs, and which columns of it flow on unmasked. */
final class Upstream {

    private static final byte OPEN = 1;
    private static final byte MASKED = 2;

    private final LineageGraph graph;
    private final BitSet starts = new BitSet();
    /** One more than the next thing on a shortest way to a start; 0 where nothing is reached. */
    private final int[] towards;

    private final BitSet made = new BitSet();
    private final byte[] columnState;
    private final IntQueue reached = new IntQueue();

    Upstream(LineageGraph graph, Collection<String> inputs) {
        this.graph = graph;
        this.towards = new int[graph.size()];
        this.columnState = new byte[graph.columns()];
        inputs.stream().mapToInt(graph::dataset).filter(known -> known >= 0).forEach(this::start);
        while (!reached.isEmpty()) {
            graph.flowsInto(reached.remove(), this::flow);
        }
        walkColumns();
    }

    private void start(int dataset) {
        if (!starts.get(dataset)) {
            starts.set(dataset);
            towards[dataset] = dataset + 1;
            reached.add(dataset);
        }
    }

    private void flow(int source, int target, boolean mark) {
        made.set(target);
        if (towards[source] == 0) {
            towards[source] = target + 1;
            reached.add(source);
        }
    }

    /** First what comes unmasked, then what comes masked only. */
    private void walkColumns() {
        IntQueue open = new IntQueue();
        IntQueue masked = new IntQueue();
        starts.stream()
                .flatMap(start -> graph.columnsOf(start).stream().mapToInt(each -> each))
                .forEach(column -> {
                    columnState[column] = OPEN;
                    open.add(column);
                });
        while (!open.isEmpty()) {
            graph.columnFlowsInto(open.remove(), (source, target, masks) -> {
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
                graph.columnFlowsInto(here, (source, target, masks) -> masked.add(source));
            }
        }
    }

    /** What was reached and is wanted, by name. */
    List<Reached> reached(LineageGraph.Wanted wanted) {
        return IntStream.of(reached.all())
                .filter(node -> graph.isDataset(node) && !starts.get(node))
                .filter(node -> wanted.is(graph.name(node), !made.get(node)))
                .boxed()
                .sorted(Comparator.comparing(graph::name))
                .map(node -> new Reached(graph.name(node), !made.get(node), path(node), columns(node)))
                .toList();
    }

    private List<String> path(int node) {
        List<String> path = new ArrayList<>();
        int here = node;
        while (!starts.get(here)) {
            here = towards[here] - 1;
            path.add(graph.name(here));
        }
        return path;
    }

    private List<Column> columns(int node) {
        Map<String, Boolean> found = new TreeMap<>();
        for (int column : graph.columnsOf(node)) {
            if (columnState[column] != 0) {
                found.merge(graph.columnName(column), columnState[column] == MASKED, Boolean::logicalAnd);
            }
        }
        return found.entrySet().stream()
                .map(column -> new Column(column.getKey(), column.getValue()))
                .toList();
    }
}
