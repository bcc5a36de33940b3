package org.trainingaudit.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One file of the configuration as it was when the snapshot was taken. */
public final class ConfigFile {

    private final String name;
    private final String shown;
    private final byte[] bytes;

    ConfigFile(String name, String shown, byte[] bytes) {
        this.name = name;
        this.shown = shown;
        this.bytes = bytes;
    }

    /** Its path inside the configuration folder with forward slashes, such as {@code regimes/eu-gdpr.yaml}. */
    public String name() {
        return name;
    }

    /** The path by which messages name it. */
    public String shown() {
        return shown;
    }

    /** The content; a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** A file that exists only in memory, for tests and for text typed elsewhere. */
    public static ConfigFile of(String name, String text) {
        return new ConfigFile(name, name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file from elsewhere that is read with the same limits. */
    public static ConfigFile of(String shown, byte[] bytes) {
        return new ConfigFile(shown, shown, bytes.clone());
    }

    /** The tree of its YAML; nothing, and at least one more fault, where it can't be read. */
    public Optional<Node> parse(Faults faults) {
        return text(faults).flatMap(text -> new YamlReader(shown, text, faults).read());
    }

    private Optional<String> text(Faults faults) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            faults.add(Location.of(shown), "the file is not valid UTF-8; save it as UTF-8");
            return Optional.empty();
        }
    }
}
