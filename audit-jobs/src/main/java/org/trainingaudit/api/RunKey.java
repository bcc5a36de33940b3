package org.trainingaudit.api;

import org.jspecify.annotations.Nullable;

/** The parts of a run's key as they stand in an address. */
record RunKey(@Nullable String kind, String date, @Nullable String number) {

    String text() {
        return number == null ? "nightly/" + date : kind + "/" + date + "/" + number;
    }
}
