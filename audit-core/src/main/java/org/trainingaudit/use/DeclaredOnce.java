package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.Fault;
import org.trainingaudit.config.Location;

/** Sees to it that a use is declared once: what a register declares counts before what a document does, and the first before the second. */
final class DeclaredOnce implements UseSink {

    private final Map<String, Use> byDocuments = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final UseSink sink;

    DeclaredOnce(List<Use> byDocuments, UseSink sink) {
        this.sink = sink;
        byDocuments.forEach(use -> {
            Use first = this.byDocuments.putIfAbsent(use.id(), use);
            if (first != null) {
                tell(use, first);
            }
        });
    }

    /** One of a register. */
    @Override
    public void use(Use use) {
        Use same = byDocuments.remove(use.id());
        if (same != null) {
            tell(same, use);
        }
        sink.use(use);
    }

    @Override
    public Optional<String> origin(String id) {
        return sink.origin(id);
    }

    @Override
    public void doubt(String id, Fact mark) {
        sink.doubt(id, mark);
    }

    /** Hands on those that only documents declare. */
    void end() {
        byDocuments.values().forEach(sink::use);
    }

    List<Fault> faults() {
        return faults;
    }

    private void tell(Use again, Use first) {
        faults.add(new Fault(
                Location.of(again.origin()),
                "use '" + again.id() + "' has an entry already, " + first.origin() + "; the first counts"));
    }
}
