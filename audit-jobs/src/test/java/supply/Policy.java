package supply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.Faults;

/**
 * What may be delivered: licences of which a library has to offer one, and what was decided on single libraries.
 *
 * @param licences SPDX's identifiers
 * @param decided what a library's licence really is, where its own description is wrong or none, and why
 * @param waivers vulnerabilities that are accepted for a time
 */
record Policy(List<String> licences, List<Decided> decided, List<Waiver> waivers) {

    /** What somebody read in the library itself. */
    record Decided(String library, String licence, String because) {}

    /** A vulnerability that is accepted until a day, that day included. */
    record Waiver(String id, String library, LocalDate until, String because) {}

    static Policy read(String yaml) {
        Faults faults = new Faults();
        Optional<Policy> policy = ConfigFile.of("policy.yaml", yaml)
                .parse(faults)
                .flatMap(node -> Binder.kebabCase(faults).bind(node, Policy.class));
        faults.throwIfAny();
        return policy.orElseThrow();
    }

    /** Libraries of which no licence is allowed, and decisions about libraries that aren't there. */
    List<String> refusedLicences(List<Library> libraries) {
        Map<String, String> known = decided.stream().collect(Collectors.toMap(Decided::library, Decided::licence));
        List<String> refused = new ArrayList<>();
        for (Library library : libraries) {
            List<String> offered =
                    known.containsKey(library.name()) ? List.of(known.get(library.name())) : library.licences();
            if (offered.stream().noneMatch(licences::contains)) {
                refused.add(
                        library.name() + ":" + library.version() + " is under " + offered + ", none of " + licences);
            }
        }
        Set<String> names = libraries.stream().map(Library::name).collect(Collectors.toSet());
        known.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> refused.add("nothing is to be decided on " + name + ", which isn't delivered"));
        return refused;
    }

    /** Critical vulnerabilities without a waiver that holds on that day, and waivers of nothing. */
    List<String> refusedVulnerabilities(List<Advisories.Hit> hits, LocalDate day) {
        List<String> refused = new ArrayList<>();
        for (Advisories.Hit hit : hits) {
            if (hit.isCritical()
                    && waivers.stream()
                            .noneMatch(waiver ->
                                    waives(waiver, hit) && !waiver.until().isBefore(day))) {
                refused.add(hit + "; take a mended release, or waive it until a day in policy.yaml");
            }
        }
        for (Waiver waiver : waivers) {
            if (hits.stream().noneMatch(hit -> waives(waiver, hit))) {
                refused.add(
                        "the waiver of " + waiver.id() + " in " + waiver.library() + " waives nothing; take it out");
            }
        }
        return refused;
    }

    private static boolean waives(Waiver waiver, Advisories.Hit hit) {
        return waiver.id().equals(hit.id())
                && waiver.library().equals(hit.library().name());
    }
}
