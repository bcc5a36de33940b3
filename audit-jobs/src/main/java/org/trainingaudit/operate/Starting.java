package org.trainingaudit.operate;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.nightly.RunStatus;
import org.trainingaudit.operate.AskedKeys.Thing;
import org.trainingaudit.setup.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Starting runs: checked first, once under each key, and none while another was cut short. */
@Component
class Starting {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Nights nights;
    private final RunBook book;
    private final RunWork work;
    private final AskedKeys keys;
    private final Restarting restarting;
    private final Configuration setup;

    Starting(Nights nights, RunBook book, RunWork work, AskedKeys keys, Restarting restarting, Configuration setup) {
        this.nights = nights;
        this.book = book;
        this.work = work;
        this.keys = keys;
        this.restarting = restarting;
        this.setup = setup;
    }

    Run start(RunRequest request, By by, Optional<String> key) {
        Optional<Run> before = key.flatMap(one -> keys.find(Thing.START, by.who(), one, request))
                .flatMap(book::known);
        if (before.isPresent()) {
            return before.get();
        }
        Scope.check(request, setup);
        book.check(by);
        return work.begin(() -> {
            book.requireNoneLeft();
            return book.inOne(() -> {
                Run opened = nights.open(request, by);
                key.ifPresent(one -> keys.note(Thing.START, by.who(), one, request, opened.key()));
                book.note(by, "start", opened, JSON.writeValueAsString(request), "accepted");
                return opened;
            });
        });
    }

    Optional<Run> startNightly(LocalDate businessDate, By by) {
        Optional<Run> there = book.known("nightly/" + businessDate);
        if (there.isPresent()) {
            return there.filter(run -> run.status() == RunStatus.OPEN).map(run -> restarting.restart(run.key(), by));
        }
        return Optional.of(work.begin(() -> {
            book.requireNoneLeft();
            return book.inOne(() -> {
                Run opened = nights.openNightly(businessDate, by);
                book.note(by, "start", opened, "{}", "accepted");
                return opened;
            });
        }));
    }
}
