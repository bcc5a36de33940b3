package org.trainingaudit.setup;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.dataset.DatasetSettings;
import org.trainingaudit.regime.Unconfirmed;
import org.trainingaudit.report.ReportSettings;
import org.trainingaudit.setup.DatabaseSettings.Login;
import org.trainingaudit.trail.TrailException;
import org.trainingaudit.trail.TrailPlaces;
import org.trainingaudit.trail.TrailSettings;
import org.trainingaudit.trail.VerifierKey;
import org.trainingaudit.trail.Witness;

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
    public record Nightly(ZoneId businessZone, int chunkSize, int partitions) {}

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

    private record NightlyBlock(
            Optional<ZoneId> businessZone,
            Optional<@Min(1) @Max(10_000) Integer> chunkSize,
            Optional<@Min(1) @Max(256) Integer> partitions) {

        private static final String ZONE = "Asia/Tokyo";
        private static final int CHUNK = 500;
        private static final int PARTITIONS = 2;

        Nightly settings() {
            return new Nightly(
                    businessZone.orElseGet(() -> ZoneId.of(ZONE)),
                    chunkSize.orElse(CHUNK),
                    partitions.orElse(PARTITIONS));
        }
    }

    private record TrailBlock(
            Optional<@Pattern(regexp = "[a-z0-9][a-z0-9./-]{0,199}") String> origin,
            Optional<Path> keyFile,
            Optional<Path> signerState,
            Optional<List<WitnessBlock>> witnesses) {

        Trail settings() {
            List<Witness> asked = witnesses.orElse(List.of()).stream()
                    .map(WitnessBlock::settings)
                    .toList();
            return new Trail(new TrailSettings(origin, Optional.empty(), asked), keyFile, signerState);
        }
    }

    private record WitnessBlock(String vkey, String url, Optional<@Min(1) @Max(60) Integer> timeoutSeconds) {

        Witness settings() {
            Duration timeout = timeoutSeconds.map(Duration::ofSeconds).orElse(Witness.USUAL_TIMEOUT);
            return new Witness(VerifierKey.parse(vkey), URI.create(url), timeout);
        }
    }

    private record RegimeBlock(Optional<Unconfirmed> unconfirmed) {}

    private record DatabaseBlock(
            Optional<String> url,
            Optional<String> user,
            Optional<String> passwordEnv,
            Optional<Path> passwordFile,
            Optional<String> ownerUser,
            Optional<String> ownerPasswordEnv,
            Optional<Path> ownerPasswordFile) {

        DatabaseSettings settings() {
            return new DatabaseSettings(
                    url,
                    user.map(name -> new Login(name, passwordEnv, passwordFile)),
                    ownerUser.map(name -> new Login(name, ownerPasswordEnv, ownerPasswordFile)));
        }
    }

    private record ScheduleBlock(
            Optional<String> nightly, Optional<ZoneId> zone, Optional<@Min(0) @Max(240) Integer> catchUpHours) {
        ScheduleSettings settings() {
            return ScheduleSettings.of(nightly, zone, catchUpHours);
        }
    }

    private record ApiBlock(
            Optional<String> address,
            Optional<Boolean> behindProxy,
            Optional<Path> certificate,
            Optional<Path> privateKey) {
        private static final String THIS_MACHINE = "127.0.0.1";

        ApiSettings settings() {
            return new ApiSettings(address.orElse(THIS_MACHINE), behindProxy.orElse(false), certificate, privateKey);
        }
    }

    private record ReportBlock(Optional<Boolean> excel) {}
}
