package org.trainingaudit.report;

import java.util.List;

/** {@code appi-provision.csv}: what was provided to whom (APPI Arts. 28 and 29), and the statistical route of 2026 in preview. */
final class ProvisionReport {

    private static final int YEARS_KEPT = 3;

    static final Report<UseRow> REPORT = UseRow.report(
                    "appi-provision",
                    "Records of provision to third parties (APPI Arts. 28, 29)",
                    1,
                    ProvisionReport::rows)
            .text("dataset", "The dataset that was provided", row -> row.use().dataset())
            .text("record_ref", "The organisation's own record", row -> row.fact("thirdPartyRecordRef"))
            .text(
                    "record_not_required",
                    "The clause by which no record is needed; empty where one is",
                    ProvisionReport::notRequired)
            .list("route", "The legal path claimed", row -> row.members("route"))
            .statedFlag("consent_fact", "Whether the people have agreed", row -> row.fact("consentObtained"))
            .text("consent_ref", "The record of consent", row -> row.fact("consentRef"))
            .stated("provision_date", "When it was provided", row -> row.fact("providedOn"))
            .text("opt_out_notice_ref", "The published opt-out notice", row -> row.fact("optOutFilingRef"))
            .text("recipient", "The recipient's id", row -> row.fact("recipientId"))
            .text("recipient_name", "Its name", row -> row.recipient().name())
            .text("recipient_address", "Its address", row -> row.recipient().address())
            .text(
                    "recipient_representative",
                    "The office of its representative",
                    row -> row.recipient().representative())
            .text(
                    "person_identifier_ref",
                    "Where it stands whose data it was; never a name",
                    row -> row.fact("thirdPartyRecordRef"))
            .list("data_items", "The kinds of data", row -> row.members("categories"))
            .text("recipient_country", "Where the recipient is", row -> row.fact("recipientCountry"))
            .text("transfer_mechanism", "What protects it there, Art. 28", row -> row.fact("transferMechanism"))
            .statedFlag(
                    "transfer_info_given",
                    "Whether the people were told of country, system and measures",
                    row -> row.fact("transferInfoGiven"))
            .text(
                    "equivalent_system_ref",
                    "The check of the recipient's system",
                    row -> row.fact("equivalentSystemCheckRef"))
            .stated("last_checked_on", "When it was last checked", row -> row.fact("equivalentSystemCheckedOn"))
            .stated(
                    "next_check_due",
                    "When it has to be checked again, a year later",
                    row -> row.yearsAfter("equivalentSystemCheckedOn", 1)
                            .map(Object::toString)
                            .orElse(""))
            .text("notice_url", "2026 act: the provider's notice", row -> row.fact("publicNoticeUrl"))
            .stated("notice_since", "2026 act: since when", row -> row.fact("publicNoticeSince"))
            .text(
                    "recipient_notice_url",
                    "2026 act: the acquirer's notice",
                    row -> row.fact("recipientPublicNoticeUrl"))
            .text("agreement_ref", "2026 act: the agreement", row -> row.fact("contractRef"))
            .statedFlag(
                    "agreement_limits_to_statistics",
                    "2026 act: whether it limits the use to statistics",
                    row -> row.fact("contractLimitsToStatistics"))
            .statedFlag(
                    "onward_ban",
                    "2026 act: whether it forbids passing the data on",
                    row -> row.fact("contractForbidsOnward"))
            .text(
                    "memorisation_test_ref",
                    "2026 act: the test whether the model repeats the data",
                    row -> row.fact("extractionTestRef"))
            .text("distinct_subjects", "How many people, as a band", UseRow::persons)
            .day(
                    "keep_until",
                    "Until when the record is kept: three years",
                    row -> row.yearsAfter("providedOn", YEARS_KEPT));

    private ProvisionReport() {}

    private static List<UseRow> rows(Dossier dossier) {
        return UseRow.governedBy(dossier, "jp-appi").stream()
                .filter(row -> row.is("activity", "provide-third-party") || row.is("activity", "entrust"))
                .toList();
    }

    private static String notRequired(UseRow row) {
        if (row.is("recipientType", "entrusted-processor")) {
            return "Art. 27(5)(i): entrustment";
        }
        if (row.is("recipientType", "joint-user")) {
            return "Art. 27(5)(iii): joint use";
        }
        return row.members("exceptions").stream()
                .filter(exception -> !exception.equals("obvious-appearance"))
                .findFirst()
                .map(exception -> "Art. 27(1): " + exception)
                .orElse("");
    }
}
