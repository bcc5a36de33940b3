package org.trainingaudit.operate;

import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.trainingaudit.config.ConfigurationException;
import org.trainingaudit.regime.Comparison.Group;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.view.NightList;
import org.trainingaudit.view.Sight;

/**
 * What changes between today and each of the next {@value #DAYS} days on which a law moves, so that whoever asks has it at
 * once. It is worked out in one walk over the uses, after each run and when a day begins, by a thread that gives way to all
 * else; while a run is on it waits. Held are counts and {@value ChangeDesk#SHOWN} changed pairs a group of each day.
 */
@Component
public class ChangesAhead {

    private static final Logger LOG = LoggerFactory.getLogger(ChangesAhead.class);
    private static final int STEPS = 24;

    /** For how many days it is known. */
    public static final int DAYS = 12;

    private record State(String run, LocalDate from) {}

    /**
     * A day on which laws move.
     *
     * @param steps the steps that come then, {@code regime.step} each
     * @param fixed whether the day is law for all of them
     * @param change what is otherwise then than today
     */
    public record Day(LocalDate day, List<String> steps, boolean fixed, ChangeReport change) {

        /** How many pairs of use and regime become so. */
        public long pairs(String group) {
            return change.pairs().entrySet().stream()
                    .filter(entry -> entry.getKey().word().equals(group))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        /** How many pairs of use and regime aren't judged as they are today. */
        public long touched() {
            return change.pairs().entrySet().stream()
                    .filter(entry -> entry.getKey() != Group.UNCHANGED)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    private record Known(State state, List<Day> days) {}

    private final RecordedUses uses;
    private final NightList nights;
    private final LawSteps steps;
    private final Operations operations;
    private final Configuration setup;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(DaemonThreads.named("changes-ahead"));
    private volatile Optional<Known> known = Optional.empty();
    private Optional<Future<?>> work = Optional.empty();

    ChangesAhead(RecordedUses uses, NightList nights, LawSteps steps, Operations operations, Configuration setup) {
        this.uses = uses;
        this.nights = nights;
        this.steps = steps;
        this.operations = operations;
        this.setup = setup;
    }

    /** The days after that one, the soonest first; nothing while they aren't worked out for what the last run left. */
    public Optional<List<Day>> from(LocalDate from) {
        return known.filter(known -> state(from).filter(known.state::equals).isPresent())
                .map(Known::days);
    }

    /** How many pairs each day touches, as far as that is known. */
    public Map<LocalDate, Long> touched(LocalDate from) {
        Map<LocalDate, Long> touched = new TreeMap<>();
        from(from).orElse(List.of()).forEach(day -> touched.put(day.day(), day.touched()));
        return touched;
    }

    /** What is known of such a question. */
    Optional<ChangeReport> find(LocalDate from, LocalDate to, Sight sight) {
        return sight.isWhole()
                ? from(from).orElse(List.of()).stream()
                        .filter(day -> day.day.equals(to))
                        .map(Day::change)
                        .findFirst()
                : Optional.empty();
    }

    private Optional<State> state(LocalDate from) {
        return nights.latest().map(night -> new State(night.run(), from));
    }

    /**
     * Works it out anew where a run has ended since, or another day has begun; comes back at once.
     *
     * @param today from which day on
     */
    public synchronized void refresh(LocalDate today) {
        boolean busy = work.filter(one -> !one.isDone()).isPresent();
        if (busy || operations.isAtWork() || from(today).isPresent()) {
            return;
        }
        state(today).ifPresent(state -> work = Optional.of(thread.submit(() -> workOut(state))));
    }

    /** Waits until what was begun is over. */
    public void awaitIdle() throws InterruptedException {
        Optional<Future<?>> begun;
        synchronized (this) {
            begun = work;
        }
        if (begun.isPresent()) {
            try {
                begun.get().get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("what is worked out fails only in the log", e);
            }
        }
    }

    private void workOut(State state) {
        try {
            known = Optional.of(new Known(state, days(state.from)));
        } catch (CancellationException e) {
            LOG.debug("{}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("what changes on the next days of the laws could not be worked out; it is tried again", e);
        }
    }

    /** One day's question, and the answer as far as it is. */
    private record Question(LocalDate day, List<String> steps, boolean fixed, Comparer.Work work) {}

    private List<Day> days(LocalDate from) {
        List<Question> questions = questions(from);
        uses.forEach(Sight.ALL, use -> questions.forEach(question -> question.work.add(use)), done -> goOn());
        return questions.stream()
                .map(question -> new Day(question.day, question.steps, question.fixed, question.work.report()))
                .toList();
    }

    private void goOn() {
        if (thread.isShutdown() || operations.isAtWork()) {
            throw new CancellationException("given up for now: a run has begun, or the program ends");
        }
    }

    private List<Question> questions(LocalDate from) {
        Map<LocalDate, List<LawSteps.Ahead>> days = new TreeMap<>();
        steps.next(from, STEPS)
                .forEach(step -> days.computeIfAbsent(step.day(), day -> new ArrayList<>())
                        .add(step));
        return days.entrySet().stream()
                .limit(DAYS)
                .flatMap(day -> question(from, day.getKey(), day.getValue()).stream())
                .toList();
    }

    /** Nothing where a regime can't be judged on that day; whoever asks for it hears why. */
    private Optional<Question> question(LocalDate from, LocalDate day, List<LawSteps.Ahead> ahead) {
        try {
            Comparer comparer = Comparer.of(
                    setup.regimes(),
                    from,
                    day,
                    Map.of(),
                    setup.settings().regime().unconfirmed(),
                    Optional.empty());
            List<String> names = ahead.stream()
                    .map(step -> step.regime().id() + "." + step.step().id())
                    .toList();
            boolean fixed = ahead.stream().allMatch(LawSteps.Ahead::isFixed);
            return Optional.of(new Question(day, names, fixed, comparer.overview(ChangeDesk.SHOWN)));
        } catch (ConfigurationException e) {
            return Optional.empty();
        }
    }

    @PreDestroy
    void end() {
        thread.shutdownNow();
    }
}
