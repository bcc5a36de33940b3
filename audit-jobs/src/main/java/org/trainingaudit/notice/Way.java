package org.trainingaudit.notice;

import org.trainingaudit.setup.NoticeKind;

/** How a message reaches people. */
interface Way {

    /** Its name in the database, the log and metrics. */
    String id();

    boolean tells(NoticeKind kind);

    /**
     * Hands it over; it may come twice where a process ends in between.
     *
     * @throws NotDelivered where it wasn't taken
     */
    void send(Message message);
}
