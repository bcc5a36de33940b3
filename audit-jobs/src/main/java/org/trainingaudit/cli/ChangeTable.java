package org.trainingaudit.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.operate.ChangeReport;
import org.trainingaudit.operate.ChangeReport.ChangedPair;
import org.trainingaudit.operate.ChangeReport.NextStep;
import org.trainingaudit.regime.Comparison;
import org.trainingaudit.regime.Comparison.Cause;
import org.trainingaudit.regime.Comparison.Group;
import org.trainingaudit.regime.Judgement;
import org.trainingaudit.regime.Outcome;
import org.trainingaudit.regime.Regimes;

/** What changes, as text for people: the counts, then each pair with the rules that did it, then what comes next. */
final class ChangeTable {

    private static final int WIDEST_NAME = 40;

    private final Regimes regimes;
    private final StringBuilder out = new StringBuilder();

    ChangeTable(Regimes regimes) {
        this.regimes = regimes;
    }

    String text(ChangeReport report) {
        line(
                "What changes from %s to %s: %s under %s",
                report.from(), report.to(), count(report.uses(), "use"), count(report.regimes(), "regime"));
        report.assumed()
                .forEach(step -> line(
                        "Assumed: %s on %s%s (its day isn't fixed)",
                        step.step(), step.date(), step.asked() ? ", as asked" : ", the last day on which it can come"));
        report.open()
                .forEach(step ->
                        line("Not assumed: %s, whose day isn't fixed, can come until %s", step.step(), step.latest()));
        line("");
        line(
                "%-22s%16s%16s%18s%12s%10s",
                "", "newly unlawful", "newly lawful", "newly uncertain", "unchanged", "total");
        counts("use and regime", report.pairs());
        counts("worst for each use", report.worst());
        for (Group group : Group.values()) {
            group(group, report);
        }
        next(report.nextSteps());
        return out.toString();
    }

    private void line(String format, Object... parts) {
        out.append(String.format(Locale.ROOT, format, parts).stripTrailing()).append('\n');
    }

    private static String count(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }

    private void counts(String label, Map<Group, Long> counts) {
        line(
                "%-22s%,16d%,16d%,18d%,12d%,10d",
                label,
                of(counts, Group.NEWLY_UNLAWFUL),
                of(counts, Group.NEWLY_LAWFUL),
                of(counts, Group.NEWLY_UNCERTAIN),
                of(counts, Group.UNCHANGED),
                counts.values().stream().mapToLong(Long::longValue).sum());
    }

    private static long of(Map<Group, Long> counts, Group group) {
        return counts.getOrDefault(group, 0L);
    }

    private void group(Group group, ChangeReport report) {
        List<ChangedPair> pairs = report.changed().stream()
                .filter(pair -> pair.comparison().group() == group)
                .toList();
        if (group != Group.UNCHANGED || !pairs.isEmpty()) {
            line("");
            line("%s (%,d)", group.words(), of(report.pairs(), group));
            int width =
                    pairs.stream().mapToInt(pair -> pair.use().length()).max().orElse(0);
            pairs.forEach(pair -> pair(pair, Math.min(width, WIDEST_NAME)));
        }
    }

    private void pair(ChangedPair pair, int width) {
        Comparison comparison = pair.comparison();
        String regime = comparison.after().regime();
        line(
                "  %-" + Math.max(1, width) + "s  %-14s  %s -> %s",
                Printable.text(pair.use()),
                regime,
                verdict(comparison.before()),
                verdict(comparison.after()));
        comparison.causes().forEach(cause -> line("      %s", cause(regime, cause)));
    }

    private static String verdict(Judgement judgement) {
        return judgement.verdict().word() + (judgement.provisional() ? " *" : "");
    }

    private String cause(String regime, Cause cause) {
        String title = regimes.get(regime)
                .flatMap(law -> law.rule(cause.rule()))
                .map(rule -> ": " + rule.title().en())
                .orElse("");
        String citation = cause.citation().isEmpty() ? "" : ", " + cause.citation();
        String step = cause.step().map(name -> ", since " + name).orElse("");
        return cause.rule() + " " + change(cause) + citation + step + title;
    }

    private static String change(Cause cause) {
        String before = cause.before().map(Outcome::word).orElse("silent");
        String after = cause.after().map(Outcome::word).orElse("ended");
        String by = cause.by().map(rule -> " by " + rule).orElse("");
        return before + " -> " + after + by;
    }

    private void next(List<NextStep> steps) {
        line("");
        line("Next steps%s", steps.isEmpty() ? ": none is dated" : "");
        for (NextStep step : steps) {
            String date = step.date() + (step.fixed() ? "" : " ?");
            line("  %-12s  %-10s  %s%s", date, count(step.uses(), "use"), String.join(", ", step.steps()), pairs(step));
        }
        if (steps.stream().anyMatch(step -> !step.fixed())) {
            line("  ? a day that isn't fixed: the last possible one, or the one assumed");
        }
        line("* provisional: rests on a step whose day isn't fixed");
    }

    private static String pairs(NextStep step) {
        StringBuilder text = new StringBuilder();
        for (Group group : List.of(Group.NEWLY_UNLAWFUL, Group.NEWLY_LAWFUL, Group.NEWLY_UNCERTAIN)) {
            Optional.of(of(step.pairs(), group))
                    .filter(number -> number > 0)
                    .ifPresent(number -> text.append(text.isEmpty() ? ": " : ", ")
                            .append(number)
                            .append(' ')
                            .append(group.words()));
        }
        return text.toString();
    }
}
