package org.trainingaudit.setup;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.trail.TrailSettings;
import org.trainingaudit.trail.VerifierKey;
import org.trainingaudit.trail.Witness;

/** The block {@code audit.trail} as written. */
record TrailBlock(
        Optional<@Pattern(regexp = "[a-z0-9][a-z0-9./-]{0,199}") String> origin,
        Optional<Path> keyFile,
        Optional<Path> signerState,
        Optional<List<WitnessBlock>> witnesses) {

    Settings.Trail settings() {
        List<Witness> asked =
                witnesses.orElse(List.of()).stream().map(WitnessBlock::settings).toList();
        return new Settings.Trail(new TrailSettings(origin, Optional.empty(), asked), keyFile, signerState);
    }

    private record WitnessBlock(String vkey, String url, Optional<@Min(1) @Max(60) Integer> timeoutSeconds) {

        Witness settings() {
            Duration timeout = timeoutSeconds.map(Duration::ofSeconds).orElse(Witness.USUAL_TIMEOUT);
            return new Witness(VerifierKey.parse(vkey), URI.create(url), timeout);
        }
    }
}
