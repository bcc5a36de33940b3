package org.trainingaudit.trail;

import tools.jackson.databind.node.ObjectNode;

/**
 * An entry as it stands in the log.
 *
 * @param seq its place, counted from 0
 * @param ts the writer's clock, {@code YYYY-MM-DDTHH:MM:SS.mmmZ}
 * @param kind what happened
 * @param run the business key of the run, or empty outside a run
 * @param id its idempotency id, 64 hex digits
 * @param body what is recorded, by kind
 */
public record Entry(long seq, String ts, String kind, String run, String id, ObjectNode body) {}
