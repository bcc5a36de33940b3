package org.trainingaudit.trail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Which key signed the log at which size: the opening key, then each that a {@code key_change} entry put in its place.
 *
 * <p>A holder of any one key of the chain can follow it: a change counts once a checkpoint over it carries the old and
 * the new signature.
 */
final class KeyChain {

    private final Checkpoint checkpoint;
    private final Set<VerifierKey> given;
    private final Alarms alarms;
    private final List<VerifierKey> keys = new ArrayList<>();
    private final List<Long> changes = new ArrayList<>();
    private final Set<VerifierKey> trusted = new HashSet<>();

    /**
     * Reads the chain from the entries.
     *
     * @param given the log keys the auditor brought; where there are none, the opening key is taken at its word
     */
    KeyChain(Checkpoint checkpoint, List<VerifierKey> given, History history, Alarms alarms) {
        this.checkpoint = checkpoint;
        this.given = new LinkedHashSet<>(given);
        this.alarms = alarms;
        if (!history.openingKey().isEmpty()) {
            add("seq 0", history.openingKey());
        }
        for (History.KeyChange change : history.keyChanges()) {
            change(change);
        }
        trusted.addAll(given);
        trustWhatCameBefore();
    }

    /** A log under a trusted key vouches for the keys it had before; without any key the first is taken at its word. */
    private void trustWhatCameBefore() {
        int known = given.isEmpty() ? 0 : -1;
        for (int i = 0; i < keys.size(); i++) {
            known = given.contains(keys.get(i)) ? i : known;
        }
        trusted.addAll(keys.subList(0, Math.min(keys.size(), known + 1)));
    }

    private void change(History.KeyChange change) {
        String place = "seq " + change.seq();
        if (!keys.isEmpty() && !keys.get(keys.size() - 1).text().equals(change.oldKey())) {
            alarms.invalid(
                    place,
                    "it changes the key " + change.oldKey() + ", but the log's key was " + keys.get(keys.size() - 1));
        }
        if (keys.isEmpty()) {
            add(place, change.oldKey());
        }
        if (add(place, change.newKey())) {
            changes.add(change.seq());
        }
    }

    private boolean add(String place, String vkey) {
        try {
            VerifierKey key = VerifierKey.parse(vkey);
            if (key.type() == VerifierKey.Type.LOG && key.name().equals(checkpoint.origin())) {
                keys.add(key);
                return true;
            }
            alarms.invalid(place, "its key " + vkey + " is not one of the log '" + checkpoint.origin() + "'");
        } catch (TrailException e) {
            alarms.invalid(place, String.valueOf(e.getMessage()));
        }
        return false;
    }

    /** Goes through all published checkpoints by size; answers the keys known to have signed the newest. */
    List<VerifierKey> run(SortedMap<Long, Map.Entry<String, SignedCheckpoint>> published) {
        int before = 0;
        List<VerifierKey> signers = List.of();
        if (keys.isEmpty() && given.isEmpty()) {
            return signers;
        }
        for (Map.Entry<String, SignedCheckpoint> file : published.values()) {
            int now = changesBefore(file.getValue().checkpoint().size());
            signers = signers(file.getKey(), file.getValue(), before, now);
            before = now;
        }
        return signers;
    }

    private int changesBefore(long size) {
        return (int) changes.stream().filter(seq -> seq < size).count();
    }

    private List<VerifierKey> signers(String place, SignedCheckpoint signed, int before, int now) {
        try {
            Set<VerifierKey> due = due(before, now);
            List<VerifierKey> signers = signed.signedBy(due);
            if (signers.isEmpty() || !signers.containsAll(new ArrayList<>(required(before, now)))) {
                alarms.invalid(place, unknown(signed, before, now));
                return List.of();
            }
            if (signers.stream().noneMatch(trusted::contains)) {
                alarms.invalid(
                        place,
                        "at size " + signed.checkpoint().size() + " it is signed by keys unknown to the auditor: "
                                + signers.get(0));
                return List.of();
            }
            trusted.addAll(signers);
            return signers.stream()
                    .filter(key -> now >= keys.size() || key.equals(keys.get(now)))
                    .toList();
        } catch (TrailException e) {
            alarms.invalid(place, String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    /** The keys that may sign: those of the chain at this place, or the auditor's own where the chain cannot be read. */
    private Set<VerifierKey> due(int before, int now) {
        return keys.isEmpty() ? given : required(before, now);
    }

    /** All that follow one another up to here: where one is passed over, an older one would name its own successor. */
    private Set<VerifierKey> required(int before, int now) {
        int last = keys.size() - 1;
        return keys.isEmpty()
                ? Set.of()
                : new LinkedHashSet<>(keys.subList(Math.min(before, last), Math.min(now, last) + 1));
    }

    private String unknown(SignedCheckpoint signed, int before, int now) {
        String size = "at size " + signed.checkpoint().size();
        if (before != now) {
            return size + " the key changes, but old and new key have not both signed: expected "
                    + required(before, now);
        }
        return size + " it is not signed by the log's key, " + (keys.isEmpty() ? given : keys.get(now));
    }

    /** The file of keys is for convenience and proves nothing, but it does not lie either. */
    void checkKeysFile(String path, String text) {
        String named = keys.stream().map(key -> key.text() + "\n").collect(Collectors.joining());
        if (keys.isEmpty() || text.equals(named)) {
            return;
        }
        if (text.startsWith(named) && isOneKey(text.substring(named.length()))) {
            alarms.note(path + " lists one key more than the entries name: its change may not be published yet");
        } else {
            alarms.invalid(path, "it does not list the keys that the log's entries name");
        }
    }

    /** A new key is listed before the checkpoint that brings it is published. */
    private boolean isOneKey(String line) {
        try {
            return line.endsWith("\n")
                    && VerifierKey.parse(line.substring(0, line.length() - 1))
                            .name()
                            .equals(checkpoint.origin());
        } catch (TrailException e) {
            return false;
        }
    }
}
