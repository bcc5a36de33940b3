package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Lays what tools and the scan saw beside what is declared of purpose, place, recipient and consent.
 *
 * <ul>
 *   <li>purpose: {@code purposesObserved} beside {@code purposes}, and training that was seen beside a purpose that is said
 *       not to include it. What is declared stands;
 *   <li>place: {@code trainingLocationObserved} beside {@code sovereignty.trainingLocation}, else {@code dataLocatedIn}. Both
 *       together count as the place of the training;
 *   <li>recipient: {@code recipientsObserved} beside {@code recipientId}, which stands, and beside {@code recipientType:
 *       none}, which becomes unknown;
 *   <li>consent: {@code consentObserved}, and rows without consent in the dataset, beside {@code consentObtained: true},
 *       which becomes unknown: whether those rows were left out of the training, a person has to say.
 * </ul>
 */
final class SeenOtherwise {

    private static final String PURPOSES = "purposes";
    private static final String INCLUDES_TRAINING = "purposeIncludesAiTraining";
    private static final String TRAINING_LOCATION = "sovereignty.trainingLocation";
    private static final String DATA_LOCATION = "dataLocatedIn";
    private static final String RECIPIENT = "recipientId";
    private static final String RECIPIENT_TYPE = "recipientType";
    private static final String CONSENT = "consentObtained";
    private static final Set<String> TRAINING = Set.of("train-own", "fine-tune");

    /**
     * Something that was seen otherwise than it is declared.
     *
     * @param what the word for it among the contradictions of a use; the fact's name, or that and a word behind a slash
     * @param fact the fact that is contradicted
     * @param instead what counts from now on, where that isn't what is declared
     * @param unknown whether nobody knows from now on
     */
    record Difference(
            String what,
            String fact,
            String claimed,
            String observed,
            String evidence,
            Optional<FactValue> instead,
            boolean unknown) {

        private static Difference standing(String fact, String claimed, String observed, String evidence) {
            return new Difference(fact, fact, claimed, observed, evidence, Optional.empty(), false);
        }

        private static Difference unknown(String what, String fact, String claimed, String observed, String evidence) {
            return new Difference(what, fact, claimed, observed, evidence, Optional.empty(), true);
        }
    }

    private final Facts facts;
    private final UnaryOperator<String> company;
    private final List<Difference> differences = new ArrayList<>();
    private final List<Fact> added = new ArrayList<>();
    private final Set<String> comparable = new TreeSet<>();
    private final Set<String> otherwise = new TreeSet<>();

    private SeenOtherwise(Facts facts, UnaryOperator<String> company) {
        this.facts = facts;
        this.company = company;
    }

    /**
     * Compares.
     *
     * @param rows what the dataset's own columns say of consent
     * @param company makes two names of one company equal
     */
    static SeenOtherwise of(Facts facts, Optional<ScannedDataset.ConsentRows> rows, UnaryOperator<String> company) {
        SeenOtherwise seen = new SeenOtherwise(facts, company);
        seen.purpose();
        seen.place();
        seen.recipient();
        seen.consent(rows);
        return seen;
    }

    /** In the order of their facts' names, as far as that matters to nobody. */
    List<Difference> differences() {
        return differences;
    }

    /** Facts that nobody declares and that were seen. */
    List<Fact> added() {
        return added;
    }

    /** Which of purpose, place, recipient and consent differ; nothing where none of them could be compared. */
    Optional<Set<String>> compared() {
        return comparable.isEmpty() ? Optional.empty() : Optional.of(otherwise);
    }

    private void purpose() {
        Set<String> seen = facts.members(DerivedFacts.PURPOSES_OBSERVED);
        Set<String> declared = facts.members(PURPOSES);
        if (!seen.isEmpty() && !declared.isEmpty()) {
            Set<String> others = without(seen, declared, SeenOtherwise::plain);
            differ(
                    "purpose",
                    others.isEmpty(),
                    () -> Difference.standing(
                            PURPOSES, shown(declared), shown(others), origin(DerivedFacts.PURPOSES_OBSERVED)));
        }
        Set<String> done = facts.members(DerivedFacts.ACTIVITY_OBSERVED);
        if (facts.flag(INCLUDES_TRAINING).equals(Optional.of(false)) && !done.isEmpty()) {
            boolean agrees = done.stream().noneMatch(TRAINING::contains);
            differ(
                    "purpose",
                    agrees,
                    () -> Difference.standing(
                            INCLUDES_TRAINING,
                            "false",
                            "used for " + shown(done),
                            origin(DerivedFacts.ACTIVITY_OBSERVED)));
        }
    }

