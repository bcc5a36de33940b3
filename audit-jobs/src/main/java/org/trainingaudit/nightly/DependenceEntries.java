package org.trainingaudit.nightly;

import java.util.List;
import org.trainingaudit.nightly.Recorded.Statement;
import org.trainingaudit.provider.Dependence;
import org.trainingaudit.trail.EntryDraft;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** On whom a use depends, as an entry of the trail format; a member that is null is unknown. */
final class DependenceEntries {

    static final String KIND = "dependence";

    private static final JsonMapper JSON = JsonMapper.shared();

    private DependenceEntries() {}

    static Statement statement(Run run, Dependence said) {
        ObjectNode body = JSON.createObjectNode()
                .put("use", said.use())
                .put("provider", said.provider().orElse(null))
                .put("country", said.country().orElse(null))
                .put("owner_country", said.ownerCountry().orElse(null))
                .put("key_holder", said.keyHolder().orElse(null))
                .put("trains_on_input", said.trainsOnInput().orElse(null))
                .put("weights_control", said.weightsControl().orElse(null))
                .put("exit_plan", said.exitPlan().orElse(null))
                .put("domestic", said.domestic().orElse(null));
        body.put("model_provider", said.model().provider().orElse(null))
                .put("model_country", said.model().country().orElse(null))
                .put("model_owner_country", said.model().ownerCountry().orElse(null));
        BodyTexts.put(body, "where", said.trainingLocation());
        BodyTexts.put(body, "inference", said.inferenceLocation());
        BodyTexts.put(body, "support_access", said.supportAccess());
        BodyTexts.put(body, "foreign_laws", said.foreignLaws());
        BodyTexts.put(body, "flags", said.flags());
        BodyTexts.put(body, "adequacy", said.adequacy());
        EntryDraft entry = new EntryDraft(KIND, run.key(), List.of(run.key(), said.use()), body);
        return new Statement(KIND, said.use(), "", body.toString(), entry);
    }
}
