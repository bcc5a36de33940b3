package org.trainingaudit.nightly;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether what a run reads is still what it was when the run was prepared. */
@Component
public class RunInputs {

    private final Inputs inputs;
    private final InputList list;

    RunInputs(Inputs inputs, InputList list) {
        this.inputs = inputs;
        this.list = list;
    }

    /** Fingerprints by name as they were then; empty where the run was cut short before it was prepared. */
    public Map<String, String> then(Run run) {
        return inputs.fingerprints(run);
    }

    /** Fingerprints by name as they are now. */
    public Map<String, String> now(Run run) {
        return list.fingerprints(run);
    }
}
