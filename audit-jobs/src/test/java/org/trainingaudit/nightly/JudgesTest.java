package org.trainingaudit.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trainingaudit.config.Faults;
import org.trainingaudit.regime.Judge;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;

class JudgesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 21);

    private final Judges judges =
            new Judges(Configuration.load(new Places(Path.of("config"), Path.of("var")), new Faults()));

    private static Run night(int number) {
        LocalDate day = FIRST.plusDays(number);
        return new Run(
                "nightly/" + day,
                RunKind.NIGHTLY,
                day,
                day,
                RunRequest.everything(),
                Run.SCHEDULE,
                "",
                "",
                RunStatus.OPEN);
    }

    @Test
    void makeTheJudgeOfARunOnce() {
        assertThat(judges.of(night(0))).isSameAs(judges.of(night(0)));
    }

    /** A serving program goes through hundreds of nights. */
    @Test
    void letGoOfTheJudgesOfRunsBefore() {
        List<WeakReference<Judge>> made = IntStream.range(0, 20)
                .mapToObj(number -> new WeakReference<>(judges.of(night(number))))
                .toList();

        System.gc();

        assertThat(made.stream().filter(judge -> judge.get() != null)).hasSizeLessThanOrEqualTo(Judges.HELD);
    }
}
