/**
 * What operators and auditors do, without any face: command line, REST and pages call these few classes.
 *
 * <p>Start at {@link Nights} for running the audit, at {@link Comparer} and {@link
 * LiveEstate} for questions that need no database, and at {@link ExitCode} for what an answer means to a script.
 */
@NullMarked
package org.trainingaudit.operate;

import org.jspecify.annotations.NullMarked;
