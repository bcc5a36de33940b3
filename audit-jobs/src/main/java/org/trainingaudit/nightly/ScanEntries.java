package org.trainingaudit.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.trainingaudit.detection.Anonymity;
import org.trainingaudit.detection.Classification;
import org.trainingaudit.detection.ConsentColumns;
import org.trainingaudit.detection.Uniqueness;
import org.trainingaudit.trail.EntryDraft;
import org.trainingaudit.use.ImportedFinding;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a scan has to say, as entries of the trail format; shares and confidences are whole parts per million. */
@Component
class ScanEntries {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SEPARATOR = "\u001f";
    private static final String REVIEW = "review";
    private static final double MILLION = 1_000_000;
    /** Counts of people from 1 to below this could point at one of them. */
    private static final int SMALL = 10;

    private final SafeNames names;

    ScanEntries(SafeNames names) {
        this.names = names;
    }

    EntryDraft open(Run run, String dataset, String fingerprint, OptionalLong rowsExpected) {
        ObjectNode body = about(dataset).put("fingerprint", fingerprint).putNull("rows_expected");
        rowsExpected.ifPresent(rows -> body.put("rows_expected", rows));
        return draft("dataset_open", run, List.of(names.of(dataset)), body);
    }

    EntryDraft skip(Run run, String dataset, String reason) {
        return draft(
                "dataset_skip", run, List.of(names.of(dataset)), about(dataset).put("reason", reason));
    }

    EntryDraft quarantine(Run run, String dataset, String reason, long count) {
        ObjectNode body = about(dataset)
                .put("partition", "0")
                .put("unit", reason)
                .put("reason", reason)
                .put("count", count);
        return draft("quarantine", run, List.of(names.of(dataset), "0", reason), body);
    }

    /**
     * @param rejects a commitment to the list of the rows that could not be read; nothing where there are none
     */
    EntryDraft totals(Run run, String dataset, DatasetResult result, Optional<String> rejects) {
        ObjectNode body = about(dataset)
                .put("read", result.read())
                .put("classified", result.classified())
                .put("rejected", result.rejected())
                .put("filtered", result.filtered());
        if (!result.blind().isEmpty()) {
            BodyTexts.put(body.put("complete", false), "blind_detectors", result.blind());
        }
        rejects.ifPresent(commitment -> body.put("rejects", commitment));
        result.uniqueness().ifPresent(rows -> body.set("quasi_identifiers", quasi(rows)));
        result.anonymity().ifPresent(key -> body.set("anonymity", anonymity(key)));
        if (!result.uncounted().isEmpty()) {
            names(body.putArray("uncounted"), result.uncounted());
        }
        if (!result.grains().isEmpty()) {
            ArrayNode grains = body.putArray("grains");
            result.grains()
                    .forEach(grain -> grains.addObject()
                            .put("column", names.of(grain.column()))
                            .put("of", grain.of().word())
                            .put("many", grain.many()));
        }
        result.consent().ifPresent(seen -> body.set("consent", consent(seen)));
        return draft("totals", run, List.of(names.of(dataset)), body);
    }

    private ObjectNode consent(ConsentColumns.Seen seen) {
        ObjectNode consent = JSON.createObjectNode().put("rows", seen.rows()).put("without", seen.without());
        names(consent.putArray("columns"), seen.columns());
        return consent;
    }

    /** Counts of few rows could point at their people, so they aren't recorded. */
    private ObjectNode anonymity(Anonymity key) {
        ObjectNode anonymity = JSON.createObjectNode().put("k", key.k());
        names(anonymity.putArray("columns"), key.quasiIdentifiers());
        if (!key.counted()) {
            names(anonymity.putArray("absent"), key.absent());
            return anonymity;
        }
        anonymity.put("rows", key.rows()).put("groups", key.groups()).put("exact", key.exact());
        count(anonymity, "unique_rows", key.uniqueRows());
        count(anonymity, "small_rows", key.smallRows());
        count(anonymity, "smallest_group", key.smallestGroup());
        anonymity.put("margin", key.margin());
        ArrayNode diversity = anonymity.putArray("diversity");
        key.diversity()
                .forEach(one -> diversity
                        .addObject()
                        .put("column", names.of(one.column()))
                        .put("distinct", one.distinct())
                        .put("entropy_hundredths", one.entropyHundredths()));
        return anonymity;
    }

    private static void count(ObjectNode to, String name, long rows) {
        if (rows == 0 || rows >= SMALL) {
            to.put(name, rows);
        } else {
            to.put(name, "under " + SMALL);
        }
    }

    private void names(ArrayNode to, List<String> columns) {
        columns.forEach(column -> to.add(names.of(column)));
    }

