package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The body that asks a witness: the size it holds, the proof from there, and the checkpoint. */
final class WitnessRequest {

    static final int LARGEST = ProofFile.LARGEST;

    private WitnessRequest() {}

    static byte[] text(long old, List<Hash> proof, SignedCheckpoint signed) {
        StringBuilder text = new StringBuilder("old " + old + "\n");
        proof.forEach(hash -> text.append(hash.base64()).append('\n'));
        text.append('\n').append(new String(signed.bytes(), StandardCharsets.UTF_8));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same file as a bundle's {@code consistency}. */
    static ProofFile parse(byte[] bytes) {
        return ProofFile.consistency(bytes);
    }
}
