/**
 * What operators and auditors do, without any face: command line, REST and pages call these few classes.
 *
 * <p>Start at {@link Operations} for what is done with runs in the background, and at {@link Nights} for one in the foreground; at
 * {@link Attesting}, {@link Reviewing} and {@link Waiving} for what persons say and the trail records; at {@link Comparer} and {@link
 * LiveEstate} for questions that need no database; and at {@link ExitCode} for what an answer means to a script. A program with
 * its database is an {@link AuditContext}.
 */
@NullMarked
package org.trainingaudit.operate;

import org.jspecify.annotations.NullMarked;
