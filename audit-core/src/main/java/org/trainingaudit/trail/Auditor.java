package org.trainingaudit.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.trail.VerifyReport.Witnessed;

/** What the auditor brought along, read; and who of those known to the auditor signed a checkpoint. */
final class Auditor {

    private final List<VerifierKey> logKeys = new ArrayList<>();
    private final List<VerifierKey> witnesses = new ArrayList<>();
    private final WitnessPolicy policy;
    private final Optional<SignedCheckpoint> since;

    /**
     * Reads keys, policy and older checkpoint.
     *
     * @throws TrailException if one of them cannot be used; that is the auditor's to mend, not the log's fault
     */
    Auditor(VerifyOptions options) {
        policy = options.policy().map(file -> WitnessPolicy.parse(text(file))).orElseGet(WitnessPolicy::none);
        List<VerifierKey> keys = new ArrayList<>(options.keys());
        keys.addAll(policy.logs());
        keys.addAll(policy.witnesses());
        keys.stream().distinct().forEach(key -> (key.type() == VerifierKey.Type.LOG ? logKeys : witnesses).add(key));
        since = options.since().map(Auditor::checkpoint);
    }

    private static String text(Path file) {
        return Encoding.text(bytes(file)).orElseThrow(() -> new TrailException(file + " is not UTF-8"));
    }

    static byte[] bytes(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new TrailException("there is no file " + file);
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static SignedCheckpoint checkpoint(Path file) {
        try {
            return SignedCheckpoint.parse(bytes(file));
        } catch (TrailException e) {
            throw new TrailException("your checkpoint " + file + ": " + e.getMessage(), e);
        }
    }

    /** The log keys; without one nothing is authenticated. */
    List<VerifierKey> logKeys() {
        return List.copyOf(logKeys);
    }

    boolean hasKey() {
        return !logKeys.isEmpty();
    }

    Optional<SignedCheckpoint> since() {
        return since;
    }

    /** Checks that keys, log and the signatures of known names fit; false where the checkpoint cannot be believed. */
    boolean believes(SignedCheckpoint signed, String place, Alarms alarms) {
        String origin = signed.checkpoint().origin();
        if (hasKey() && logKeys.stream().noneMatch(key -> key.name().equals(origin))) {
            alarms.invalid(
                    place,
                    "it is a checkpoint of '" + origin + "', but the key given is of '"
                            + logKeys.get(0).name() + "': origin and key do not match" + laterYear(origin));
            return false;
        }
        try {
            signed.signedBy(logKeys);
            requireQuorum(signed, place, alarms);
            return true;
        } catch (TrailException e) {
            alarms.invalid(place, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private String laterYear(String origin) {
        return logKeys.stream().anyMatch(key -> LogNames.isOf(origin, key.name()))
                ? "; for the log of a later year, verify the folder that holds trail/ and trail-closed/: it leads from"
                        + " your key to this log"
                : "";
    }

    private void requireQuorum(SignedCheckpoint signed, String place, Alarms alarms) {
        Set<VerifierKey> seen = new HashSet<>();
        for (VerifierKey witness : witnesses) {
            if (!signed.cosignedBy(List.of(witness)).isEmpty()) {
                seen.add(witness);
            }
        }
        if (!policy.isMetBy(seen)) {
            alarms.missing(
                    place, "the witnesses that signed it are not enough for the quorum '" + policy.quorum() + "'");
        }
    }

    /** The newest witness line: a checked one if there is any, else one that is only claimed. */
    Optional<Witnessed> newestWitness(SignedCheckpoint signed) {
        Comparator<Witnessed> byTime = Comparator.comparing(Witnessed::time);
        Optional<Witnessed> checked = signed.cosignedBy(witnesses).stream()
                .map(seen -> new Witnessed(seen.witness(), seen.time(), true))
                .max(byTime);
        return checked.or(() -> signed.claimedCosignatures().stream()
                .filter(seen -> seen.time().isAfter(Instant.EPOCH))
                .map(seen -> new Witnessed(seen.witness(), seen.time(), false))
                .max(byTime));
    }
}
