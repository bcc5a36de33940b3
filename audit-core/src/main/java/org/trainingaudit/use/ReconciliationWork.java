package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One use while it is reconciled: its facts as they count so far, and what was noticed on the way. */
final class ReconciliationWork {

    private final Use use;
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final List<String> weaknesses = new ArrayList<>();
    private final List<Contradiction> contradictions = new ArrayList<>();
    private final List<SetAside> setAside;

    /** Begins with what is declared; what a register says of a fact that only the program sets is left out. */
    ReconciliationWork(Use use) {
        this.use = use;
        this.setAside = new ArrayList<>(use.facts().setAside());
        use.facts().all().forEach(this::state);
        DerivedFacts.OF_RECONCILIATION.forEach(facts::remove);
        fact("categories").ifPresent(fact -> state(DerivedFacts.CATEGORIES_DECLARED, fact.value(), fact.origin()));
    }

    Use use() {
        return use;
    }

    Optional<Fact> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    /** The fact's value as text, where it is known. */
    Optional<String> said(String name) {
        return fact(name).map(fact -> String.valueOf(fact.value().json()));
    }

    /** The fact's members; none where it isn't known. */
    Set<String> members(String name) {
        return fact(name).map(ReconciliationWork::members).orElse(Set.of());
    }

    private static Set<String> members(Fact fact) {
        return fact.value() instanceof FactValue.Members members ? members.values() : Set.of();
    }

    /** All facts as they count so far. */
    Facts facts() {
        return Facts.of(facts.values());
    }

    void state(Fact fact) {
        facts.put(fact.name(), fact);
    }

    void state(String name, FactValue value, String origin) {
        state(Fact.of(name, value, origin));
    }

    void stateIfUnknown(Fact fact) {
        facts.putIfAbsent(fact.name(), fact);
    }

    /** From now on nobody knows. */
    void forget(String name) {
        facts.remove(name);
    }

    /** The use's verdicts can't be sure, for this reason. */
    void weaken(String reason) {
        weaknesses.add(reason);
    }

    /** What somebody vouched for is kept beside what counts instead; what was merely stated is in the contradiction. */
    void refuted(String name, String evidence) {
        fact(name)
                .filter(fact -> fact.attestation().isPresent())
                .ifPresent(fact -> setAside.add(SetAside.contradicted(fact, evidence)));
    }

    /** Says that what is claimed and what was seen differ, and who vouched for the claim. */
    void contradict(String what, String claimed, String observed, String evidence) {
        String name = what.contains("/") ? what.substring(0, what.indexOf('/')) : what;
        String voucher = setAside.stream()
                .filter(each -> each.why() == SetAside.Why.CONTRADICTED)
                .filter(each -> each.fact().name().equals(name))
                .flatMap(each -> each.fact().voucher().stream())
                .map(text -> ", " + text)
                .findFirst()
                .orElse("");
        contradictions.add(new Contradiction(use.id(), what, claimed + voucher, observed, evidence));
    }

    ReconciledUse result() {
        contradictions.sort(Comparator.comparing(Contradiction::what));
        return new ReconciledUse(
                use.withFacts(Facts.of(new TreeMap<>(facts), setAside)),
                !weaknesses.isEmpty(),
                String.join("; ", weaknesses),
                contradictions);
    }
}
