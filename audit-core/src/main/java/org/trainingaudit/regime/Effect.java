package org.trainingaudit.regime;

/** What a met exemption does to the rules that it names. */
enum Effect {
    /** Lifts them where they would be breached or under review. */
    EXEMPT,
    /** Softens a breach to needs-review. */
    REVIEW,
    /** Takes the use out of them, met or not. */
    OUT_OF_SCOPE
}
