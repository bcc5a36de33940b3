package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TreeTest {

    private static final Proofs EIGHT = TreeInMemory.of(Vectors.entries()).proofs();

    @Test
    void hasThePublishedRootsOverTheReferenceLeaves() {
        JsonNode reference = Vectors.ALL.path("rfc6962");
        List<byte[]> leaves = reference
                .path("leaves_hex")
                .valueStream()
                .map(leaf -> HexFormat.of().parseHex(leaf.stringValue()))
                .toList();
        expectRoots(leaves, reference.path("roots_hex"));
    }

    @Test
    void hasThePublishedRootsOverTheSampleEntries() {
        expectRoots(Vectors.entries(), Vectors.ALL.path("roots_hex"));
        for (JsonNode entry : Vectors.ALL.path("entries")) {
            byte[] bytes = Vectors.bytes(entry.path("canonical").stringValue());
            assertThat(bytes).hasSize(entry.path("bytes").intValue());
            assertThat(Hash.of(bytes).hex()).isEqualTo(entry.path("sha256").stringValue());
            assertThat(Hash.leaf(bytes).hex()).isEqualTo(entry.path("leaf_hash").stringValue());
        }
    }

    private static void expectRoots(List<byte[]> leaves, JsonNode roots) {
        Frontier frontier = new Frontier();
        Proofs tree = TreeInMemory.of(leaves).proofs();
        for (int size = 0; size <= leaves.size(); size++) {
            String expected = roots.get(size).stringValue();
            assertThat(frontier.root().hex()).as("size " + size).isEqualTo(expected);
            assertThat(tree.root(size).hex()).as("size " + size).isEqualTo(expected);
            if (size < leaves.size()) {
                frontier.add(Hash.leaf(leaves.get(size)));
            }
        }
    }

    @Test
    void hasThePublishedRootsOfLargeTrees() {
        JsonNode roots = Vectors.ALL.path("synthetic").path("roots");
        Frontier frontier = new Frontier();
        List<String> met = new ArrayList<>();
        for (long i = 0; i < 70_000; i++) {
            frontier.add(Hash.leaf(Vectors.synthetic(i)));
            JsonNode expected = roots.path(Long.toString(i + 1));
            if (expected.isString()) {
                assertThat(frontier.root().hex()).as("size " + (i + 1)).isEqualTo(expected.stringValue());
                met.add(expected.stringValue());
            }
        }
        assertThat(met).hasSize(roots.size());
    }

    @Test
    void growsOnFromItsStoredBytes() {
        Frontier whole = new Frontier();
        Frontier stored = new Frontier();
        for (long i = 0; i < 600; i++) {
            Hash leaf = Hash.leaf(Vectors.synthetic(i));
            whole.add(leaf);
            stored = Frontier.of(stored.size(), stored.bytes());
            stored.add(leaf);
        }
        assertThat(stored.root()).isEqualTo(whole.root());
    }

    @Test
    void makesAndChecksEveryPublishedInclusionProof() {
        for (JsonNode vector : Vectors.ALL.path("inclusion")) {
            long index = vector.path("index").longValue();
            long size = vector.path("size").longValue();
            List<Hash> proof = Vectors.proof(vector.path("proof"));
            Hash leaf = Hash.leaf(Vectors.entries().get((int) index));
            assertThat(EIGHT.inclusion(index, size)).isEqualTo(proof);
            assertThat(ProofCheck.inclusion(index, size, leaf, proof, EIGHT.root(size)))
                    .isEmpty();
        }
    }

    @Test
    void makesAndChecksEveryPublishedConsistencyProof() {
        for (JsonNode vector : Vectors.ALL.path("consistency")) {
            long old = vector.path("old").longValue();
            long size = vector.path("new").longValue();
            List<Hash> proof = Vectors.proof(vector.path("proof"));
            assertThat(EIGHT.consistency(old, size)).isEqualTo(proof);
            assertThat(ProofCheck.consistency(old, EIGHT.root(old), size, EIGHT.root(size), proof))
                    .isEmpty();
        }
    }

    @Test
    void refusesEveryInclusionProofThatIsNotTheRightOne() {
        List<Hash> leaves = LongStream.range(0, 20)
                .mapToObj(i -> Hash.leaf(Vectors.synthetic(i)))
                .toList();
        Proofs tree = new TreeInMemory(leaves).proofs();
        for (long size = 1; size <= 20; size++) {
            for (long index = 0; index < size; index++) {
                List<Hash> proof = tree.inclusion(index, size);
                Hash leaf = leaves.get((int) index);
                Hash root = tree.root(size);
                assertThat(ProofCheck.inclusion(index, size, leaf, proof, root)).isEmpty();
                assertThat(ProofCheck.inclusion(index, size, Hash.OF_NOTHING, proof, root))
                        .isPresent();
                assertThat(ProofCheck.inclusion(size, size, leaf, proof, root)).isPresent();
                for (List<Hash> wrong : mutations(proof)) {
                    assertThat(ProofCheck.inclusion(index, size, leaf, wrong, root))
                            .isPresent();
                }
            }
        }
    }

    @Test
    void refusesEveryConsistencyProofThatIsNotTheRightOne() {
        List<Hash> leaves = LongStream.range(0, 20)
                .mapToObj(i -> Hash.leaf(Vectors.synthetic(i)))
                .toList();
        Proofs tree = new TreeInMemory(leaves).proofs();
        for (long size = 1; size <= 20; size++) {
            for (long old = 0; old <= size; old++) {
                List<Hash> proof = tree.consistency(old, size);
                assertThat(ProofCheck.consistency(old, tree.root(old), size, tree.root(size), proof))
                        .isEmpty();
                assertThat(ProofCheck.consistency(old, tree.root(size - 1), size, tree.root(size), proof)
                                .isPresent())
                        .isEqualTo(old != size - 1);
                for (List<Hash> wrong : mutations(proof)) {
                    assertThat(ProofCheck.consistency(old, tree.root(old), size, tree.root(size), wrong))
                            .isPresent();
                }
            }
        }
    }

    private static List<List<Hash>> mutations(List<Hash> proof) {
        List<List<Hash>> wrong = new ArrayList<>();
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(Hash.OF_NOTHING);
        wrong.add(longer);
        for (int i = 0; i < proof.size(); i++) {
            List<Hash> shorter = new ArrayList<>(proof);
            shorter.remove(i);
            wrong.add(shorter);
            List<Hash> changed = new ArrayList<>(proof);
            changed.set(i, Hash.OF_NOTHING);
            wrong.add(changed);
        }
        return wrong;
    }

    @Test
    void refusesASmallerLogTwoRootsForOneSizeAndAProofOfMoreThan63Hashes() {
        Hash five = EIGHT.root(5);
        Hash eight = EIGHT.root(8);
        assertThat(ProofCheck.consistency(8, eight, 5, five, List.of())).hasValue("size 5 is smaller than 8");
        assertThat(ProofCheck.consistency(8, five, 8, eight, List.of())).hasValue("two roots for one size");
        assertThat(ProofCheck.consistency(0, five, 8, eight, List.of())).isPresent();
        List<Hash> many = java.util.Collections.nCopies(64, five);
        assertThat(ProofCheck.inclusion(3, 8, five, many, eight)).isPresent();
        assertThat(ProofCheck.consistency(5, five, 8, eight, many)).isPresent();
    }
}
