package org.trainingaudit.api;

/** The parts of a run's key as they stand in an address. */
record RunKey(
        @org.jspecify.annotations.Nullable String kind,
        String date,
        @org.jspecify.annotations.Nullable String number) {

    String text() {
        return number == null ? "nightly/" + date : kind + "/" + date + "/" + number;
    }
}
