package org.trainingaudit.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import org.trainingaudit.use.Attestation;
import org.trainingaudit.use.Attested;
import org.trainingaudit.use.Fact;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An attestation as every face shows it; what isn't known is left out.
 *
 * @param value as the trail has it
 * @param until the last day on which it counts
 * @param withdrawn the day on which it was taken back
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record AttestedView(
        long number,
        String use,
        String fact,
        JsonNode value,
        String by,
        String evidence,
        Optional<LocalDate> since,
        Optional<LocalDate> until,
        Optional<LocalDate> recorded,
        Optional<LocalDate> withdrawn) {

    /** The view of one. */
    public static AttestedView of(Attested given) {
        Fact fact = given.fact();
        Attestation by = fact.attestation().orElseThrow();
        return new AttestedView(
                given.number(),
                given.use(),
                fact.name(),
                JsonMapper.shared().valueToTree(fact.value().json()),
                by.by(),
                by.evidence(),
                fact.since(),
                fact.until(),
                fact.recorded(),
                by.withdrawn());
    }
}
