package org.trainingaudit.provider;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Text;
import org.trainingaudit.use.Contradiction;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactValue;
import org.trainingaudit.use.ReconciledUse;
import org.trainingaudit.use.Use;

/**
 * The catalogue of providers, as {@code config/providers.yaml} has it, and the countries to which laws let data go, as {@code
 * config/adequacy.yaml} has them; without these files both are empty.
 */
public final class Providers {

    /** The organisation's own machines. */
    static final String OWN = "own";

    private static final String FILE = "providers.yaml";
    private static final String COUNTRY = "[A-Z]{2}";
    private static final String ORIGIN = "providers:";

    private final Map<String, Provider> byName;
    private final Map<String, List<AccessLaw>> laws;
    private final Adequacy adequacy;

    private Providers(Map<String, Provider> byName, Map<String, List<AccessLaw>> laws, Adequacy adequacy) {
        this.byName = Map.copyOf(byName);
        this.laws = Map.copyOf(laws);
        this.adequacy = adequacy;
    }

    /** A law by which a state may reach data that a company of its own holds, wherever they are. */
    record AccessLaw(
            @Pattern(regexp = COUNTRY, message = "must be a country such as US")
            String country,

            @NotBlank String name,
            @NotBlank String source) {}

    private record Entry(
            Text id,
            @NotBlank String name,
            Set<String> aliases,

            @Pattern(regexp = COUNTRY, message = "must be a country such as JP")
            String country,

            @NotBlank String owner,

            @Pattern(regexp = COUNTRY, message = "must be a country such as JP")
            String ownerCountry,

            Set<String> kinds,
            @NotBlank String source) {

        Provider provider() {
            return new Provider(id.value(), name, aliases, kinds, country, owner, ownerCountry, source);
        }
    }

    private record Written(List<AccessLaw> accessLaws, List<Entry> providers) {}

    /** What the files have; what is wrong in them becomes a fault. */
    public static Providers load(ConfigFiles files, Faults faults) {
        Written written = files.file(FILE)
                .flatMap(file -> file.parse(faults))
                .flatMap(node -> Binder.camelCase(faults).bind(node, Written.class))
                .orElse(new Written(List.of(), List.of()));
        Map<String, Provider> byName = new LinkedHashMap<>();
        for (Entry entry : written.providers()) {
            List<String> names = new ArrayList<>(entry.aliases());
            names.add(entry.id().value());
            names.add(entry.name());
            for (String name : names.stream().map(Providers::plain).distinct().toList()) {
                Provider first = byName.putIfAbsent(name, entry.provider());
                if (first != null) {
                    faults.add(
                            entry.id().at(),
                            "provider '" + entry.id() + "' goes by the name '" + name + "', which '" + first.id()
                                    + "' has already");
                }
            }
        }
        Map<String, List<AccessLaw>> laws = new HashMap<>();
        written.accessLaws()
                .forEach(law -> laws.computeIfAbsent(law.country(), unseen -> new ArrayList<>())
                        .add(law));
        return new Providers(byName, laws, Adequacy.load(files, faults));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** The provider of that id, name or alias. */
    Optional<Provider> find(String name) {
        return Optional.ofNullable(byName.get(plain(name)));
    }

    /** The id of the provider of that name, or the name itself where the catalogue has none. */
    public String company(String name) {
        return find(name).map(Provider::id).orElse(name);
    }

    /** The laws by which that country may reach data that its companies hold. */
    List<AccessLaw> lawsOf(String country) {
        return laws.getOrDefault(country, List.of());
    }

    /**
     * What the catalogue knows of a use and nobody states: the recipient's country and that of its owner, by {@code
     * recipientId}, and the provider's. A fact that is stated stays as it is.
     */
    public List<Fact> facts(Use use) {
        UseFacts stated = new UseFacts(use);
        List<Fact> facts = new ArrayList<>();
        stated.text("recipientId").flatMap(this::find).ifPresent(recipient -> {
            countries(stated, facts, "recipientCountry", recipient.country(), recipient);
            countries(stated, facts, "recipientOwnershipCountries", recipient.ownerCountry(), recipient);
        });
        stated.provider().flatMap(this::find).ifPresent(provider -> {
            countries(stated, facts, "sovereignty.providerCountry", provider.country(), provider);
            countries(stated, facts, "sovereignty.providerUltimateOwnerCountry", provider.ownerCountry(), provider);
            String reached = String.join(
                    "; ",
                    lawsOf(provider.ownerCountry()).stream()
                            .map(AccessLaw::name)
                            .toList());
            if (!reached.isEmpty()
                    && stated.text("sovereignty.foreignAccessLaw").isEmpty()) {
                facts.add(Fact.of("sovereignty.foreignAccessLaw", new FactValue.Text(reached), ORIGIN + provider.id()));
            }
        });
        return facts;
    }

    private static void countries(UseFacts stated, List<Fact> facts, String name, String country, Provider said) {
        if (!stated.has(name)) {
            facts.add(Fact.of(name, FactValue.Members.of(Set.of(country)), ORIGIN + said.id()));
        }
    }

    /**
     * On whom the use depends.
     *
     * @param day on which the law is read: lists of countries have dates
     */
    public Dependence dependence(Use use, LocalDate day) {
        return new DependenceOf(this, use, day).dependence();
    }

    /** What lists of adequate countries say on that day of each country of the use's recipient. */
    List<String> decisions(Use use, LocalDate day) {
        return adequacy.decisions(use, day);
    }

    /**
     * The same with what the catalogue adds: facts that nobody states, and where a stated place of the recipient isn't the one
     * that the catalogue has. What is stated stays, since a recipient may be a company's branch elsewhere; a person decides. Of
     * recipients that were seen and aren't the stated one, the countries count beside the stated ones.
     *
     * @param day on which the law is read: lists of countries have dates
     */
    public ReconciledUse complete(ReconciledUse reconciled, LocalDate day) {
        Use use = reconciled.use();
        List<Fact> facts = new ArrayList<>(facts(use));
        new UseFacts(use.withFacts(use.facts().with(facts)))
                .seenRecipients(this)
                .ifPresent(countries -> facts.add(
                        Fact.of("recipientCountry", FactValue.Members.of(countries), ORIGIN + "recipientsObserved")));
        facts.addAll(adequacy.facts(use.withFacts(use.facts().with(facts)), day));
        List<Contradiction> contradictions = new ArrayList<>(reconciled.contradictions());
        UseFacts stated = new UseFacts(use);
        stated.text("recipientId").flatMap(this::find).ifPresent(recipient -> {
            contradict(use, stated, "recipientCountry", recipient.country(), recipient, contradictions);
            contradict(use, stated, "recipientOwnershipCountries", recipient.ownerCountry(), recipient, contradictions);
        });
        contradictions.sort(Comparator.comparing(Contradiction::what));
        return new ReconciledUse(
                facts.isEmpty() ? use : use.withFacts(use.facts().with(facts)),
                reconciled.weakScan(),
                reconciled.weakReason(),
                contradictions);
    }

    private static void contradict(
            Use use, UseFacts stated, String fact, String country, Provider recipient, List<Contradiction> into) {
        if (stated.has(fact) && !stated.members(fact).contains(country)) {
            into.add(new Contradiction(
                    use.id(),
                    fact,
                    String.join(", ", stated.members(fact)),
                    country,
                    "config/providers.yaml has " + recipient.name() + " in it: " + recipient.source()));
        }
    }
}
