/**
 * The append-only, tamper-evident log of all that happened: canonical entries, Merkle tree, checkpoints, verifier.
 */
@NullMarked
package org.trainingaudit.trail;

import org.jspecify.annotations.NullMarked;
