package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.trail.EntryText;

/**
 * A run as its {@code run_open} has it.
 *
 * @param key its business key
 * @param regimes the regimes under which it judges
 * @param sources the sources to which it is restricted, if it is
 * @param restricted whether it looks at a part only, by source or by regime
 */
record Run(
        String key,
        RunKind kind,
        LocalDate businessDate,
        LocalDate asOf,
        Set<String> regimes,
        Optional<Set<String>> sources,
        boolean restricted,
        String configSha256,
        String codeVersion) {

    static Run of(EntryText opened) {
        Body body = Body.of(opened);
        Set<String> regimes = new TreeSet<>(Key::compareAsUtf8);
        body.objects("regimes").forEach(regime -> regimes.add(regime.text("id")));
        Body scope = body.object("scope");
        if (scope.has("regimes") && !scope.texts("regimes").isEmpty()) {
            regimes.retainAll(Set.copyOf(scope.texts("regimes")));
        }
        Optional<Set<String>> sources =
                Optional.of(Set.copyOf(scope.texts("sources"))).filter(some -> !some.isEmpty());
        return new Run(
                opened.run(),
                RunKind.ofKey(opened.run()),
                needed(body, "business_date", opened),
                needed(body, "as_of", opened),
                regimes,
                sources,
                sources.isPresent() || !scope.texts("regimes").isEmpty(),
                body.text("config_sha256"),
                body.text("code_version"));
    }

    private static LocalDate needed(Body body, String member, EntryText opened) {
        return body.date(member)
                .orElseThrow(() -> new IllegalArgumentException(
                        "run_open of '" + opened.run() + "' has no date '" + member + "'"));
    }

    /** Whether the run looks at that dataset. */
    boolean covers(String dataset) {
        return sources.isEmpty() || sources.get().contains(sourceOf(dataset));
    }

    /** The source's id, with which a dataset's id begins. */
    static String sourceOf(String dataset) {
        int slash = dataset.indexOf('/');
        return slash < 0 ? dataset : dataset.substring(0, slash);
    }
}
