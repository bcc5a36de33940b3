package org.trainingaudit.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.report.Recorded.OfDependence;

/**
 * {@code dependence.csv}: on whose platform each use depends. What nobody knows is empty, or {@code unknown} where a word has
 * to stand; the last columns say how much of the training that touches sensitive data runs on foreign platforms.
 */
final class DependenceReport {

    static final Report<Row> REPORT = new Report<Row>(
                    "dependence",
                    "On whose platform each use depends",
                    2,
                    RowSource.ofUses(DependenceReport::rows),
                    row -> row.use().use())
            .word(
                    "trail_ref",
                    "The id of the entry in the trail",
                    row -> row.said().ref())
            .word("use", "The use's id", row -> row.use().use())
            .text(
                    "training",
                    "The training that groups its uses",
                    row -> row.use().training())
            .text("dataset", "The dataset that is used", row -> row.use().dataset())
            .word(
                    "provider",
                    "Whose platform or model it is; own, or unknown",
                    row -> or(row.said().provider()))
            .word(
                    "provider_country",
                    "Where the provider has its seat, or unknown",
                    row -> or(row.said().country()))
            .word(
                    "provider_ultimate_owner_country",
                    "Where its ultimate owner is run from, or unknown",
                    row -> or(row.said().ownerCountry()))
            .word(
                    "model_provider",
                    "Whose model is trained further or called; own, or unknown",
                    row -> or(row.said().model()))
            .word(
                    "model_provider_country",
                    "Where that company has its seat, or unknown",
                    row -> or(row.said().modelCountry()))
            .word(
                    "model_provider_owner_country",
                    "Where its ultimate owner is run from, or unknown",
                    row -> or(row.said().modelOwnerCountry()))
            .list(
                    "training_location",
                    "Where the training ran; empty where unknown",
                    row -> row.said().where())
            .list(
                    "inference_location",
                    "Where the model answers; empty where unknown",
                    row -> row.said().inference())
            .list(
                    "support_access_countries",
                    "From where support staff reach the data; empty where unknown",
                    row -> row.said().supportAccess())
            .word(
                    "key_holder",
                    "Who holds the encryption keys: own, provider, third, or unknown",
                    row -> or(row.said().keyHolder()))
            .word(
                    "provider_trains_on_input",
                    "true, false or unknown",
                    row -> or(row.said().trainsOnInput()))
            .word(
                    "weights_control",
                    "Who controls the weights: own, escrow, api-only, or unknown",
                    row -> or(row.said().weightsControl()))
            .text(
                    "exit_plan_ref",
                    "The plan for leaving; empty where none is named",
                    row -> row.said().exitPlan())
            .text(
                    "recipient",
                    "Who receives the data; empty where nobody is stated",
                    row -> row.use().fact("recipientId"))
            .list(
                    "recipient_country",
                    "Where the recipient is; empty where unknown",
                    row -> row.use().members("recipientCountry"))
            .word("abroad", "Whether the data leave the actor's country: true, false or unknown", Row::abroad)
            .list(
                    "transfer_countries",
                    "To which countries they go",
                    row -> row.use().members("transferCountries"))
            .text(
                    "transfer_mechanism",
                    "On what the transfer rests, as it's stated; unknown where it isn't, empty where nothing goes abroad",
                    Row::mechanism)
            .list(
                    "adequate_under",
                    "The laws whose lists have every country of the recipient without reserve",
                    row -> row.use().members("recipientAdequateUnder"))
            .list(
                    "conditionally_adequate_under",
                    "The laws whose lists have them for some recipients only",
                    row -> row.use().members("recipientAdequateConditionally"))
            .list(
                    "adequacy_decisions",
                    "What those lists rest on: law, country, since when, act",
                    row -> row.said().adequacy())
            .lateShare(
                    "dependency_share",
                    "The share of all uses that depend on this provider; empty where it's unknown",
                    row -> row.said().provider(),
                    Totals::shareOf)
            .list("laws_that_reach", "The regimes of the run that govern it, then foreign laws of access", Row::laws)
            .word(
                    "domestic",
                    "Whether all of it lies where the people live: true, false or unknown",
                    row -> or(row.said().domestic()))
            .lateList("flags", "What to look at", Row::flags, DependenceReport::flags)
            .word(
                    "sensitivity",
                    "sensitive where a governing regime calls a category of it so; ordinary, or unknown",
                    Row::sensitivity)
            .lateShare(
                    "foreign_share_of_sensitivity",
                    "Of all uses of that sensitivity, the share known to be foreign",
                    Row::sensitivity,
                    Totals::foreignShare)
            .lateShare(
                    "unknown_share_of_sensitivity",
                    "Of all uses of that sensitivity, the share of which that is unknown",
                    Row::sensitivity,
                    Totals::unknownShare);

    private static final long HALF = 500_000;
    private static final String SEPARATOR = "\n";

    private DependenceReport() {}

    /** A use with its dependence. */
    record Row(OfUse use, OfDependence said, List<String> regimes, String sensitivity) {

        /** Not known as long as nobody knows where it goes: the run states the countries only where they can be worked out. */
        String abroad() {
            if (!use.known().containsKey("transferCountries")) {
                return "unknown";
            }
            return Boolean.toString(!use.members("transferCountries").isEmpty());
        }

        String mechanism() {
            String stated = use.fact("transferMechanism");
            return stated.isEmpty() && !abroad().equals("false") ? "unknown" : stated;
        }

        List<String> laws() {
            Set<String> laws = new LinkedHashSet<>(regimes);
            laws.addAll(said.foreignLaws());
            return List.copyOf(laws);
        }

        /** The provider and, behind it, what is known without the others. */
        String flags() {
            return said.provider() + SEPARATOR + String.join(SEPARATOR, said.flags());
        }
    }

    private static List<String> flags(Totals totals, String known) {
        Set<String> flags = new TreeSet<>(List.of(known.split(SEPARATOR)));
        String provider = known.substring(0, known.indexOf(SEPARATOR));
        flags.remove(provider);
        flags.remove("");
        if (!provider.isEmpty() && !provider.equals("own") && totals.shareOf(provider) > HALF) {
            flags.add("single-provider");
        }
        return List.copyOf(flags);
    }

    private static String or(String known) {
        return known.isEmpty() ? "unknown" : known;
    }

    private static List<Row> rows(Dossier dossier) {
        return dossier.living()
                .flatMap(use -> dossier.dependence().map(said -> row(dossier, use, said)))
                .map(List::of)
                .orElse(List.of());
    }

    private static Row row(Dossier dossier, OfUse use, OfDependence said) {
        return new Row(use, said, dossier.governing(), sensitivity(dossier, use));
    }

    /** Whether a regime that governs a use calls a category of it sensitive. */
    static String sensitivity(Dossier dossier, OfUse use) {
        List<String> categories = use.members("categories");
        LawText law = dossier.night().law();
        for (String regime : dossier.governing()) {
            for (String category : categories) {
                if (law.mayBeSensitive(regime, category)) {
                    return "sensitive";
                }
            }
        }
        return categories.isEmpty() ? "unknown" : "ordinary";
    }
}
