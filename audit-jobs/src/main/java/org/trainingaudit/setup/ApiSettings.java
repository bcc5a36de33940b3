package org.trainingaudit.setup;

import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The block {@code audit.api}: where {@code audit serve} listens.
 *
 * @param address the address; 127.0.0.1, which only this machine reaches
 * @param behindProxy whether a proxy in front of it does the encryption
 * @param certificate a file with the certificate and its chain, PEM
 * @param privateKey a file with the certificate's private key, PEM
 */
public record ApiSettings(String address, boolean behindProxy, Optional<Path> certificate, Optional<Path> privateKey) {

    /** What it must be. */
    public ApiSettings {
        if (certificate.isPresent() != privateKey.isPresent()) {
            throw new IllegalArgumentException(
                    "audit.api: a certificate needs its private-key, and a private-key its certificate");
        }
        if (!listensAlone(address) && certificate.isEmpty() && !behindProxy) {
            throw new IllegalArgumentException(
                    "audit.api: address '" + address + "' is reached from other machines, so passwords"
                            + " would travel in clear; give certificate and private-key, or say behind-proxy: true");
        }
    }

    /** Whether browsers reach it only over an encrypted connection. */
    public boolean isEncrypted() {
        return behindProxy || certificate.isPresent();
    }

    private static boolean listensAlone(String address) {
        try {
            return ThisMachine.listensAlone(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("audit.api: address '" + address + "' is none of this machine", e);
        }
    }
}
