package org.trainingaudit.use;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All uses at once, for who needs them so. */
final class HeldUses implements UseSink {

    private final Map<String, Use> uses = new LinkedHashMap<>();

    @Override
    public void use(Use use) {
        uses.put(use.id(), use);
    }

    @Override
    public Optional<String> origin(String id) {
        return Optional.ofNullable(uses.get(id)).map(Use::origin);
    }

    @Override
    public void doubt(String id, Fact mark) {
        uses.computeIfPresent(id, (same, use) -> use.withFacts(use.facts().with(List.of(mark))));
    }

    List<Use> uses() {
        return List.copyOf(uses.values());
    }
}
