/**
 * Zips that somebody else may have made: nothing in one is opened before all its names were looked at.
 *
 * <p>Start at {@link UntrustedZip#open}. {@link PortablePath} says which paths are inside a folder wherever it is unpacked, also to
 * those who write.
 */
@NullMarked
package org.trainingaudit.zip;

import org.jspecify.annotations.NullMarked;
