package org.trainingaudit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trainingaudit.regime.Verdict;
import org.trainingaudit.report.Recorded.OfRule;
import org.trainingaudit.report.Recorded.OfVerdict;
import org.trainingaudit.trail.CanonicalCursor;
import org.trainingaudit.trail.CanonicalCursor.Remembered;
import org.trainingaudit.trail.EntryText;

/**
 * Reads the two kinds of entries of which a trail has most, uses and verdicts, from front to back. What many of them have in
 * common is read once, and remembered in a fixed room. Not for use by several threads.
 */
final class UseReader {

    private static final Outcomes NO_RULES = new Outcomes(List.of());

    private final CanonicalCursor cursor = new CanonicalCursor();
    private final CanonicalCursor inner = new CanonicalCursor();
    private final Remembered<Stated> values = new Remembered<>(1 << 12, 512);
    private final Remembered<Outcomes> outcomes = new Remembered<>(1 << 11, 4096);
    private final Remembered<List<String>> lists = new Remembered<>(1 << 10, 1024);

    /** The use that an entry tells, or a part of it. */
    OfUse use(EntryText entry) {
        String use = "";
        String dataset = "";
        String training = "";
        String origin = "";
        String state = "";
        Map<String, StatedFact> facts = Map.of();
        List<String> notGovernedBy = List.of();
        boolean plain = true;
        cursor.over(entry);
        while (cursor.more()) {
            switch (cursor.name()) {
                case "use" -> use = cursor.text();
                case "dataset" -> dataset = cursor.text();
                case "training" -> training = cursor.text();
                case "origin" -> origin = cursor.text();
                case "state" -> state = cursor.text();
                case "facts" -> facts = facts();
                case "not_governed_by" -> notGovernedBy = list();
                case "set_aside", "part", "parts" -> {
                    plain = false;
                    cursor.skip();
                }
                default -> cursor.skip();
            }
        }
        return new OfUse(
                entry.run(),
                entry.id(),
                use,
                dataset,
                training,
                origin,
                state,
                facts,
                Set.copyOf(notGovernedBy),
                plain,
                List.of(entry));
    }

    private Map<String, StatedFact> facts() {
        if (cursor.kind() != '[') {
            cursor.skip();
            return Map.of();
        }
        Map<String, StatedFact> facts = new LinkedHashMap<>(128);
        cursor.enter();
        while (cursor.more()) {
            if (cursor.kind() == '{') {
                StatedFact fact = fact();
                facts.putIfAbsent(fact.name(), fact);
            } else {
                cursor.skip();
            }
        }
        return facts;
    }

    private StatedFact fact() {
        String name = "";
        Stated value = Stated.NOTHING;
        String origin = "";
        String recorded = "";
        String since = "";
        String until = "";
        cursor.enter();
        while (cursor.more()) {
            switch (cursor.name()) {
                case "fact" -> name = cursor.text();
                case "value" -> value = cursor.value(values, this::stated);
                case "origin" -> origin = cursor.text();
                case "recorded" -> recorded = cursor.text();
                case "since" -> since = cursor.text();
                case "until" -> until = cursor.text();
                default -> cursor.skip();
            }
        }
        return new StatedFact(name, value, origin, recorded, since, until);
    }

    private Stated stated(byte[] bytes, int from, int to) {
        inner.over(bytes, from);
        return Stated.of(inner);
    }

    private List<String> list() {
        return cursor.value(lists, (bytes, from, to) -> {
            inner.over(bytes, from);
            return texts(inner);
        });
    }

    /** The texts of a list, or a single text as the only one. */
    private static List<String> texts(CanonicalCursor at) {
        if (at.kind() == '"') {
            return List.of(at.text());
        }
        List<String> texts = new ArrayList<>();
        if (at.kind() != '[') {
            at.skip();
            return texts;
        }
        at.enter();
        while (at.more()) {
            if (at.kind() == '"') {
                texts.add(at.text());
            } else {
                at.skip();
            }
        }
        return texts;
    }

    /** The verdict that an entry tells. */
    OfVerdict verdict(EntryText entry) {
        String use = "";
        String dataset = "";
        String regime = "";
        String sha256 = "";
        String outcome = "";
        boolean provisional = true;
        Outcomes rules = NO_RULES;
        cursor.over(entry);
        while (cursor.more()) {
            switch (cursor.name()) {
                case "use" -> use = cursor.text();
                case "dataset" -> dataset = cursor.text();
                case "regime" -> regime = cursor.text();
                case "regime_sha256" -> sha256 = cursor.text();
                case "outcome" -> outcome = cursor.text();
                case "provisional" -> {
                    provisional = cursor.kind() != 'f';
                    cursor.skip();
                }
                case "rules" -> rules = cursor.value(outcomes, this::rules);
                default -> cursor.skip();
            }
        }
        return new OfVerdict(
                entry.run(), entry.id(), use, dataset, regime, sha256, verdict(outcome), provisional, rules);
    }

    /** A word that we don't know is for a person to look at. */
    private static Verdict verdict(String word) {
        return Verdict.of(word).orElse(Verdict.NEEDS_REVIEW);
    }

    private Outcomes rules(byte[] bytes, int from, int to) {
        List<OfRule> rules = new ArrayList<>();
        inner.over(bytes, from);
        if (inner.kind() == '[') {
            inner.enter();
            while (inner.more()) {
                if (inner.kind() == '{') {
                    rules.add(rule());
                } else {
                    inner.skip();
                }
            }
        }
        return new Outcomes(rules);
    }

    private OfRule rule() {
        String rule = "";
        String outcome = "";
        String reason = "";
        List<String> missing = List.of();
        List<String> by = List.of();
        inner.enter();
        while (inner.more()) {
            switch (inner.name()) {
                case "rule" -> rule = inner.text();
                case "outcome" -> outcome = inner.text();
                case "reason" -> reason = inner.text();
                case "missing" -> missing = texts(inner);
                case "by" -> by = texts(inner);
                default -> inner.skip();
            }
        }
        return new OfRule(rule, outcome, reason, missing, by);
    }
}
