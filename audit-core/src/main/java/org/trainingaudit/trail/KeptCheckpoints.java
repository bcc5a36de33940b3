package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The checkpoints that a log keeps of its earlier sizes, held against the tree that was recomputed and against the keys. */
final class KeptCheckpoints {

    private static final String FOLDER = "checkpoints/";

    private final LogFiles files;
    private final Alarms alarms;
    private final SortedMap<Long, Map.Entry<String, SignedCheckpoint>> kept = new TreeMap<>();

    /** Those beside the newest one. */
    KeptCheckpoints(LogFiles files, Checkpoint newest, Alarms alarms) {
        this.files = files;
        this.alarms = alarms;
        files.below(FOLDER)
                .forEach(path -> files.read(path, SignedNote.LARGEST, SignedCheckpoint::parse, alarms)
                        .ifPresent(signed -> keep(path, signed, newest)));
    }

    private void keep(String path, SignedCheckpoint signed, Checkpoint newest) {
        Checkpoint older = signed.checkpoint();
        if (!older.origin().equals(newest.origin()) || !path.equals(named(older.size()))) {
            alarms.invalid(path, "it is the checkpoint of size " + older.size() + " of '" + older.origin() + "'");
        } else {
            kept.put(older.size(), Map.entry(path, signed));
        }
    }

    private static String named(long size) {
        return String.format(Locale.ROOT, FOLDER + "%020d", size);
    }

    /** The sizes at which a root will be wanted. */
    Set<Long> sizes() {
        return kept.keySet();
    }

    /** Them by their sizes. */
    SortedMap<Long, Checkpoint> bySize() {
        return kept.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().getValue().checkpoint(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** Compares their roots with those that the log had. */
    void compare(TreeCheck tree) {
        if (!tree.holds()) {
            return;
        }
        kept.forEach((size, file) -> tree.rootAt(size).ifPresent(root -> {
            Hash stated = file.getValue().checkpoint().root();
            if (!stated.equals(root)) {
                alarms.invalid(
                        file.getKey(), "it states root " + stated + ", but the log had " + root + " at that size");
            }
        }));
    }

    /** Checks their signatures and that of the newest; answers the keys known to have signed that one. */
    List<VerifierKey> signers(String path, SignedCheckpoint newest, KeyChain chain) {
        long size = newest.checkpoint().size();
        SortedMap<Long, Map.Entry<String, SignedCheckpoint>> all = new TreeMap<>(kept.headMap(size));
        all.put(size, Map.entry(path, newest));
        List<VerifierKey> signers = chain.run(all);
        if (kept.containsKey(size) && !signers.isEmpty()) {
            requireSame(kept.get(size), path, signers);
        }
        files.read("keys", SignedNote.LARGEST, bytes -> new String(bytes, StandardCharsets.UTF_8), alarms)
                .ifPresent(text -> chain.checkKeysFile("keys", text));
        return signers;
    }

    private void requireSame(Map.Entry<String, SignedCheckpoint> copy, String path, List<VerifierKey> signers) {
        try {
            if (!copy.getValue().signedBy(signers).equals(signers)) {
                alarms.invalid(copy.getKey(), "it is not signed as the file " + path + " is");
            }
        } catch (TrailException e) {
            alarms.invalid(copy.getKey(), String.valueOf(e.getMessage()));
        }
    }

    /** Tells of those that are newer than the newest: the log was set back. */
    void tellNewer(Checkpoint newest) {
        kept.tailMap(newest.size() + 1)
                .values()
                .forEach(file -> alarms.missing(
                        file.getKey(),
                        "a newer checkpoint than the newest: the log was larger once than the " + newest.size()
                                + " entries presented"));
    }
}
