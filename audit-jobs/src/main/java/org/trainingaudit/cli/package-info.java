/**
 * The command line: one class a command, each parsing, calling {@code audit.operate} and printing.
 *
 * <p>Start at {@link AuditCommand}, which lists the commands.
 */
@NullMarked
package org.trainingaudit.cli;

import org.jspecify.annotations.NullMarked;
