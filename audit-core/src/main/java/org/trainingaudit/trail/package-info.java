/**
 * The append-only, tamper-evident log of all that happened: canonical entries, Merkle tree, checkpoints, verifier.
 *
 * <p>Who records starts at {@link org.trainingaudit.trail.Trail#open}: submit {@link org.trainingaudit.trail.EntryDraft}s
 * and give them their places in your own transaction, then seal. Who writes reports or bundles reads what is published
 * with {@link org.trainingaudit.trail.TrailReader}. Who doubts starts at
 * {@link org.trainingaudit.trail.TrailVerifier#verify}, which shares no writing code with the rest.
 *
 * <p>How entries get their places (tables {@code trail_*}), how files reach the disk and when the signer refuses is
 * private to this package.
 */
@NullMarked
package org.trainingaudit.trail;

import org.jspecify.annotations.NullMarked;
