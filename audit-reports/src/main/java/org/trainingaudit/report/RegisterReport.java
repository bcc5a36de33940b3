package org.trainingaudit.report;

import java.util.List;

/** {@code register.csv}: each use that isn't over, as the record of processing activities has it (GDPR Art. 30). */
final class RegisterReport {

    static final Report<UseRow> REPORT = UseRow.report("register", "Record of processing activities", 2, UseRow::all)
            .text(
                    "training",
                    "The training that groups its uses",
                    row -> row.use().training())
            .text("dataset", "The dataset that is used", row -> row.use().dataset())
            .text(
                    "controller_name",
                    "Who answers for the data, Art. 30(1)(a)",
                    row -> row.controller().name())
            .text(
                    "controller_contact",
                    "How to reach it",
                    row -> row.controller().contact())
            .list(
                    "joint_controllers",
                    "Who answers with it",
                    row -> row.controller().jointControllers())
            .text(
                    "eu_representative",
                    "Its representative in the Union",
                    row -> row.controller().euRepresentative())
            .text(
                    "dpo_contact",
                    "Its data protection officer's office",
                    row -> row.controller().dpoContact())
            .text("purposes", "What the data is used for, Art. 30(1)(b)", UseRow::purposes)
            .list("data_subject_categories", "Whose data it is, Art. 30(1)(c)", UseRow::subjects)
            .list("personal_data_categories", "The kinds of data", row -> row.members("categories"))
            .text("recipient", "Who receives the data", row -> row.fact("recipientId"))
            .list("recipient_categories", "What kind of recipient, Art. 30(1)(d)", RegisterReport::recipients)
            .list("third_countries", "Where else the data goes, Art. 30(1)(e)", UseRow::thirdCountries)
            .list("transfer_safeguards", "What protects it there", row -> row.members("transferMechanism"))
            .text("erasure_time_limits", "When it is erased, Art. 30(1)(f)", UseRow::erasure)
            .text("security_description", "How it is secured, Art. 30(1)(g)", UseRow::security)
            .text(
                    "bias_necessity_reason",
                    "Why sensitive data was needed against bias, AI Act Art. 4a(1)(f)",
                    row -> row.fact("biasNecessityReason"))
            .list("legal_basis", "The basis claimed, by law", row -> row.map("legalBasis"))
            .text("special_basis", "The basis claimed for sensitive data", row -> row.fact("specialBasis"))
            .list("activity", "What is done", row -> row.members("activity"))
            .list("route", "The legal path claimed", row -> row.members("route"))
            .text("identifiability", "What the data is claimed to be", row -> row.fact("identifiability"))
            .text("lia_ref", "The record of the legitimate-interest test", row -> row.fact("liaRef"))
            .text("dpia_ref", "The impact assessment", row -> row.fact("dpiaRef"))
            .stated("dpia_date", "Its date", row -> row.fact("dpiaDate"))
            .text("notice_url", "The public notice", row -> row.fact("publicNoticeUrl"))
            .text("recipient_notice_url", "The recipient's notice", row -> row.fact("recipientPublicNoticeUrl"))
            .text("opt_out_url", "Where to object", row -> row.fact("optOutUrl"))
            .text("consent_ref", "The record of consent", row -> row.fact("consentRef"))
            .text(
                    "provision_record_ref",
                    "The record of the provision (APPI Art. 29)",
                    row -> row.fact("thirdPartyRecordRef"))
            .stated("provision_date", "When it was provided", row -> row.fact("providedOn"))
            .text("agreement_ref", "The agreement with the recipient", row -> row.fact("contractRef"))
            .statedFlag(
                    "onward_ban",
                    "Whether the agreement forbids passing it on",
                    row -> row.fact("contractForbidsOnward"))
            .text("acquisition_background", "How the data was obtained", RegisterReport::background)
            .text("distinct_subjects", "How many people, as a band", UseRow::persons)
            .stated("first_use", "When the use began", row -> row.first("activityBegan", "trainingStart", "providedOn"))
            .stated("last_use", "The last day for which what is done is stated", UseRow::lastDay)
            .text("declared_in", "The register that declares it", UseRow::declaredIn)
            .text("seen_in", "Where it was seen", UseRow::seenIn);

    private RegisterReport() {}

    private static List<String> recipients(UseRow row) {
        String known = row.recipient().category();
        return known.isEmpty() ? row.members("recipientType") : List.of(known);
    }

    static String background(UseRow row) {
        String source = row.fact("source");
        String publisher = row.fact("publishedBy");
        return publisher.isEmpty() ? source : source + ", published by " + publisher;
    }
}
