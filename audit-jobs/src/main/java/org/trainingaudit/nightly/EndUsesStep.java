package org.trainingaudit.nightly;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trainingaudit.trail.Trail;

/**
 * Ends the uses that no register has any more and closes their findings. Does nothing in a trial, and nothing where a
 * register could not be read to its end: a use that is missing there may still be declared.
 */
@Configuration(proxyBeanMethods = false)
class EndUsesStep {

    private static final String NAME = "end uses";
    private static final int PAGE = 500;
    private static final List<String> OF_USES =
            List.of(UseEntries.USE, UseEntries.VERDICT, UseEntries.CONTRADICTION, DependenceEntries.KIND);

    @Bean
    Step endUses(
            StepTasks tasks, Runs runs, Recorded recorded, UseEntries entries, FindingFollower findings, Trail trail) {
        return tasks.step(NAME, run -> {
            if (run.counts() && runs.hasWholeRegisters(run)) {
                end(run, recorded, use -> {
                    trail.submit(entries.ended(run, use));
                    trail.submit(findings.end(run, use));
                });
            }
            return true;
        });
    }

    /** Page by page, in the order of their ids; what was recorded of them is forgotten at once, when all are ended. */
    private static void end(Run run, Recorded recorded, Consumer<String> each) {
        List<String> page = recorded.ofNoUse(run, UseEntries.USE, "", PAGE);
        boolean some = !page.isEmpty();
        while (!page.isEmpty()) {
            page.forEach(each);
            page = recorded.ofNoUse(run, UseEntries.USE, page.get(page.size() - 1), PAGE);
        }
        if (some) {
            OF_USES.forEach(kind -> recorded.forgetOfNoUse(run, kind));
        }
    }
}
