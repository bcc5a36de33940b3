package org.trainingaudit.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trainingaudit.trail.Entry;
import tools.jackson.databind.JsonNode;

/** An object of an entry, read without trust: a member that is missing or of another kind is empty. */
record Body(JsonNode json) {

    static Body of(Entry entry) {
        return new Body(entry.body());
    }

    String text(String member) {
        JsonNode value = json.path(member);
        return value.isString() ? value.stringValue() : "";
    }

    Optional<LocalDate> date(String member) {
        try {
            String text = text(member);
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    OptionalLong number(String member) {
        JsonNode value = json.path(member);
        return value.isIntegralNumber() ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
    }

    Optional<Boolean> flag(String member) {
        JsonNode value = json.path(member);
        return value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
    }

    boolean has(String member) {
        JsonNode value = json.path(member);
        return !value.isMissingNode() && !value.isNull();
    }

    Body object(String member) {
        return new Body(json.path(member));
    }

    List<Body> objects(String member) {
        return json.path(member).valueStream().map(Body::new).toList();
    }

    /** The texts of a list, or of a single text. */
    List<String> texts(String member) {
        JsonNode value = json.path(member);
        return value.isString()
                ? List.of(value.stringValue())
                : value.valueStream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue)
                        .toList();
    }

    /** The value as one text: a list's members joined by commas, anything else as JSON writes it, without quotes. */
    String plain(String member) {
        JsonNode value = json.path(member);
        return value.isArray() ? String.join(",", texts(member)) : has(member) ? value.asString() : "";
    }
}