    private void place() {
        Set<String> seen = facts.members(DerivedFacts.TRAINING_LOCATION_OBSERVED);
        String origin = origin(DerivedFacts.TRAINING_LOCATION_OBSERVED);
        String fact = facts.get(TRAINING_LOCATION).isPresent() ? TRAINING_LOCATION : DATA_LOCATION;
        Set<String> declared = facts.members(fact);
        if (seen.isEmpty()) {
            return;
        }
        if (declared.isEmpty()) {
            added.add(Fact.of(TRAINING_LOCATION, FactValue.Members.of(seen), origin));
            return;
        }
        Set<String> others = without(seen, declared, Nation::of);
        Set<String> all = new TreeSet<>(declared);
        all.addAll(others);
        differ(
                "place",
                others.isEmpty(),
                () -> new Difference(
                        TRAINING_LOCATION,
                        TRAINING_LOCATION,
                        shown(declared),
                        shown(others),
                        origin,
                        Optional.of(FactValue.Members.of(all)),
                        false));
    }

    private void recipient() {
        Set<String> seen = facts.members(DerivedFacts.RECIPIENTS_OBSERVED);
        String origin = origin(DerivedFacts.RECIPIENTS_OBSERVED);
        if (seen.isEmpty()) {
            return;
        }
        Optional<String> type = facts.text(RECIPIENT_TYPE);
        if (type.filter("none"::equals).isPresent()) {
            differ(
                    "recipient",
                    false,
                    () -> Difference.unknown(
                            RECIPIENT_TYPE, RECIPIENT_TYPE, "none", "handed to " + shown(seen), origin));
        }
        Optional<String> declared = facts.text(RECIPIENT);
        if (declared.isPresent()) {
            Set<String> others = without(seen, Set.of(declared.get()), name -> plain(company.apply(name)));
            differ(
                    "recipient",
                    others.isEmpty(),
                    () -> Difference.standing(RECIPIENT, declared.get(), shown(others), origin));
        } else if (seen.size() == 1) {
            added.add(Fact.of(RECIPIENT, new FactValue.Text(seen.iterator().next()), origin));
        }
    }

    private void consent(Optional<ScannedDataset.ConsentRows> rows) {
        Set<String> seen = facts.members(DerivedFacts.CONSENT_OBSERVED);
        if (!facts.flag(CONSENT).orElse(false)) {
            return;
        }
        if (!seen.isEmpty()) {
            Set<String> others = new TreeSet<>(seen);
            others.remove("given");
            differ(
                    "consent",
                    others.isEmpty(),
                    () -> Difference.unknown(
                            CONSENT, CONSENT, "true", shown(others), origin(DerivedFacts.CONSENT_OBSERVED)));
        }
        rows.ifPresent(found -> differ(
                "consent",
                found.without() == 0,
                () -> Difference.unknown(
                        CONSENT + "/rows", CONSENT, "true", found.shown(), "the scan's count of rows")));
    }

    private void differ(String kind, boolean agrees, Supplier<Difference> difference) {
        comparable.add(kind);
        if (!agrees) {
            otherwise.add(kind);
            differences.add(difference.get());
        }
    }

    /** Those of which none of the others says the same. */
    private static Set<String> without(Set<String> some, Set<String> others, UnaryOperator<String> sameAs) {
        Map<Boolean, Set<String>> split = some.stream()
                .collect(Collectors.partitioningBy(
                        one -> others.stream()
                                .anyMatch(other -> sameAs.apply(one).equals(sameAs.apply(other))),
                        Collectors.toCollection(TreeSet::new)));
        return split.getOrDefault(false, Set.of());
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_\\s]", "");
    }

    private static String shown(Set<String> words) {
        return String.join(", ", new TreeSet<>(words));
    }

    private String origin(String name) {
        return facts.get(name).map(Fact::origin).orElse("");
    }
}
