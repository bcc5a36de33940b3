/**
 * What flows into what: datasets, jobs and columns as a graph, and what of it reaches a training.
 *
 * <p>Start at {@link LineageGraph}. It knows nothing of documents, uses or laws.
 */
@NullMarked
package org.trainingaudit.lineage;

import org.jspecify.annotations.NullMarked;
