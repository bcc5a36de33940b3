package org.trainingaudit.trail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A checkpoint with the signatures below it. Reading one says nothing yet about who signed it. */
public final class SignedCheckpoint {

    private final Checkpoint checkpoint;
    private final SignedNote note;

    SignedCheckpoint(Checkpoint checkpoint, List<SignedNote.Line> lines) {
        this.checkpoint = checkpoint;
        this.note = new SignedNote(checkpoint.text(), lines);
    }

    /**
     * Reads a published checkpoint.
     *
     * @throws TrailException if it is not written exactly as the format says
     */
    public static SignedCheckpoint parse(byte[] bytes) {
        SignedNote note = SignedNote.parse(bytes);
        return new SignedCheckpoint(Checkpoint.parse(note.text()), note.lines());
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** As it is published. */
    public byte[] bytes() {
        return note.bytes();
    }

    /** How many signatures it carries, of known and unknown keys. */
    public int signatures() {
        return note.lines().size();
    }

    /**
     * Which of these log keys signed it, in their order; keys of other names sign nothing here.
     *
     * @throws TrailException if a line bears the name and id of one of the keys and a wrong signature
     */
    public List<VerifierKey> signedBy(Collection<VerifierKey> keys) {
        List<VerifierKey> signers = new ArrayList<>();
        for (VerifierKey key : keys) {
            boolean ours = key.type() == VerifierKey.Type.LOG && key.name().equals(checkpoint.origin());
            for (SignedNote.Line line : ours ? linesOf(key) : List.<SignedNote.Line>of()) {
                require(key.signed(note.signedBytes(), line.signature()), key);
                if (!signers.contains(key)) {
                    signers.add(key);
                }
            }
        }
        return List.copyOf(signers);
    }

    /**
     * The cosignatures of these witnesses, checked.
     *
     * @throws TrailException if a line bears the name and id of one of the witnesses and a wrong signature
     */
    public List<Cosignature> cosignedBy(Collection<VerifierKey> witnesses) {
        List<Cosignature> found = new ArrayList<>();
        for (VerifierKey key : witnesses) {
            for (SignedNote.Line line :
                    key.type() == VerifierKey.Type.WITNESS ? linesOf(key) : List.<SignedNote.Line>of()) {
                Optional<Cosignature> cosignature = Cosignature.read(line);
                require(cosignature.isPresent() && cosignature.get().holds(line, key, note.text()), key);
                found.add(cosignature.orElseThrow());
            }
        }
        return List.copyOf(found);
    }

    /** Lines that look like a witness's, whoever wrote them: their dates prove nothing. */
    public List<Cosignature> claimedCosignatures() {
        return note.lines().stream()
                .map(Cosignature::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private List<SignedNote.Line> linesOf(VerifierKey key) {
        return note.lines().stream().filter(line -> line.isOf(key)).toList();
    }

    private static void require(boolean holds, VerifierKey key) {
        if (!holds) {
            throw new TrailException("the signature under the name '" + key.name() + "' and key id " + key.keyIdHex()
                    + " is wrong, so the whole checkpoint is refused");
        }
    }

    SignedCheckpoint with(List<SignedNote.Line> more) {
        List<SignedNote.Line> lines = new ArrayList<>(note.lines());
        more.stream().filter(line -> !lines.contains(line)).forEach(lines::add);
        return new SignedCheckpoint(checkpoint, lines);
    }
}
