/**
 * The append-only, tamper-evident log of all that happened: canonical entries, Merkle tree, checkpoints, verifier.
 *
 * <p>Who records starts at {@link org.trainingaudit.trail.Trail#open}: submit {@link org.trainingaudit.trail.EntryDraft}s
 * and give them their places in your own transaction, then seal. Who writes reports or bundles reads what is published
 * with {@link org.trainingaudit.trail.TrailReader}. Who doubts starts at
 * {@link org.trainingaudit.trail.TrailVerifier#verify}, which shares no writing code with the rest.
 *
 * <p>The rest is private to this package. By what it does, and where to begin reading:
 *
 * <ul>
 *   <li>How entries get their places: {@code TrailStore} over the tables {@code trail_*}; {@code
 *       Sequencing} numbers them, {@code TrailIds} keeps one from coming twice.
 *   <li>How they reach the disk: {@code TrailFiles} publishes by {@code TileWriter} and {@code DurableFiles}.
 *   <li>When a checkpoint may be signed, and by which key: {@code TrailSetup} and {@code Signer}; at the turn of a year {@code
 *       YearEnd}.
 *   <li>How a log is read back: {@code PublishedEntries} over {@code TileFiles}; a file of up to 256 entries is an {@code
 *       EntryBundle}, as tlog-tiles calls it, which has nothing to do with the bundle that an auditor takes away.
 *   <li>How it is verified: {@code LogVerification} names the checks in their order; {@code LeafWalk} goes through the entries,
 *       with checks on another thread ({@code EntryBundlesAhead}), and {@code History} hears what they say.
 *   <li>Who else signs: {@link org.trainingaudit.trail.WitnessServer} on their side, {@code WitnessRound} on ours.
 *   <li>Canonical JSON: {@code CanonicalJson} writes and reads it, {@code StrictJson} reads it for the verifier, and {@code Skim}
 *       and {@code QuickEntry} tell quickly that entries are surely right.
 * </ul>
 */
@NullMarked
package org.trainingaudit.trail;

import org.jspecify.annotations.NullMarked;
