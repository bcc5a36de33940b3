package org.trainingaudit.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name of a finding: the same every night for one use under one regime. */
public final class FindingId {

    private static final int DIGITS = 16;

    private FindingId() {}

    /** The first 16 hex digits of SHA-256 over {@code regime}, a newline and {@code use}. */
    public static String of(String regime, String use) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((regime + "\n" + use).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
