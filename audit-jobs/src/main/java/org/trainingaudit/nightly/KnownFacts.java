package org.trainingaudit.nightly;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.trail.Entry;
import org.trainingaudit.trail.TrailReader;
import org.trainingaudit.use.AttestationJson;
import org.trainingaudit.use.Attested;
import org.trainingaudit.use.ColumnReview;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactCatalogue;
import org.trainingaudit.use.Facts;
import org.trainingaudit.use.Moment;
import org.trainingaudit.use.ReviewHistory;
import org.trainingaudit.use.Use;
import org.trainingaudit.use.UseJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is known of uses beside the registers as they are now: what persons vouched for, and, for a look back, what the
 * last night up to a day had read. The published trail says both.
 *
 * <p>A statement of a register that says when it was recorded is taken at its word. One that doesn't counts as known from
 * the first run that read it, and as long as the runs after it still did.
 */
public final class KnownFacts {

    private static final String ATTESTATION = "attestation";
    private static final String COLUMN_REVIEW = "column_review";
    private static final String USE = "use";

    private final Moment moment;
    private final FactCatalogue catalogue;
    private final Map<Long, ObjectNode> given = new HashMap<>();
    private final Map<Long, LocalDate> withdrawn = new HashMap<>();
    private final Map<String, List<Attested>> attested = new HashMap<>();
    private final Map<String, Then> then = new HashMap<>();
    private final ReviewHistory reviews = new ReviewHistory();

    /** The entries by which a run told a use. */
    private record Then(String run, LocalDate day, List<ObjectNode> bodies) {}

    private KnownFacts(Moment moment, FactCatalogue catalogue) {
        this.moment = moment;
        this.catalogue = catalogue;
    }

    /** Reads the published log in that folder; where there is none yet, nobody vouched for anything and no run took place. */
    public static KnownFacts read(Path trail, Moment moment, FactCatalogue catalogue) {
        KnownFacts known = new KnownFacts(moment, catalogue);
        if (Files.exists(trail.resolve("checkpoint"))) {
            TrailReader reader = TrailReader.of(trail);
            reader.entries(reader.checkpoint().checkpoint().size()).forEach(known::add);
        }
        known.given.forEach((number, body) ->
                known.add(AttestationJson.read(body, Optional.ofNullable(known.withdrawn.get(number)), catalogue)));
        return known;
    }

    /** With these attestations, and without a look at what runs had read before. */
    static KnownFacts of(List<Attested> attested, Moment moment, FactCatalogue catalogue) {
        KnownFacts known = new KnownFacts(moment, catalogue);
        attested.forEach(known::add);
        return known;
    }

    private void add(Attested one) {
        attested.computeIfAbsent(one.use(), use -> new ArrayList<>()).add(one);
    }

    private void add(Entry entry) {
        if (entry.kind().equals(ATTESTATION)) {
            attestation(entry.body());
        } else if (entry.kind().equals(COLUMN_REVIEW)) {
            reviews.add(entry.body());
        } else if (entry.kind().equals(USE) && moment.knownAt().isPresent()) {
            use(entry, moment.knownAt().get());
        }
    }

    private void attestation(ObjectNode body) {
        long number = body.path("number").asLong();
        if (body.path("withdrawn").isString()) {
            withdrawn.put(number, LocalDate.parse(body.path("withdrawn").asString()));
        } else {
            given.put(number, body);
        }
    }

    /** A trial says what would be, and a run after the day says what became known later. */
    private void use(Entry entry, LocalDate knownAt) {
        String[] run = entry.run().split("/", -1);
        if (run.length < 2
                || run[0].equals(RunKind.TRIAL.word())
                || LocalDate.parse(run[1]).isAfter(knownAt)) {
            return;
        }
        String use = entry.body().path("use").asString();
        Then last = then.get(use);
        if (last == null || !last.run.equals(entry.run())) {
            last = new Then(entry.run(), LocalDate.parse(run[1]), new ArrayList<>());
            then.put(use, last);
        }
        last.bodies.add(entry.body());
    }

    /** The use with what counts of it at that moment. */
    public Use of(Use use) {
        List<Fact> vouched = attested.getOrDefault(use.id(), List.of()).stream()
                .map(Attested::fact)
                .toList();
        Facts read = moment.knownAt().isPresent() ? asReadThen(use) : use.facts();
        return use.withFacts(read.and(vouched).on(moment));
    }

    /** What persons said of the columns of a dataset, by the name that the trail has, as far as it was known at that moment. */
    List<ColumnReview> reviews(String dataset) {
        return reviews.of(dataset, moment.knownAt());
    }

    private Facts asReadThen(Use use) {
        Then last = then.get(use.id());
        if (last == null) {
            return use.facts();
        }
        Facts was = UseJson.read(last.bodies, catalogue).facts();
        Set<String> stated = new HashSet<>();
        Set<String> derived = new HashSet<>();
        was.statements().forEach(fact -> (isDeclared(fact) ? stated : derived).add(key(fact, isDeclared(fact))));
        Set<String> still = new HashSet<>();
        use.facts().statements().forEach(fact -> still.add(key(fact, true)));
        Facts now = use.facts()
                .each(fact -> fact.recorded().isEmpty()
                                && (stated.contains(key(fact, true)) || derived.contains(key(fact, false)))
                        ? fact.recordedOn(last.day)
                        : fact);
        List<Fact> gone = was.statements().stream()
                .filter(fact -> isDeclared(fact) && !still.contains(key(fact, true)))
                .map(fact -> fact.recorded().isPresent() ? fact : fact.recordedOn(last.day))
                .toList();
        return now.and(gone);
    }

    /** What the scan or reconciling put in place of a statement hides what was stated, so a statement of that name passes. */
    private static boolean isDeclared(Fact fact) {
        return fact.origin().startsWith("register:");
    }

    private static String key(Fact fact, boolean whole) {
        return whole
                ? fact.name() + "\n" + fact.value().json() + "\n" + fact.since() + "\n" + fact.until()
                : fact.name();
    }
}
