package org.trainingaudit.use;

import java.util.Optional;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Node;

/** Registers in CSV, Excel and YAML. One that can't be read to its end is refused, since nobody knows what is missing. */
final class RegisterFormat implements CollectFormat {

    @Override
    public boolean recognises(Document document) {
        boolean tree = document.endsWith(".yaml", ".yml")
                && document.first()
                        .filter(node -> node instanceof Node.Fields map
                                && map.get("uses").isPresent())
                        .isPresent();
        return tree || document.endsWith(".csv", ".xlsx");
    }

    @Override
    public Optional<Collected> read(Document document, CollectContext context, Observations seen, Faults faults) {
        RegisterResult result = Registers.read(document.file(), context.catalogue());
        result.faults().forEach(fault -> faults.add(fault.at(), fault.message()));
        return Optional.of(Collected.ofUses(document.file().toString(), "register", result.uses()))
                .filter(collected -> result.complete());
    }
}
