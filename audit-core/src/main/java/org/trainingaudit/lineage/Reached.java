package org.trainingaudit.lineage;

import java.util.List;

/**
 * A dataset from which something flows into a training through others.
 *
 * @param dataset its name
 * @param source whether nothing flows into it, as far as is known
 * @param path the jobs and datasets on the way, the training's input last; of several ways one of the shortest
 * @param columns those of its columns of which column lineage says that they reach the training; empty where it says
 *     nothing, which doesn't mean that none does
 */
public record Reached(String dataset, boolean source, List<String> path, List<Column> columns) {

    public Reached {
        path = List.copyOf(path);
        columns = List.copyOf(columns);
    }

    /**
     * A column that reaches the training.
     *
     * @param masked whether every way that is known goes through a transformation that masks it
     */
    public record Column(String name, boolean masked) {}
}
