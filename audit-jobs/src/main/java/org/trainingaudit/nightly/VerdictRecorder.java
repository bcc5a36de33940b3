package org.trainingaudit.nightly;

import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.stereotype.Component;
import org.trainingaudit.nightly.JudgeStep.JudgedUse;
import org.trainingaudit.nightly.Recorded.Statement;
import org.trainingaudit.regime.Judgement;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.regime.Verdict;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.trail.Trail;
import org.trainingaudit.use.UseJson;

/** Keeps the verdicts of a chunk, appends what is new of them, and opens and closes findings. */
@Component
class VerdictRecorder implements ItemWriter<JudgedUse> {

    private final StepRun step;
    private final UseRows uses;
    private final VerdictRows verdicts;
    private final Recorded recorded;
    private final UseEntries entries;
    private final FindingFollower findings;
    private final Trail trail;
    private final Sequencer sequencer;
    private final Configuration setup;
    private final Progress progress;

    VerdictRecorder(
            StepRun step,
            UseRows uses,
            VerdictRows verdicts,
            Recorded recorded,
            UseEntries entries,
            FindingFollower findings,
            Trail trail,
            Sequencer sequencer,
            Configuration setup,
            Progress progress) {
        this.step = step;
        this.uses = uses;
        this.verdicts = verdicts;
        this.recorded = recorded;
        this.entries = entries;
        this.findings = findings;
        this.trail = trail;
        this.sequencer = sequencer;
        this.setup = setup;
        this.progress = progress;
    }

    @Override
    public void write(Chunk<? extends JudgedUse> chunk) {
        Run run = step.get();
        List<? extends JudgedUse> judged = chunk.getItems();
        verdicts.add(run, judged);
        appendChanged(
                run,
                UseEntries.USE,
                judged.stream().flatMap(use -> uses(run, use).stream()).toList());
        appendChanged(
                run,
                UseEntries.VERDICT,
                judged.stream().flatMap(use -> verdicts(run, use).stream()).toList());
        findings.follow(run, judged);
        uses.reach(run, step.name(), judged.get(judged.size() - 1).position());
        sequencer.follow();
        judged.forEach(use -> progress.done(JudgeStep.NAME));
    }

    private void appendChanged(Run run, String kind, List<Statement> statements) {
        trail.submit(recorded.changed(run, kind, statements));
    }

    private List<Statement> uses(Run run, JudgedUse judged) {
        List<String> notGoverned = judged.judgements().stream()
                .filter(judgement -> judgement.verdict() == Verdict.NOT_APPLICABLE)
                .map(Judgement::regime)
                .sorted()
                .toList();
        return entries.use(run, judged.use(), notGoverned);
    }

    private List<Statement> verdicts(Run run, JudgedUse judged) {
        List<Statement> statements = new ArrayList<>();
        String facts = UseJson.factsSha256(judged.use().facts());
        for (Judgement judgement : judged.judgements()) {
            if (judgement.verdict() != Verdict.NOT_APPLICABLE) {
                statements.add(entries.verdict(run, judged.use(), facts, regime(judgement), judgement));
            }
        }
        return statements;
    }

    private Regime regime(Judgement judgement) {
        return setup.regimes()
                .get(judgement.regime())
                .orElseThrow(() -> new IllegalStateException("no regime '" + judgement.regime() + "'"));
    }
}
