package org.trainingaudit.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactCatalogue;
import org.trainingaudit.use.FactDefinition;
import org.trainingaudit.use.FactValue;
import org.trainingaudit.use.Facts;

/** Facts of uses that nobody thought of, from a seed. */
final class RandomFacts {

    private static final List<String> CATEGORIES =
            List.of("health.treatment", "health.mental", "contact.email", "voice.recording", "birth_date");
    private static final List<String> COUNTRIES = List.of("JP", "US-CA", "FR", "IS", "GB", "DE");

    private final FactCatalogue catalogue;
    private final Random random;

    RandomFacts(Packs packs, long seed) {
        this(packs.catalogue, seed);
    }

    RandomFacts(FactCatalogue catalogue, long seed) {
        this.catalogue = catalogue;
        this.random = new Random(seed);
    }

    /** Each fact with the chance of a known value that is given, in percent. */
    Facts some(int percent) {
        List<Fact> facts = new ArrayList<>();
        for (FactDefinition each : catalogue.all()) {
            if (random.nextInt(100) < percent) {
                facts.add(Fact.of(each.name().replace("*", "genetic"), value(each), "test"));
            }
        }
        return Facts.of(facts);
    }

    /** A value that the fact could have. */
    FactValue value(FactDefinition fact) {
        return switch (fact.type()) {
            case BOOLEAN -> new FactValue.Bool(random.nextBoolean());
            case INTEGER ->
                new FactValue.Whole(List.of(10L, 999L, 1000L, 1001L, 6000L).get(random.nextInt(5)));
            case DATE -> new FactValue.Day(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(120) - 60));
            case TEXT -> new FactValue.Text(fact.of().isPresent() ? pick(COUNTRIES) : pick(List.of("on-file", "none")));
            case CHOICE -> new FactValue.Text(pick(List.copyOf(new TreeSet<>(fact.values()))));
            case SET -> new FactValue.Members(members(fact));
        };
    }

    private Set<String> members(FactDefinition fact) {
        List<String> all = fact.of().isEmpty()
                ? List.copyOf(new TreeSet<>(fact.values()))
                : fact.of().get().equals("category") ? CATEGORIES : COUNTRIES;
        Set<String> members = new TreeSet<>();
        for (String each : all) {
            if (random.nextInt(3) == 0) {
                members.add(each);
            }
        }
        return members;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
