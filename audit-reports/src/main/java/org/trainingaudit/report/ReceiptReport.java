package org.trainingaudit.report;

import java.util.List;

/** {@code appi-receipt.csv}: what was received from whom, and what was checked then (APPI Art. 30). */
final class ReceiptReport {

    private static final int YEARS_KEPT = 3;

    static final Report<UseRow> REPORT = UseRow.report(
                    "appi-receipt", "Records of receipt from third parties (APPI Art. 30)", 1, ReceiptReport::rows)
            .text("dataset", "The dataset that was received", row -> row.use().dataset())
            .text("provider", "The provider, as the organisation's list names it", row -> row.fact("sourceRegisterRef"))
            .text("acquisition_background", "How the provider got the data", RegisterReport::background)
            .text("evidence_ref", "The record of the check", row -> row.fact("receiptCheckRecordRef"))
            .statedFlag(
                    "by_opt_out", "Whether the provider used the opt-out route", row -> row.fact("receivedByOptOut"))
            .stated("receipt_date", "When it was received", row -> row.fact("acquiredOn"))
            .text(
                    "person_identifier_ref",
                    "Where it stands whose data it is; never a name",
                    row -> row.fact("receiptCheckRecordRef"))
            .list("data_items", "The kinds of data", row -> row.members("categories"))
            .statedFlag("consent_fact", "Whether the people have agreed", row -> row.fact("consentObtained"))
            .text("consent_ref", "The check of that consent", row -> row.first("consentCheckRef", "consentRef"))
            .text("opt_out_publication_ref", "The published opt-out notice", row -> row.fact("optOutRecipientCheckRef"))
            .day(
                    "keep_until",
                    "Until when the record is kept: three years",
                    row -> row.yearsAfter("acquiredOn", YEARS_KEPT));

    private ReceiptReport() {}

    private static List<UseRow> rows(Dossier dossier) {
        return UseRow.governedBy(dossier, "jp-appi").stream()
                .filter(row -> row.is("source", "third-party"))
                .toList();
    }
}
