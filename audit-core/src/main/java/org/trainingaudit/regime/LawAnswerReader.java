package org.trainingaudit.regime;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Node;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an answer of the e-Gov law revisions interface.
 *
 * <p>A strict JSON parser decides whether it's JSON at all. Since JSON is YAML too, the tree with its places then comes
 * from the reader of the configuration, with that reader's limits of size and depth. Unknown members are left alone:
 * the format is somebody else's and grows.
 */
final class LawAnswerReader {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_]{1,64}");

    private final ConfigFile file;
    private final Faults faults;

    LawAnswerReader(ConfigFile file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    Optional<LawAnswer> read() {
        int before = faults.count();
        if (!isJson()) {
            return Optional.empty();
        }
        Optional<LawAnswer> answer = file.parse(faults).flatMap(this::answer);
        return faults.count() == before ? answer : Optional.empty();
    }

    private boolean isJson() {
        byte[] bytes = file.bytes();
        try {
            STRICT.readTree(bytes);
            return true;
        } catch (JacksonException e) {
            faults.add(at(e.getLocation(), bytes), "not JSON: " + firstLine(e));
            return false;
        }
    }

    private Location at(TokenStreamLocation place, byte[] bytes) {
        if (place == null || place.getLineNr() < 1) {
            return Location.of(file.shown());
        }
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\r\n|\r|\n", -1);
        String source = place.getLineNr() <= lines.length ? lines[place.getLineNr() - 1] : "";
        return new Location(file.shown(), place.getLineNr(), place.getColumnNr(), source);
    }

    private static String firstLine(JacksonException e) {
        return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("it can't be read");
    }

    private Optional<LawAnswer> answer(Node tree) {
        Optional<Node.Fields> top = map(tree, "an answer with 'law_info' and 'revisions'");
        Optional<Node.Fields> law =
                top.flatMap(map -> member(map, "law_info")).flatMap(node -> map(node, "the law's own names"));
        Optional<String> id = law.flatMap(map -> member(map, "law_id")).flatMap(this::id);
        List<LawAnswer.Revision> revisions = new ArrayList<>();
        List<LocalDate> updated = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Node row :
                top.flatMap(map -> member(map, "revisions")).map(this::rows).orElse(List.of())) {
            map(row, "a revision").ifPresent(map -> {
                revision(map, seen).ifPresent(revisions::add);
                updated(map).ifPresent(updated::add);
            });
        }
        LocalDate newest = updated.stream().max(LocalDate::compareTo).orElse(LocalDate.EPOCH);
        return id.map(found -> new LawAnswer(found, newest, revisions));
    }

    private List<Node> rows(Node node) {
        if (node instanceof Node.Items list && !list.items().isEmpty()) {
            return list.items();
        }
        faults.add(
                node.at(),
                "expected the revisions as a list, but found "
                        + (node instanceof Node.Items ? "an empty list" : node.describe()));
        return List.of();
    }

    private Optional<LawAnswer.Revision> revision(Node.Fields row, Map<String, Integer> seen) {
        Optional<String> id = member(row, "law_revision_id").flatMap(this::id);
        Optional<String> law = member(row, "amendment_law_id").flatMap(this::id);
        Optional<LocalDate> promulgated =
                member(row, "amendment_promulgate_date").flatMap(this::date);
        Optional<LocalDate> enforced = member(row, "amendment_enforcement_date").flatMap(this::date);
        if (id.isEmpty() || law.isEmpty() || promulgated.isEmpty() || enforced.isEmpty()) {
            return Optional.empty();
        }
        Integer first = seen.putIfAbsent(id.get(), row.at().line());
        if (first != null) {
            faults.add(row.at(), "revision '" + id.get() + "' stands twice; first in line " + first);
        }
        return Optional.of(new LawAnswer.Revision(
                id.get(),
                law.get(),
                promulgated.get(),
                enforced.get(),
                stated(row, "amendment_scheduled_enforcement_date").flatMap(this::date),
                stated(row, "amendment_enforcement_comment").map(Node.Scalar::text)));
    }

    private Optional<LocalDate> updated(Node.Fields row) {
        return stated(row, "updated")
                .filter(scalar -> scalar.text().length() >= 10)
                .flatMap(scalar ->
                        date(new Node.Scalar(scalar.at(), scalar.text().substring(0, 10), scalar.quoted())));
    }

    private Optional<Node.Fields> map(Node node, String what) {
        if (node instanceof Node.Fields map) {
            return Optional.of(map);
        }
        faults.add(node.at(), "expected " + what + ", but found " + node.describe());
        return Optional.empty();
    }

    private Optional<Node> member(Node.Fields map, String name) {
        Optional<Node> found = map.get(name).filter(node -> !(node instanceof Node.Scalar scalar && scalar.isNull()));
        if (found.isEmpty()) {
            faults.add(map.at(), "member '" + name + "' is missing");
        }
        return found;
    }

    /** A member that may be absent, null or blank. */
    private static Optional<Node.Scalar> stated(Node.Fields map, String name) {
        return map.get(name)
                .filter(Node.Scalar.class::isInstance)
                .map(Node.Scalar.class::cast)
                .filter(scalar -> !scalar.isNull() && !scalar.text().isBlank());
    }

    private Optional<String> id(Node node) {
        if (node instanceof Node.Scalar scalar && ID.matcher(scalar.text()).matches()) {
            return Optional.of(scalar.text());
        }
        faults.add(node.at(), "expected an id such as 415AC0000000057, but found " + node.describe());
        return Optional.empty();
    }

    private Optional<LocalDate> date(Node node) {
        try {
            return Optional.of(LocalDate.parse(node instanceof Node.Scalar scalar ? scalar.text() : ""));
        } catch (DateTimeException e) {
            faults.add(node.at(), "expected a date such as 2026-11-21, but found " + node.describe());
            return Optional.empty();
        }
    }
}
