/**
 * SHA-256, the one digest by which files, configurations and facts are named.
 *
 * <p>Start at {@link Sha256}. The trail has hashing of its own, since its verifier shares nothing with the rest.
 */
@NullMarked
package org.trainingaudit.hash;

import org.jspecify.annotations.NullMarked;
