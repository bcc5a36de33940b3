/**
 * Telling people what they should know: a run that failed, a night that was missed, new violations, what ends soon.
 *
 * <p>Start at {@link Notices}: it writes what is to be told into the transaction in which it came about. {@link Postman} brings
 * it to mailboxes and webhooks, and tries again; {@link Reminders} looks for what ends soon. Messages hold ids, counts and
 * dates, never data of a person.
 */
@NullMarked
package org.trainingaudit.notice;

import org.jspecify.annotations.NullMarked;
