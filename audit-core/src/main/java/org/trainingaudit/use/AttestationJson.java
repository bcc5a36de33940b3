package org.trainingaudit.use;

import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Attestations as the bodies of the trail's {@code attestation} entries, and back. */
public final class AttestationJson {

    private AttestationJson() {}

    /** What was vouched for: {@code {target, actor, approver, evidence, until, number, use, fact, value, ..}}. */
    public static ObjectNode given(Attested given) {
        Attestation by = given.fact().attestation().orElseThrow();
        return head(given, by.by()).put("evidence", by.evidence()).setAll(statement(given.fact()));
    }

    /** That it was taken back: the same target and number, with the reason and the day. */
    public static ObjectNode withdrawn(Attested given, LocalDate day, String actor, String reason) {
        return head(given, actor)
                .put("reason", reason)
                .put("until", day.toString())
                .put("fact", given.fact().name())
                .put("withdrawn", day.toString());
    }

    /** Nobody approves an attestation: the evidence speaks for it. */
    private static ObjectNode head(Attested given, String actor) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("target", target(given))
                .put("actor", actor)
                .put("approver", "")
                .put("number", given.number())
                .put("use", given.use());
    }

    /** What is vouched for, as entries name it. */
    public static String target(Attested given) {
        return given.use() + "/" + given.fact().name();
    }

    static ObjectNode statement(Fact fact) {
        return FactJson.statement(fact);
    }

    /** The attestation that a body of {@link #given} tells, taken back on a day where one is given. */
    public static Attested read(JsonNode body, Optional<LocalDate> withdrawn, FactCatalogue catalogue) {
        return read(body.path("number").asLong(), body.path("use").asString(), body, withdrawn, catalogue);
    }

    static Attested read(
            long number, String use, JsonNode statement, Optional<LocalDate> withdrawn, FactCatalogue catalogue) {
        Fact fact = FactJson.read(statement, catalogue);
        Attestation by = fact.attestation().orElseThrow();
        Fact told = new Fact(
                fact.name(),
                fact.value(),
                "attestation:" + number,
                fact.since(),
                fact.recorded(),
                fact.until(),
                Optional.of(new Attestation(by.by(), by.evidence(), withdrawn)));
        return new Attested(number, use, told);
    }
}
