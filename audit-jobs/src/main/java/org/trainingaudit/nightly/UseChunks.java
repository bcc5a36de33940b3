package org.trainingaudit.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.Use;
import org.trainingaudit.use.UseSink;

/** Hands uses on in chunks of one size and holds never more than one chunk. */
final class UseChunks implements UseSink {

    /** Takes back a use that was handed on, to put it in doubt. */
    interface Doubts {
        void doubt(String id, Fact mark);
    }

    private final int size;
    private final Consumer<List<Use>> chunks;
    private final Doubts doubts;
    private final List<Use> held = new ArrayList<>();

    UseChunks(int size, Consumer<List<Use>> chunks, Doubts doubts) {
        this.size = size;
        this.chunks = chunks;
        this.doubts = doubts;
    }

    @Override
    public void use(Use use) {
        held.add(use);
        if (held.size() == size) {
            handOn();
        }
    }

    @Override
    public void doubt(String id, Fact mark) {
        handOn();
        doubts.doubt(id, mark);
    }

    /** Hands on what is left. */
    void handOn() {
        if (!held.isEmpty()) {
            chunks.accept(List.copyOf(held));
            held.clear();
        }
    }
}
