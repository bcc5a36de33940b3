package org.trainingaudit.provider;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.use.Nation;
import org.trainingaudit.use.Use;

/** Works out the dependence of one use from its facts and the catalogue. */
final class DependenceOf {

    private final Providers providers;
    private final Use use;
    private final LocalDate day;
    private final UseFacts facts;
    private final Optional<String> provider;
    private final Optional<Provider> known;
    private final Set<String> home;
    private final Set<String> locations;

    DependenceOf(Providers providers, Use use, LocalDate day) {
        this.providers = providers;
        this.use = use;
        this.day = day;
        this.facts = new UseFacts(use);
        this.provider = facts.provider();
        this.known = provider.flatMap(providers::find);
        this.home = nations(facts.members("subjectCountries"));
        this.locations = facts.has("sovereignty.trainingLocation")
                ? facts.members("sovereignty.trainingLocation")
                : facts.members("dataLocatedIn");
    }

    Dependence dependence() {
        Optional<String> country = country();
        Optional<String> owner = owner();
        List<String> laws = laws(country, owner);
        return new Dependence(
                use.id(),
                known.map(Provider::id).or(() -> provider),
                country,
                owner,
                locations,
                facts.members("sovereignty.inferenceLocation"),
                facts.members("sovereignty.supportAccessCountries"),
                facts.text("sovereignty.keyHolder"),
                facts.flag("sovereignty.providerTrainsOnInput").or(() -> facts.flag("recipientUsesForOwnPurpose")),
                facts.text("sovereignty.weightsControl"),
                facts.text("sovereignty.exitPlanRef"),
                laws,
                domestic(country, owner),
                flags(owner),
                model(),
                providers.decisions(use, day));
    }

    /** As it's stated; else the platform's or recipient's, where the catalogue says that it offers models and nothing else. */
    private Dependence.Model model() {
        Optional<String> name = facts.text("sovereignty.modelProvider")
                .or(() ->
                        known.filter(one -> one.kinds().equals(Set.of("model"))).map(Provider::id));
        if (name.filter(Providers.OWN::equals).isPresent()) {
            return new Dependence.Model(name, single("actorCountries"), single("actorCountries"));
        }
        Optional<Provider> maker = name.flatMap(providers::find);
        return new Dependence.Model(
                maker.map(Provider::id).or(() -> name),
                maker.map(Provider::country),
                maker.map(Provider::ownerCountry));
    }

    private boolean isOwn() {
        return provider.filter(Providers.OWN::equals).isPresent();
    }

    /** Several stated countries are no one country. */
    private Optional<String> country() {
        return single("sovereignty.providerCountry")
                .or(() -> isOwn() ? single("actorCountries") : Optional.empty())
                .or(() -> known.map(Provider::country))
                .or(() -> single("recipientCountry").filter(country -> provider.isPresent()));
    }

    private Optional<String> owner() {
        return single("sovereignty.providerUltimateOwnerCountry")
                .or(() -> isOwn() ? single("actorCountries") : Optional.empty())
                .or(() -> known.map(Provider::ownerCountry))
                .or(() -> single("recipientOwnershipCountries").filter(country -> provider.isPresent()));
    }

    private Optional<String> single(String fact) {
        Set<String> members = facts.members(fact);
        return members.size() == 1 ? members.stream().findFirst() : Optional.empty();
    }

    private List<String> laws(Optional<String> country, Optional<String> owner) {
        Set<String> states = states(country, owner);
        states.removeAll(home);
        Set<String> laws = new TreeSet<>();
        for (String state : states) {
            providers.lawsOf(state).forEach(law -> laws.add(law.name()));
        }
        return List.copyOf(laws);
    }

    /** The countries in which the data lie, from which they are reached, and in which the provider and its owner are. */
    private Set<String> states(Optional<String> country, Optional<String> owner) {
        Set<String> states = nations(locations);
        states.addAll(nations(facts.members("sovereignty.supportAccessCountries")));
        country.map(Nation::of).ifPresent(states::add);
        owner.map(Nation::of).ifPresent(states::add);
        return states;
    }

    /** False as soon as something known lies abroad; true only where all of it is known and at home. */
    private Optional<Boolean> domestic(Optional<String> country, Optional<String> owner) {
        if (home.isEmpty()) {
            return Optional.empty();
        }
        Set<String> states = states(country, owner);
        states.addAll(nations(facts.members("sovereignty.inferenceLocation")));
        if (!home.containsAll(states)) {
            return Optional.of(false);
        }
        boolean whole = country.isPresent() && owner.isPresent() && !locations.isEmpty();
        return whole ? Optional.of(true) : Optional.empty();
    }

    private List<String> flags(Optional<String> owner) {
        List<String> flags = new ArrayList<>();
        if (provider.isEmpty()) {
            flags.add("provider-unknown");
        }
        if (!home.isEmpty()
                && owner.map(Nation::of).filter(state -> !home.contains(state)).isPresent()) {
            flags.add("foreign-control");
        }
        boolean apiOnly = facts.text("sovereignty.weightsControl")
                .filter("api-only"::equals)
                .isPresent();
        if (apiOnly
                && facts.text("sovereignty.exitPlanRef")
                        .filter(ref -> !ref.equals("none"))
                        .isEmpty()) {
            flags.add("api-only-no-exit");
        }
        if (facts.text("transferMechanism").filter("dpf"::equals).isPresent()) {
            flags.add("mechanism-under-challenge");
        }
        return flags;
    }

    private static Set<String> nations(Set<String> countries) {
        Set<String> nations = new TreeSet<>();
        countries.forEach(country -> nations.add(Nation.of(country)));
        return nations;
    }
}
