package org.trainingaudit.finding;

import org.trainingaudit.hash.Sha256;

/** The name of a finding: the same every night for one use under one regime. */
public final class FindingId {

    private static final int DIGITS = 16;

    private FindingId() {}

    /** The first 16 hex digits of SHA-256 over {@code regime}, a newline and {@code use}. */
    public static String of(String regime, String use) {
        return Sha256.hex(regime + "\n" + use).substring(0, DIGITS);
    }
}
