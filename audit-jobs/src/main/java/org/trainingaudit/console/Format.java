package org.trainingaudit.console;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.trainingaudit.config.Names;
import org.trainingaudit.operate.ChangeReport;
import org.trainingaudit.regime.Comparison;
import org.trainingaudit.regime.Reason;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.regime.RuleOutcome;
import org.trainingaudit.setup.Configuration;

/** Days, moments, counts and names in the reader's language. Pages know it as {@code @fmt}. */
@Component("fmt")
class Format {

    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_JA = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPANESE);
    private static final DateTimeFormatter MOMENT_EN = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT_JA = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.JAPANESE);
    private static final int SHORT = 12;
    private static final int PAIRS = 100;

    private final Configuration setup;

    Format(Configuration setup) {
        this.setup = setup;
    }

    private static boolean ja() {
        return LocaleContextHolder.getLocale().getLanguage().equals("ja");
    }

    public String day(LocalDate day) {
        return (ja() ? DAY_JA : DAY_EN).format(day);
    }

    public String day(Optional<LocalDate> day) {
        return day.map(this::day).orElse("");
    }

    public String moment(Instant moment) {
        ZonedDateTime there = moment.atZone(setup.settings().nightly().businessZone());
        return (ja() ? MOMENT_JA : MOMENT_EN).format(there);
    }

    public String moment(Optional<Instant> moment) {
        return moment.map(this::moment).orElse("");
    }

    public String zone() {
        return setup.settings().nightly().businessZone().getId();
    }

    public String count(long count) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(count);
    }

    /** A difference with its sign, a true minus. */
    public String change(long change) {
        return change == 0 ? "0" : (change > 0 ? "+" : "\u2212") + count(Math.abs(change));
    }

    public String share(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    public String span(Instant from, Instant to) {
        Duration span = Duration.between(from, to);
        if (span.toHours() > 0) {
            return ja()
                    ? span.toHours() + "時間" + span.toMinutesPart() + "分"
                    : String.format(Locale.ROOT, "%d h %02d min", span.toHours(), span.toMinutesPart());
        }
        if (span.toMinutes() > 0) {
            return span.toMinutes() + (ja() ? "分" : " min");
        }
        return span.toSeconds() + (ja() ? "秒" : " s");
    }

    public String hash(String hash) {
        return hash.substring(0, Math.min(SHORT, hash.length()));
    }

    public String name(Names names) {
        return names.in(LocaleContextHolder.getLocale());
    }

    /** The same of what may have none: nothing. */
    public String name(Optional<Names> names) {
        return names.map(this::name).orElse("");
    }

    /** A place in a law in the manner of the reader's language. */
    public String citation(String citation) {
        return ja() ? Citations.ja(citation) : citation;
    }

    /** The language in which {@link #citation} says it. */
    public String citationLang(String citation) {
        return citation(citation).equals(citation) ? "en" : "ja";
    }

    /** Whether the line that explains an outcome says something that neither its reason nor the tree below it does. */
    public boolean saysMore(RuleOutcome outcome) {
        return switch (outcome.outcome()) {
            case SATISFIED, BREACHED, EXEMPT -> false;
            case NEEDS_REVIEW ->
                outcome.reason().equals(Optional.of(Reason.MISSING_FACTS))
                        && outcome.because().contains("; ");
            case NOT_YET_APPLICABLE, NOT_APPLICABLE -> true;
        };
    }

    /** How far something is, in hundredths. */
    public long percent(long done, long of) {
        return of == 0 ? 0 : Math.min(100, done * 100 / of);
    }

    /** The shape that stands for a run's state. */
    public String stateMark(String state) {
        return switch (state) {
            case "running" -> "running";
            case "complete", "completed" -> "compliant";
            case "incomplete" -> "needs-review";
            case "failed", "interrupted", "missed" -> "failed";
            case "stopped", "abandoned" -> "stopped";
            case "started", "starting" -> "running";
            default -> "queued";
        };
    }

    public String stateClass(String state) {
        return switch (stateMark(state)) {
            case "compliant" -> "v-done";
            case "needs-review" -> "v-incomplete";
            default -> "v-" + stateMark(state);
        };
    }

    /** The shape that stands for what a rule says. */
    public String outcomeMark(String outcome) {
        return switch (outcome) {
            case "breached" -> "violation";
            case "satisfied" -> "compliant";
            default -> outcome;
        };
    }

    public String outcomeClass(String outcome) {
        return "v-" + (outcome.equals("exempt") ? "not-applicable" : outcomeMark(outcome));
    }

    /** The word that joins the parts of a condition: all, any, not. */
    public String joint(String condition) {
        int end = condition.indexOf(' ');
        String word = end > 0 ? condition.substring(0, end) : condition;
        return word.replaceAll("[^a-z]", "");
    }

    public long unconfirmed(Regime regime) {
        return regime.rules().stream().filter(rule -> !rule.confirmed()).count();
    }

    public List<Comparison.Group> groups(ChangeReport change) {
        return List.of(Comparison.Group.values());
    }

    /** The groups add up to all pairs. */
    public String sum(ChangeReport change) {
        long all = change.pairs().values().stream().mapToLong(Long::longValue).sum();
        return groups(change).stream()
                        .map(group -> count(change.pairs().getOrDefault(group, 0L)))
                        .collect(Collectors.joining(" + "))
                + " = " + count(all);
    }

    /** As many pairs of a group as a page shows. */
    public List<ChangeReport.ChangedPair> first(ChangeReport change, Comparison.Group group) {
        return change.changed().stream()
                .filter(pair -> pair.comparison().group() == group)
                .limit(PAIRS)
                .toList();
    }

    public String causes(Comparison comparison) {
        return comparison.causes().stream()
                .map(cause -> cause.citation().isEmpty()
                        ? scope(cause.rule())
                        : cause.rule() + ", " + citation(cause.citation()))
                .collect(Collectors.joining("; "));
    }

    /** What governs decides is no rule, and has no citation. */
    private static String scope(String cause) {
        String words = ja() ? "適用範囲" : "scope";
        return cause.equals("governs") ? words : cause;
    }

    public String stamp(String utc) {
        return moment(Instant.parse(utc));
    }
}
