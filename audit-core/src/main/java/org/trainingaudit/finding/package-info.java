/**
 * Violations followed over time: opened when a regime says violation of a use, closed when it no longer does, opened again
 * when it comes back; and waivers, with which two people accept some of them for a time.
 *
 * <p>Start at {@link Findings#follow}; the rules of a finding's course stand in {@code FindingCourse}, who answers for it
 * in {@link FindingPolicy}, and who may waive what in {@link Waivers}. The records and words of a finding are public,
 * since the trail, pages and reports tell them; what becomes of them, how {@code findings.yaml} is read, and their tables are
 * not.
 */
@NullMarked
package org.trainingaudit.finding;

import org.jspecify.annotations.NullMarked;
