package org.trainingaudit.cli;

import java.util.List;
import java.util.Optional;
import org.trainingaudit.operate.LawFile;
import org.trainingaudit.regime.LawAnswer;
import org.trainingaudit.regime.LawDifference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code audit watch} prints of one answer. */
final class LawFileText {

    private static final JsonMapper JSON = JsonMapper.shared();

    private LawFileText() {}

    static String text(LawFile file, boolean recorded) {
        StringBuilder out = new StringBuilder("Law " + file.answer().lawId() + ", answer updated on "
                + file.answer().updated() + ", " + file.answer().revisions().size() + " revisions");
        for (String regime : file.regimes()) {
            List<LawDifference> differences = file.differences().stream()
                    .filter(each -> each.regime().equals(regime))
                    .toList();
            out.append("\n  ").append(regime).append(": ");
            out.append(differences.isEmpty() ? "nothing differs" : differs(differences.size(), recorded));
            differences.forEach(each -> out.append("\n    ").append(each.message()));
        }
        if (!file.unnamed().isEmpty()) {
            out.append("\n  Texts to come that no pack names:");
            file.unnamed().forEach(row -> out.append("\n    ").append(unnamed(row)));
        }
        return out.toString();
    }

    private static String differs(int count, boolean recorded) {
        return count
                + (count == 1 ? " difference" : " differences")
                + (recorded ? "; a review finding is open until the pack is changed or the finding waived" : "");
    }

    private static String unnamed(LawAnswer.Revision row) {
        return row.enforced() + (row.isFixed() ? "" : " at the latest") + "  " + row.id();
    }

    static String json(LawFile file) {
        ObjectNode line = JSON.createObjectNode()
                .put("file", file.file().toString())
                .put("law", file.answer().lawId())
                .put("updated", file.answer().updated().toString());
        ArrayNode regimes = line.putArray("regimes");
        file.regimes().forEach(regimes::add);
        ArrayNode differences = line.putArray("differences");
        for (LawDifference each : file.differences()) {
            ObjectNode node = differences
                    .addObject()
                    .put("regime", each.regime())
                    .put("where", each.where())
                    .put("kind", each.kind().word())
                    .put("stored", each.stored());
            put(node, "answered", each.answered());
            put(node, "revision", each.revision());
        }
        ArrayNode unnamed = line.putArray("unnamed");
        for (LawAnswer.Revision row : file.unnamed()) {
            unnamed.addObject()
                    .put("revision", row.id())
                    .put("date", row.enforced().toString())
                    .put("fixed", row.isFixed());
        }
        return JSON.writeValueAsString(line);
    }

    private static void put(ObjectNode node, String name, Optional<String> value) {
        value.ifPresentOrElse(said -> node.put(name, said), () -> node.putNull(name));
    }
}
