package org.trainingaudit.setup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.dataset.DatasetSettings;
import org.trainingaudit.regime.Unconfirmed;
import org.trainingaudit.report.ReportSettings;
import org.trainingaudit.trail.TrailException;
import org.trainingaudit.trail.TrailPlaces;
import org.trainingaudit.trail.TrailSettings;

/**
 * What {@code application.yaml} says, one block a feature under {@code audit}; what isn't set has its default.
 *
 * @param nightly how runs are done
 * @param dataset limits for reading
 * @param regime how law is judged
 * @param trail where keys and signer state are
 * @param report how reports are written
 * @param database which database is worked with
 * @param api where {@code audit serve} listens
 * @param schedule when it starts the night
 * @param notice whom it tells of what a person should know
 * @param access how people sign in beside accounts with a password
 * @param broker how manager and workers reach each other
 */
public record Settings(
        Nightly nightly,
        DatasetSettings dataset,
        Regime regime,
        Trail trail,
        ReportSettings report,
        DatabaseSettings database,
        ApiSettings api,
        ScheduleSettings schedule,
        NoticeSettings notice,
        AccessSettings access,
        BrokerSettings broker) {

    private static final String FILE = "application.yaml";

    /**
     * The block {@code audit.nightly}.
     *
     * @param businessZone the zone whose calendar decides the business date; Asia/Tokyo
     * @param chunkSize uses in one transaction; 500
     * @param partitions how many shares of a step are worked on at once; 2
     */
    public record Nightly(ZoneId businessZone, int chunkSize, int partitions) {

        /** The business date at that clock's moment. */
        public LocalDate today(Clock clock) {
            return LocalDate.ofInstant(clock.instant(), businessZone);
        }
    }

    /**
     * The block {@code audit.regime}.
     *
     * @param unconfirmed what a rule may say whose wording nobody has confirmed against the law's text; cap
     */
    public record Regime(Unconfirmed unconfirmed) {}

    /**
     * The block {@code audit.trail}.
     *
     * @param log the log's name and witness policy
     * @param keyFile where the signing key is; {@code signer/key} under the data folder
     * @param signerState the folder of the last state that was signed; {@code signer} under the data folder
     */
    public record Trail(TrailSettings log, Optional<Path> keyFile, Optional<Path> signerState) {

        /** Where the log keeps what is not in the database. */
        public TrailPlaces places(Path data) {
            TrailPlaces usual = TrailPlaces.under(data);
            return new TrailPlaces(data, keyFile.orElse(usual.keyFile()), signerState.orElse(usual.signerState()));
        }
    }

    Settings withoutDatabaseOwner() {
        return new Settings(
                nightly,
                dataset,
                regime,
                trail,
                report,
                database.withoutOwner(),
                api,
                schedule,
                notice,
                access,
                broker);
    }

    static Settings load(ConfigFiles files, Faults faults) {
        return files.file(FILE)
                .flatMap(file -> file.parse(faults))
                .flatMap(node -> Binder.kebabCase(faults).bind(node, Document.class))
                .flatMap(document -> settings(document.audit(), faults))
                .orElseGet(() -> Binder.empty(Audit.class).settings());
    }

    private static Optional<Settings> settings(Audit audit, Faults faults) {
        try {
            return Optional.of(audit.settings());
        } catch (TrailException | IllegalArgumentException e) {
            String said = String.valueOf(e.getMessage());
            faults.add(Location.of(FILE), said.startsWith("audit.") ? said : "audit.trail: " + said);
            return Optional.empty();
        }
    }

    private record Document(Audit audit) {}

    private record Audit(
            NightlyBlock nightly,
            DatasetSettings dataset,
            RegimeBlock regime,
            TrailBlock trail,
            ReportBlock report,
            DatabaseBlock database,
            ApiBlock api,
            ScheduleBlock schedule,
            NoticeBlock notice,
            AccessBlock access,
            BrokerBlock broker) {

        Settings settings() {
            return new Settings(
                    nightly.settings(),
                    dataset,
                    new Regime(regime.unconfirmed().orElse(Unconfirmed.CAP)),
                    trail.settings(),
                    new ReportSettings(report.excel().orElse(false)),
                    database.settings(),
                    api.settings(),
                    schedule.settings(),
                    notice.settings(),
                    access.settings(),
                    broker.settings());
        }
    }

    private record RegimeBlock(Optional<Unconfirmed> unconfirmed) {}

    private record ReportBlock(Optional<Boolean> excel) {}
}
