package org.trainingaudit.detection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** How spans are found in labelled texts. */
final class TextAccuracy {

    /** What companies are given is no identifier of people, and none is claimed to be found. */
    private static final Set<String> NOBODYS = Set.of("business_id");

    private final Detectors detectors;
    private final Score score = new Score();
    private final Map<String, Score> bySubtype = new TreeMap<>();

    private TextAccuracy(Detectors detectors) {
        this.detectors = detectors;
    }

    /** Of the texts of one file. */
    static Score of(Detectors detectors, LabelledData data, String file) throws IOException {
        return read(detectors, data, file).score;
    }

    /** Of a file whose texts are about one scheme each, by scheme. */
    static Map<String, Score> byScheme(Detectors detectors, LabelledData data, String file) throws IOException {
        return read(detectors, data, file).bySubtype;
    }

    private static TextAccuracy read(Detectors detectors, LabelledData data, String file) throws IOException {
        TextAccuracy accuracy = new TextAccuracy(detectors);
        for (JsonNode one : data.lines(file)) {
            if (one.has("valid")) {
                accuracy.identifier(one);
            } else if (!one.has("score") || one.get("score").asString().equals("primary")) {
                accuracy.text(one);
            }
        }
        return accuracy;
    }

    /** A number that a scheme allows is to be found, another isn't. */
    private void identifier(JsonNode one) {
        String type = LabelKeys.ofLabel(one.get("type").asString());
        if (NOBODYS.contains(type)) {
            return;
        }
        Optional<String> told = detectors.find(one.get("value").asString()).stream()
                .map(span -> LabelKeys.ofCategory(span.category()))
                .filter(type::equals)
                .findFirst();
        see(one.get("scheme").asString(), one.toString(), one.get("valid").asBoolean() ? type : "none", told);
    }

    private void see(String subtype, String where, String expected, Optional<String> told) {
        score.see(where, expected, told);
        bySubtype.computeIfAbsent(subtype, key -> new Score()).see(where, expected, told);
    }

    private void text(JsonNode one) {
        String text = one.get("text").asString();
        String subtype = one.path("scope").asString("all");
        Optional<String> scope = Optional.ofNullable(one.get("scope_type"))
                .map(JsonNode::asString)
                .map(LabelKeys::ofLabel);
        List<Span> spans = new ArrayList<>(detectors.find(text));
        scope.ifPresent(only ->
                spans.removeIf(span -> !LabelKeys.ofCategory(span.category()).equals(only)));
        List<JsonNode> expected = new ArrayList<>();
        one.get("expected").forEach(expected::add);
        if (expected.isEmpty()) {
            see(
                    subtype,
                    text,
                    "none",
                    spans.stream().map(s -> LabelKeys.ofCategory(s.category())).findFirst());
            return;
        }
        boolean placed = expected.stream().anyMatch(e -> e.hasNonNull("start"));
        for (JsonNode e : expected) {
            one(e, spans, placed, scope, subtype, text);
        }
        for (Span span : spans) {
            if (!placed || expected.stream().noneMatch(e -> overlaps(span, e))) {
                see(subtype, "(more) " + text + " " + span, "none", Optional.of(LabelKeys.ofCategory(span.category())));
            }
        }
    }

    private void one(
            JsonNode expected, List<Span> spans, boolean placed, Optional<String> scope, String subtype, String text) {
        String type = LabelKeys.ofLabel(expected.get("type").asString());
        if (expected.has("scored") && !expected.get("scored").asBoolean()) {
            spans.removeIf(span -> placed && overlaps(span, expected));
            return;
        }
        if (scope.isPresent() && !scope.get().equals(type)) {
            return;
        }
        Optional<Span> hit = spans.stream()
                .filter(span -> LabelKeys.ofCategory(span.category()).equals(type))
                .filter(span -> !placed || overlaps(span, expected))
                .findFirst();
        see(subtype, text + " @" + expected, type, hit.map(span -> LabelKeys.ofCategory(span.category())));
        hit.filter(span -> !placed).ifPresent(spans::remove);
    }

    private static boolean overlaps(Span span, JsonNode e) {
        return span.start() < e.get("end").asInt() && e.get("start").asInt() < span.end();
    }
}
