package org.trainingaudit.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.stereotype.Component;
import org.trainingaudit.finding.Finding;
import org.trainingaudit.finding.FindingId;
import org.trainingaudit.finding.Findings;
import org.trainingaudit.nightly.JudgeStep.JudgedUse;
import org.trainingaudit.nightly.Recorded.Statement;
import org.trainingaudit.regime.Judgement;
import org.trainingaudit.regime.Outcome;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.regime.RuleOutcome;
import org.trainingaudit.regime.Verdict;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.trail.Trail;

/** Keeps the verdicts of a chunk, appends what is new of them, and opens and closes findings. */
@Component
class VerdictRecorder implements ItemWriter<JudgedUse> {

    private final StepRun step;
    private final UseRows uses;
    private final VerdictRows verdicts;
    private final Recorded recorded;
    private final UseEntries entries;
    private final Findings findings;
    private final Trail trail;
    private final Configuration setup;
    private final Progress progress;

    VerdictRecorder(
            StepRun step,
            UseRows uses,
            VerdictRows verdicts,
            Recorded recorded,
            UseEntries entries,
            Findings findings,
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
        appendChanged(
                run,
                UseEntries.USE,
                judged.stream().flatMap(use -> uses(run, use).stream()).toList());
        appendChanged(
                run,
                UseEntries.VERDICT,
                judged.stream().flatMap(use -> verdicts(run, use).stream()).toList());
        if (run.counts()) {
            judged.forEach(use -> follow(run, use));
        }
        uses.update(run, UseRows.JUDGED, judged.stream().map(JudgedUse::row).toList());
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
        for (Judgement judgement : judged.judgements()) {
            if (judgement.verdict() != Verdict.NOT_APPLICABLE) {
                statements.add(entries.verdict(run, judged.use(), regime(judgement), judgement));
            }
        }
        return statements;
    }

    private Regime regime(Judgement judgement) {
        return setup.regimes()
                .get(judgement.regime())
                .orElseThrow(() -> new IllegalStateException("no regime '" + judgement.regime() + "'"));
    }

    private void follow(Run run, JudgedUse judged) {
        judged.judgements().forEach(judgement -> follow(run, judged.use().id(), judgement));
    }

    private void follow(Run run, String use, Judgement judgement) {
        String id = FindingId.of(judgement.regime(), use);
        Optional<Finding> open = findings.open(id);
        // What a law not yet in force would say is announced, not followed: it is nobody's breach today.
        if (judgement.verdict() == Verdict.VIOLATION && !judgement.provisional()) {
            Finding now = new Finding(
                    id,
                    use,
                    judgement.regime(),
                    open.map(Finding::openedOn).orElse(run.businessDate()),
                    breached(judgement));
            if (!open.equals(Optional.of(now))) {
                findings.save(now);
                trail.submit(entries.findingOpen(run, now, open.isPresent() ? "rules changed" : "violation"));
            }
        } else if (open.isPresent()) {
            findings.close(id);
            trail.submit(entries.findingClose(run, open.get(), judgement.verdict()));
        }
    }

    private static List<String> breached(Judgement judgement) {
        return judgement.rules().stream()
                .filter(rule -> rule.outcome() == Outcome.BREACHED)
                .map(RuleOutcome::rule)
                .toList();
    }
}
