/**
 * When the night starts by itself: cron with a zone, one run a business date, missed nights recorded and caught up.
 *
 * <p>Start at {@link Schedule}; {@link FireTimes} says what a cron expression means where clocks are put forward and back.
 */
@NullMarked
package org.trainingaudit.schedule;

import org.jspecify.annotations.NullMarked;
