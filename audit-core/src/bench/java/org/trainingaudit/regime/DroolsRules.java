package org.trainingaudit.regime;

import java.util.List;
import java.util.function.ToIntFunction;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** The rules in Drools, built as an executable model. One session is kept; each use is put in, judged and taken out. */
final class DroolsRules {

    private DroolsRules() {}

    /** How many of the rules fire. */
    static ToIntFunction<ThirtyFacts> compile(List<RandomRules.Rule> rules) {
        StringBuilder drl = new StringBuilder("package bench;\nimport org.trainingaudit.regime.ThirtyFacts;\n");
        for (int i = 0; i < rules.size(); i++) {
            drl.append("rule \"R%d\" when ThirtyFacts(%s) then end%n"
                    .formatted(i, rules.get(i).drl()));
        }
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/bench/rules.drl", drl.toString());
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        List<Message> wrong = builder.getResults().getMessages(Message.Level.ERROR);
        if (!wrong.isEmpty()) throw new IllegalStateException(wrong.toString());
        KieSession session = services.newKieContainer(services.getRepository().getDefaultReleaseId())
                .newKieSession();
        return use -> {
            FactHandle handle = session.insert(use);
            int fired = session.fireAllRules();
            session.delete(handle);
            return fired;
        };
    }
}
