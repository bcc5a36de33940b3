package org.trainingaudit.trail;

/**
 * The state of a log: how many entries it has and the root over them.
 *
 * @param origin the name of the log
 * @param size the number of entries, 0 or more
 * @param root the root of the tree
 */
public record Checkpoint(String origin, long size, Hash root) {

    /** Checks that the origin can stand in a checkpoint and that an empty log has the root of nothing. */
    public Checkpoint {
        if (!VerifierKey.isName(origin)) {
            throw new TrailException(
                    "the origin of a checkpoint is a name without spaces or '+', but this is '" + origin + "'");
        }
        if (size < 0 || (size == 0 && !root.equals(Hash.OF_NOTHING))) {
            throw new TrailException("a checkpoint of size " + size + " cannot have root " + root);
        }
    }

    /**
     * Reads the three lines that are signed.
     *
     * @throws TrailException if a line is missing, extra or written in another way than the format's
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty()) {
            throw new TrailException(
                    "a checkpoint has three lines (origin, size, root), but this has " + (lines.length - 1));
        }
        long size = Encoding.number(lines[1])
                .orElseThrow(() -> new TrailException(
                        "the size of a checkpoint is a plain decimal number, not '" + lines[1] + "'"));
        Hash root = Hash.fromBase64(lines[2])
                .orElseThrow(() ->
                        new TrailException("the root of a checkpoint is base64 of 32 bytes, not '" + lines[2] + "'"));
        return new Checkpoint(lines[0], size, root);
    }

    /** The three lines, each with its newline. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }
}