    private ObjectNode quasi(Uniqueness rows) {
        ObjectNode quasi = JSON.createObjectNode()
                .put("groups", rows.groups())
                .put("unique_rows", rows.uniqueRows())
                .put("smallest_group", rows.smallestGroup())
                .put("exact", rows.exact());
        names(quasi.putArray("columns"), rows.columns());
        return quasi;
    }

    /**
     * @param type what the dataset's place says that the column holds; empty where it says nothing
     * @param review what a person said of it
     */
    EntryDraft classification(
            Run run, String dataset, Classification found, String type, Optional<CountedReview> review) {
        ObjectNode body = about(dataset)
                .put("column", names.of(found.column()))
                .put("category", found.category())
                .put("detector", found.detector())
                .put("detector_version", found.detectorVersion())
                .put("rows", found.rows())
                .put("matches", found.matches())
                .put("share_ppm", Math.round(found.share() * MILLION))
                .put("confidence_ppm", Math.round(found.confidence() * MILLION))
                .put("evidence", found.evidence().name().toLowerCase(Locale.ROOT));
        body.putArray("sample");
        if (!type.isEmpty()) {
            body.put("column_type", type);
        }
        review.ifPresent(said -> reviewed(body, said));
        return classification(run, body);
    }

    /** What another scanner found: it says how sure it is, and of rows nothing. */
    EntryDraft imported(Run run, String dataset, ImportedFinding found) {
        ObjectNode body = about(dataset)
                .put("column", names.of(found.column()))
                .put("category", found.category())
                .put("detector", found.tool())
                .put("detector_version", "")
                .putNull("rows")
                .putNull("matches")
                .putNull("share_ppm")
                .put("confidence_ppm", Math.round(found.confidence() * MILLION))
                .put("evidence", "imported")
                .put("origin", names.of(found.file()));
        body.putArray("sample");
        return classification(run, body);
    }

    /** A category that a person says a column holds, and of which the scan finds nothing. */
    EntryDraft added(Run run, String dataset, CountedReview review, long rows) {
        ObjectNode body = about(dataset)
                .put("column", review.review().column())
                .put("category", review.review().category())
                .put("detector", REVIEW)
                .put("detector_version", Long.toString(review.review().number()))
                .put("rows", rows)
                .put("matches", 0)
                .put("share_ppm", 0)
                .put("confidence_ppm", Math.round(review.confidence(0) * MILLION))
                .put("evidence", REVIEW);
        body.putArray("sample");
        reviewed(body, review);
        return classification(run, body);
    }

    private static void reviewed(ObjectNode body, CountedReview said) {
        body.put(REVIEW, said.word())
                .put("review_number", said.review().number())
                .put("reviewed_by", said.review().by())
                .put("reviewed_on", said.review().decidedOn().toString());
    }

    /** A classification that is over. */
    EntryDraft gone(Run run, String dataset, String part) {
        String[] parts = part.split(SEPARATOR, -1);
        ObjectNode body = about(dataset)
                .put("column", parts[0])
                .put("category", parts[1])
                .put("detector", parts[2])
                .put("detector_version", "")
                .put("rows", 0)
                .put("matches", 0)
                .put("share_ppm", 0)
                .put("confidence_ppm", 0)
                .put("evidence", "none");
        body.putArray("sample");
        return classification(run, body);
    }

    /** Under which name the classifications of a dataset are remembered. */
    String subject(String dataset) {
        return names.of(dataset);
    }

    /** Under which name a classification is remembered among those of its dataset. */
    String part(Classification found) {
        return names.of(found.column()) + SEPARATOR + found.category() + SEPARATOR + found.detector();
    }

    String part(CountedReview review) {
        return review.review().column() + SEPARATOR + review.review().category() + SEPARATOR + REVIEW;
    }

    String part(ImportedFinding found) {
        return names.of(found.column()) + SEPARATOR + found.category() + SEPARATOR + found.tool();
    }

    private static EntryDraft classification(Run run, ObjectNode body) {
        List<String> id = List.of("dataset", "column", "category", "detector", "detector_version").stream()
                .map(name -> body.path(name).asString())
                .toList();
        return draft("classification", run, id, body);
    }

    private ObjectNode about(String dataset) {
        return JSON.createObjectNode().put("dataset", names.of(dataset));
    }

    /** The parts of an id stand one to a line. */
    private static String oneLine(String part) {
        return part.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static EntryDraft draft(String kind, Run run, List<String> parts, ObjectNode body) {
        List<String> id = new ArrayList<>();
        id.add(run.key());
        parts.forEach(part -> id.add(oneLine(part)));
        return new EntryDraft(kind, run.key(), id, body);
    }
}
