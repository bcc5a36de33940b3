package org.trainingaudit.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {

    /** The examples of FIPS 180-2, appendix B. */
    @Test
    void agreesWithThePublishedExamples() {
        assertThat(Sha256.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))
                .isEqualTo("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    }

    @Test
    void readsTextAsUtf8() {
        assertThat(Sha256.hex("氏名")).isEqualTo(Sha256.hex("氏名".getBytes(StandardCharsets.UTF_8)));
    }
}
