package org.trainingaudit.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trainingaudit.report.Recorded.OfDependence;
import org.trainingaudit.report.Recorded.OfUse;

/**
 * {@code dependence.csv}: on whose platform each use depends. What nobody knows is empty, or {@code unknown} where a word has
 * to stand; the last columns say how much of the training that touches sensitive data runs on foreign platforms.
 */
final class DependenceReport {

    static final Report<Row> REPORT = new Report<>(
                    "dependence",
                    "On whose platform each use depends",
                    1,
                    DependenceReport::rows,
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
            .share(
                    "dependency_share",
                    "The share of all uses that depend on this provider; empty where it's unknown",
                    row -> row.said().provider().isEmpty() ? OptionalLong.empty() : OptionalLong.of(row.share()))
            .list("laws_that_reach", "The regimes of the run that govern it, then foreign laws of access", Row::laws)
            .word(
                    "domestic",
                    "Whether all of it lies where the people live: true, false or unknown",
                    row -> or(row.said().domestic()))
            .list("flags", "What to look at", Row::flags)
            .word(
                    "sensitivity",
                    "sensitive where a governing regime calls a category of it so; ordinary, or unknown",
                    Row::sensitivity)
            .share(
                    "foreign_share_of_sensitivity",
                    "Of all uses of that sensitivity, the share known to be foreign",
                    row -> OptionalLong.of(row.foreignShare()))
            .share(
                    "unknown_share_of_sensitivity",
                    "Of all uses of that sensitivity, the share of which that is unknown",
                    row -> OptionalLong.of(row.unknownShare()));

    private static final long MILLION = 1_000_000;
    private static final long HALF = 500_000;

    private DependenceReport() {}

    /** A use with its dependence and its share of the whole. */
    record Row(
            OfUse use,
            OfDependence said,
            List<String> regimes,
            String sensitivity,
            long share,
            long foreignShare,
            long unknownShare) {

        List<String> laws() {
            Set<String> laws = new LinkedHashSet<>(regimes);
            laws.addAll(said.foreignLaws());
            return List.copyOf(laws);
        }

        List<String> flags() {
            Set<String> flags = new TreeSet<>(said.flags());
            if (!said.provider().isEmpty() && !said.provider().equals("own") && share > HALF) {
                flags.add("single-provider");
            }
            return List.copyOf(flags);
        }
    }

    private static String or(String known) {
        return known.isEmpty() ? "unknown" : known;
    }

    /** A use before it's laid beside the others. */
    private record One(OfUse use, OfDependence said, String sensitivity) {
        boolean foreign() {
            return said.domestic().equals("false");
        }

        boolean unknown() {
            return said.domestic().isEmpty();
        }
    }

    private static List<Row> rows(Night night) {
        List<One> all = night.uses().stream()
                .flatMap(use ->
                        night.dependence(use.use()).stream().map(said -> new One(use, said, sensitivity(night, use))))
                .toList();
        Map<String, Long> byProvider = count(all, one -> one.said().provider());
        Map<String, Long> alike = count(all, One::sensitivity);
        Map<String, Long> foreign = count(all.stream().filter(One::foreign).toList(), One::sensitivity);
        Map<String, Long> unknown = count(all.stream().filter(One::unknown).toList(), One::sensitivity);
        return all.stream()
                .map(one -> new Row(
                        one.use(),
                        one.said(),
                        night.run().regimes().stream()
                                .filter(regime -> night.governs(regime, one.use()))
                                .toList(),
                        one.sensitivity(),
                        share(byProvider.get(one.said().provider()), all.size()),
                        share(foreign.get(one.sensitivity()), alike.getOrDefault(one.sensitivity(), 1L)),
                        share(unknown.get(one.sensitivity()), alike.getOrDefault(one.sensitivity(), 1L))))
                .toList();
    }

    private static Map<String, Long> count(List<One> uses, Function<One, String> by) {
        return uses.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    private static long share(@Nullable Long part, long whole) {
        return part == null ? 0 : part * MILLION / whole;
    }

    private static String sensitivity(Night night, OfUse use) {
        Set<String> categories = Set.copyOf(use.members("categories"));
        boolean known = !use.fact("categories").isEmpty();
        boolean sensitive = night.run().regimes().stream()
                .filter(regime -> night.governs(regime, use))
                .anyMatch(regime -> night.vocabulary().isSensitive(regime, categories));
        return sensitive ? "sensitive" : known ? "ordinary" : "unknown";
    }
}
