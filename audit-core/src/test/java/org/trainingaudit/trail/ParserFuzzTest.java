package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever bytes come, a parser refuses in words or takes what writes itself again the same. Seeded; ten mutations of each
 * kind for each that the system property {@code mutations} asks of {@link MutationTest}.
 */
class ParserFuzzTest {

    private static final int MUTATIONS = 10 * Integer.getInteger("mutations", 300);
    private static final long SEED = Long.getLong("mutations.seed", 20261122L);

    private interface Parser {
        /** The bytes of what was read, or empty where it was refused. */
        Optional<byte[]> again(byte[] bytes);
    }

    @Test
    void readsCheckpointsExactly() {
        fuzz(
                Vectors.bytes(Vectors.ALL.path("checkpoint_8_cosigned").stringValue()),
                bytes -> Optional.of(SignedCheckpoint.parse(bytes).bytes()));
    }

    private static SignedCheckpoint signed() {
        return CraftedLog.signed(new Checkpoint(Vectors.ORIGIN, 8, Hash.of(new byte[] {1})), CraftedLog.KEY);
    }

    @Test
    void readsProofsAndRequestsWithoutAFault() {
        List<Hash> proof = List.of(Hash.of(new byte[] {1}), Hash.of(new byte[] {2}));
        byte[] request = WitnessRequest.text(5, proof, signed());
        fuzz(request, bytes -> {
            ProofFile read = WitnessRequest.parse(bytes);
            return Optional.of(WitnessRequest.text(read.number(), read.hashes(), read.checkpoint()));
        });
        String text = new String(request, StandardCharsets.UTF_8).replace("old 5", "c2sp.org/tlog-proof@v1\nindex 5");
        fuzz(Vectors.bytes(text), bytes -> {
            ProofFile.inclusion(bytes);
            return Optional.empty();
        });
    }

    @Test
    void readsEntriesExactly() {
        for (byte[] entry : Vectors.entries()) {
            fuzz(entry, bytes -> {
                try {
                    CheckedEntry.read(bytes, 0);
                } catch (StrictJson.Refused e) {
                    return Optional.empty();
                }
                return Optional.of(CanonicalJson.bytes(CanonicalJson.parse(bytes)));
            });
        }
    }

    @Test
    void readsKeysPathsPoliciesAndBundlesWithoutAFault() {
        fuzz(Vectors.bytes(Vectors.key("log").text()), bytes -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            return Optional.of(Vectors.bytes(VerifierKey.parse(text).text()));
        });
        fuzz(Vectors.bytes("tile/entries/x001/x234/067.p/44"), bytes -> {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            return TilePath.parse(text).map(path -> Vectors.bytes(path.path()));
        });
        String policy = "witness w1 " + Vectors.key("witness") + "\ngroup g 1 w1\nquorum g\n";
        fuzz(Vectors.bytes(policy), bytes -> {
            WitnessPolicy.parse(new String(bytes, StandardCharsets.UTF_8));
            return Optional.empty();
        });
        TilePath tile = TilePath.entries(0, 3);
        fuzz(new byte[] {0, 2, 1, 2, 0, 0, 0, 1, 9}, bytes -> {
            EntryBundle bundle = EntryBundle.parse(tile, bytes, 3);
            for (int at = 0; at < bundle.count(); at++) {
                assertThat(bundle.entry(at).length).isLessThanOrEqualTo(bytes.length);
            }
            return Optional.empty();
        });
    }

    private static void fuzz(byte[] good, Parser parser) {
        Random random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = good;
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                bytes = bytes.length == 0
                        ? new byte[] {(byte) random.nextInt(256)}
                        : MutationTest.mutated(bytes, random);
            }
            check(bytes, parser, i);
        }
    }

    private static void check(byte[] bytes, Parser parser, int i) {
        try {
            Optional<byte[]> again = parser.again(bytes);
            assertThat(again.filter(other -> !Arrays.equals(other, bytes)))
                    .as("seed %d, mutation %d: %s", SEED, i, new String(bytes, StandardCharsets.UTF_8))
                    .isEmpty();
        } catch (TrailException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
