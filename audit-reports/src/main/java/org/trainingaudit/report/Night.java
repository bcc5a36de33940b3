package org.trainingaudit.report;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.report.Recorded.OfFinding;
import org.trainingaudit.report.Recorded.OfWaiver;
import org.trainingaudit.trail.EntryText;

/** All that the reports of one run rest on, but for the uses: those go by one at a time, see {@link #dossiers}. */
final class Night {

    private final NightFold fold;
    private final Run run;
    private final Vocabulary vocabulary;
    private final Estate estate;
    private final LawText law;
    private final Organisations organisations;
    private final ConfigFiles configuration;
    private final List<Coverage.Line> coverage;
    private final NextChanges next;
    private final Map<String, String> regimeHashes = new ConcurrentHashMap<>();

    Night(NightFold fold, ConfigFiles configuration) {
        this.fold = fold;
        this.run = fold.opened();
        this.vocabulary = new Vocabulary(configuration);
        this.estate = new Estate(configuration);
        this.law = new LawText(configuration, vocabulary.taxonomy());
        this.organisations = Organisations.of(configuration);
        this.configuration = configuration;
        this.coverage = new Coverage(fold, run, estate).lines();
        this.next = new NextChanges(configuration, run);
    }

    /** All that is said of uses, one use after the other. */
    Dossiers dossiers() throws IOException {
        return fold.dossiers(this);
    }

    /** Where reports put what doesn't fit into memory. */
    Scratch scratch() {
        return fold.scratch();
    }

    /** The laws' next steps. */
    NextChanges next() {
        return next;
    }

    /** The version of a regime by which the run judged; empty where nothing was said under it. */
    String sha256Of(String regime) {
        return regimeHashes.computeIfAbsent(
                regime,
                id -> configuration
                        .file("regimes/" + id + ".yaml")
                        .map(file -> Sha256.hex(file.bytes()))
                        .orElse(""));
    }

    Run run() {
        return run;
    }

    /** The nightly or manual run before it. */
    Optional<Run> previous() {
        return fold.previous();
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Each dataset that the run covers, by id. */
    List<Coverage.Line> coverage() {
        return coverage;
    }

    /** The day on which a run's words were said. */
    Optional<LocalDate> day(String key) {
        return fold.businessDate(key);
    }

    /** The same as text; empty where the trail doesn't have the run. */
    String dayOf(String key) {
        return day(key).map(Object::toString).orElse("");
    }

    /** The columns in which something was found, by dataset, column, category and detector. */
    List<OfColumn> columns() {
        return fold.columns.all().stream()
                .filter(column -> column.found() && run.covers(column.dataset()) && estate.declares(column.dataset()))
                .toList();
    }

    /** A finding as it stands for the run, from its entries in the order of the trail. */
    FindingLine finding(List<EntryText> entries) {
        FindingHistory history = new FindingHistory();
        for (EntryText entry : entries) {
            OfFinding said = EntryReader.finding(entry);
            history.add(said, said.openedOn().or(() -> day(said.run())));
        }
        return new FindingLine(history, covering(history.last()), run);
    }

    private List<OfWaiver> covering(OfFinding finding) {
        return fold.waivers.isEmpty()
                ? List.of()
                : fold.waivers.values().stream()
                        .filter(waiver -> waiver.covers(finding))
                        .toList();
    }

    /** What the dataset looked like when it was last read; empty where nothing says so. */
    String fingerprint(String dataset) {
        return fold.fingerprints.getOrDefault(dataset, "");
    }

    /** How many rows the dataset's place said it had, when it was last opened. */
    OptionalLong expected(String dataset) {
        Long rows = fold.expected.get(dataset);
        return rows == null ? OptionalLong.empty() : OptionalLong.of(rows);
    }

    LawText law() {
        return law;
    }

    Organisations organisations() {
        return organisations;
    }

    Estate estate() {
        return estate;
    }

    ConfigFiles configuration() {
        return configuration;
    }

    /** Registers and documents of which not all were read to their end, by name: a use that stands there may be missing. */
    List<String> unreadDocuments() {
        return List.copyOf(fold.unreadDocuments);
    }

    /** The regimes that the configuration has and the run doesn't judge by, where it isn't meant to leave any out. */
    List<String> notJudged() {
        return run.restricted()
                ? List.of()
                : law.regimes().stream()
                        .filter(regime -> !run.regimes().contains(regime))
                        .toList();
    }
}
