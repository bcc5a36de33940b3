package org.trainingaudit.provider;

import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Names;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Text;
import org.trainingaudit.use.DerivedFacts;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactValue;
import org.trainingaudit.use.Nation;
import org.trainingaudit.use.Use;

/**
 * To which countries each law lets data go without a further tool, as {@code config/adequacy.yaml} has it with dates; without
 * that file nothing is known of any.
 */
final class Adequacy {

    private static final String FILE = "adequacy.yaml";
    private static final String GROUPS = "regimes/countries.yaml";
    private static final List<String> ABROAD =
            List.of("recipientCountry", "sovereignty.trainingLocation", "sovereignty.supportAccessCountries");

    /** That a law's list has a country, from one day to another, both included. */
    private record Entry(
            Text country,
            LocalDate from,
            Optional<LocalDate> until,
            @NotBlank String act,
            Optional<Names> only,
            Optional<String> when) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
        }
    }

    private record LawList(
            @NotBlank String law,
            Set<String> home,
            @NotBlank String source,
            List<Entry> entries) {}

    private record Written(List<LawList> lists) {}

    private record Groups(Map<String, Set<String>> groups) {}

    private final List<LawList> lists;
    private final Map<String, Set<String>> groups;

    private Adequacy(List<LawList> lists, Map<String, Set<String>> groups) {
        this.lists = List.copyOf(lists);
        this.groups = Map.copyOf(groups);
    }

    /** The file's lists; what is wrong in them becomes a fault. */
    static Adequacy load(ConfigFiles files, Faults faults) {
        Written written = files.file(FILE)
                .flatMap(file -> file.parse(faults))
                .flatMap(node -> Binder.camelCase(faults).bind(node, Written.class))
                .orElse(new Written(List.of()));
        // What is wrong with the groups is told by the regimes, which own them.
        Faults elsewhere = new Faults();
        Map<String, Set<String>> groups = files.file(GROUPS)
                .flatMap(file -> file.parse(elsewhere))
                .flatMap(node -> Binder.camelCase(elsewhere).bind(node, Groups.class))
                .map(Groups::groups)
                .orElse(Map.of());
        Set<String> known = new TreeSet<>(groups.keySet());
        known.addAll(Set.of(java.util.Locale.getISOCountries()));
        Map<String, String> laws = new HashMap<>();
        for (LawList list : written.lists()) {
            if (laws.put(list.law(), list.source()) != null && !list.entries().isEmpty()) {
                faults.add(
                        list.entries().get(0).country().at(),
                        "law '" + list.law() + "' has two lists; make one of them");
            }
            list.entries().forEach(entry -> check(entry, known, faults));
        }
        return new Adequacy(written.lists(), groups);
    }

    private static void check(Entry entry, Set<String> known, Faults faults) {
        if (!known.contains(entry.country().value())) {
            faults.add(
                    entry.country().at(),
                    "expected a country such as JP, or a group of " + GROUPS + ", but found '" + entry.country() + "'"
                            + Nearest.hint(entry.country().value(), known));
        }
        if (entry.until().filter(entry.from()::isAfter).isPresent()) {
            faults.add(
                    entry.country().at(),
                    "'" + entry.country() + "' is listed from " + entry.from() + " and only until "
                            + entry.until().get() + "; put the days in order");
        }
    }

    /** What the lists say of a use on that day. A fact that can't be worked out is left out. */
    List<Fact> facts(Use use, LocalDate day) {
        UseFacts stated = new UseFacts(use);
        List<Fact> facts = new ArrayList<>();
        countries(stated).ifPresent(abroad -> facts.add(fact(DerivedFacts.TRANSFER_COUNTRIES, abroad)));
        Set<String> recipient = stated.members("recipientCountry");
        if (!recipient.isEmpty() && !lists.isEmpty()) {
            Set<String> under = new TreeSet<>();
            Set<String> conditionally = new TreeSet<>();
            for (LawList list : lists) {
                if (recipient.stream().allMatch(country -> lists(list, country, day, stated, true))) {
                    under.add(list.law());
                } else if (recipient.stream().allMatch(country -> lists(list, country, day, stated, false))) {
                    conditionally.add(list.law());
                }
            }
            facts.add(fact(DerivedFacts.RECIPIENT_ADEQUATE_UNDER, under));
            facts.add(fact(DerivedFacts.RECIPIENT_ADEQUATE_CONDITIONALLY, conditionally));
        }
        return facts;
    }

    /** Each entry that holds on that day of a country of the recipient, as a reader wants it. */
    List<String> decisions(Use use, LocalDate day) {
        List<String> decisions = new ArrayList<>();
        for (String country : new TreeSet<>(new UseFacts(use).members("recipientCountry"))) {
            for (LawList list : lists) {
                list.entries().stream()
                        .filter(entry -> isIn(country, entry.country().value()) && entry.holdsOn(day))
                        .map(entry -> list.law() + " " + country + " since " + entry.from()
                                + entry.until().map(last -> " until " + last).orElse("") + ": " + entry.act()
                                + entry.only()
                                        .map(whom -> ", only " + whom.en())
                                        .orElse(""))
                        .forEach(decisions::add);
            }
        }
        return decisions;
    }

    private static Fact fact(String name, Set<String> members) {
        return Fact.of(
                name,
                FactValue.Members.of(members),
                name.equals(DerivedFacts.TRANSFER_COUNTRIES) ? "reconcile" : "adequacy.yaml");
    }

    private static Optional<Set<String>> countries(UseFacts stated) {
        if (!stated.has("actorCountries") || ABROAD.stream().noneMatch(stated::has)) {
            return Optional.empty();
        }
        Set<String> home = new TreeSet<>();
        stated.members("actorCountries").forEach(country -> home.add(Nation.of(country)));
        Set<String> abroad = new TreeSet<>();
        ABROAD.forEach(name -> abroad.addAll(stated.members(name)));
        abroad.removeIf(country -> home.contains(Nation.of(country)));
        return Optional.of(abroad);
    }

    /** Whether the country is at home under the law or on its list. */
    private boolean lists(LawList list, String country, LocalDate day, UseFacts stated, boolean withoutReserve) {
        return list.home().stream().anyMatch(area -> isIn(country, area))
                || list.entries().stream()
                        .filter(entry -> isIn(country, entry.country().value()) && entry.holdsOn(day))
                        .anyMatch(entry -> !withoutReserve || entry.only().isEmpty() || isMet(entry, stated));
    }

    private static boolean isMet(Entry entry, UseFacts stated) {
        return entry.when().flatMap(stated::flag).orElse(false);
    }

    private boolean isIn(String country, String area) {
        return Nation.of(country).equals(area)
                || groups.getOrDefault(area, Set.of()).contains(Nation.of(country));
    }
}
