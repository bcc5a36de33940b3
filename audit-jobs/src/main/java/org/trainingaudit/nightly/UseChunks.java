package org.trainingaudit.nightly;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.Use;
import org.trainingaudit.use.UseSink;

/** Hands uses on in chunks of one size and holds never more than one chunk. */
final class UseChunks implements UseSink {

    /** The uses that were handed on. */
    interface Handed {
        Optional<String> origin(String id);

        void doubt(String id, Fact mark);
    }

    private final int size;
    private final Consumer<List<Use>> chunks;
    private final Handed handed;
    private final Map<String, Use> held = new LinkedHashMap<>();

    UseChunks(int size, Consumer<List<Use>> chunks, Handed handed) {
        this.size = size;
        this.chunks = chunks;
        this.handed = handed;
    }

    @Override
    public void use(Use use) {
        held.put(use.id(), use);
        if (held.size() == size) {
            handOn();
        }
    }

    @Override
    public Optional<String> origin(String id) {
        Use here = held.get(id);
        return here == null ? handed.origin(id) : Optional.of(here.origin());
    }

    @Override
    public void doubt(String id, Fact mark) {
        handOn();
        handed.doubt(id, mark);
    }

    /** Hands on what is left. */
    void handOn() {
        if (!held.isEmpty()) {
            chunks.accept(List.copyOf(held.values()));
            held.clear();
        }
    }
}
