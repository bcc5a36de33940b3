package org.trainingaudit.cli;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.operate.BusinessDate;
import org.trainingaudit.setup.Configuration;
import picocli.CommandLine.Option;

/** What counts as known of facts and of laws to come; the same two options on every command that judges. */
final class KnowledgeOptions {

    @Option(
            names = "--known-at",
            paramLabel = "DATE",
            description = "Count only what was known on that date: facts recorded, and dates of laws read, by then.")
    private Optional<LocalDate> knownAt = Optional.empty();

    @Option(
            names = "--assume",
            paramLabel = "STEP=DATE",
            description = "Take an uncertain step on that date, such as jp-appi-2026.main=2028-07-16. Repeatable.")
    private Map<String, LocalDate> assumed = Map.of();

    /** The day up to which knowledge counts, where that leaves anything out. */
    Optional<LocalDate> knownAt(Configuration configuration) {
        return BusinessDate.lookBack(knownAt, configuration);
    }

    Map<String, LocalDate> assumed() {
        return assumed;
    }
}
