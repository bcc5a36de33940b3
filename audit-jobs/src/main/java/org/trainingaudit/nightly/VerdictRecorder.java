package org.trainingaudit.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.stereotype.Component;
import org.trainingaudit.nightly.JudgeStep.JudgedUse;
import org.trainingaudit.nightly.Recorded.Statement;
import org.trainingaudit.regime.Judgement;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.regime.Verdict;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.trail.EntryDraft;
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
            Configuration setup,
            Progress progress) {
        this.step = step;
        this.uses = uses;
        this.verdicts = verdicts;
        this.recorded = recorded;
        this.entries = entries;
        this.findings = findings;
        this.trail = trail;
        this.setup = setup;
        this.progress = progress;
    }

    @Override
    public void write(Chunk<? extends JudgedUse> chunk) {
        Run run = step.get();
        List<? extends JudgedUse> judged = chunk.getItems();
        verdicts.add(run, judged);
        List<EntryDraft> entries = new ArrayList<>();
        entries.addAll(recorded.changed(run, UseEntries.USE, statements(judged, use -> uses(run, use))));
        entries.addAll(recorded.changed(run, UseEntries.VERDICT, statements(judged, use -> verdicts(run, use))));
        entries.addAll(findings.follow(run, judged));
        uses.reach(run, step.name(), judged.get(judged.size() - 1).position());
        trail.record(entries);
        judged.forEach(use -> progress.done(JudgeStep.NAME));
    }

    private static List<Statement> statements(
            List<? extends JudgedUse> judged, Function<JudgedUse, List<Statement>> each) {
        return judged.stream().flatMap(use -> each.apply(use).stream()).toList();
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
