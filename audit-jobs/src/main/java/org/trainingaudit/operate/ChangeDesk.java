package org.trainingaudit.operate;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.use.ReconciledUse;
import org.trainingaudit.use.Use;
import org.trainingaudit.view.Projection;
import org.trainingaudit.view.Sight;
import org.trainingaudit.view.UseList;

/**
 * What changes between two dates for the recorded uses. A question is answered once for each state of the trail; one at a
 * time, because judging everything twice is work.
 */
@Component
public class ChangeDesk {

    private static final int AT_A_TIME = 200;
    private static final int KEPT = 8;

    private record Asked(LocalDate from, LocalDate to, Sight sight, long entries) {}

    private final UseList uses;
    private final Projection projection;
    private final Configuration setup;
    private final Map<Asked, ChangeReport> answers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, ChangeReport> eldest) {
            return size() > KEPT;
        }
    };

    ChangeDesk(UseList uses, Projection projection, Configuration setup) {
        this.uses = uses;
        this.projection = projection;
        this.setup = setup;
    }

    /**
     * Compares all uses that are seen. Steps whose day isn't fixed and whose last possible day lies between the two are
     * taken on that day, and the answer says so.
     *
     * @throws org.trainingaudit.config.ConfigurationException where the dates are the wrong way round, or a regime can't be
     *     judged on one of them
     */
    public synchronized ChangeReport compare(LocalDate from, LocalDate to, Sight sight) {
        long entries = projection.lag().map(Projection.Lag::shown).orElse(0L);
        return answers.computeIfAbsent(new Asked(from, to, sight, entries), this::answer);
    }

    private ChangeReport answer(Asked asked) {
        Comparer comparer = Comparer.of(
                setup.regimes(),
                asked.from,
                asked.to,
                Map.of(),
                setup.settings().regime().unconfirmed(),
                Optional.empty());
        return comparer.compare(each -> forEach(asked.sight, each), false);
    }

    private void forEach(Sight sight, Consumer<ReconciledUse> each) {
        String after = "";
        List<UseList.Line> page;
        do {
            page = uses.page(UseList.Filter.NONE, sight, after, AT_A_TIME);
            for (UseList.Line line : page) {
                uses.use(line.use(), setup.facts())
                        .filter(use -> !line.state().equals("ended"))
                        .ifPresent(use -> each.accept(recorded(use)));
                after = line.use();
            }
        } while (page.size() == AT_A_TIME);
    }

    private ReconciledUse recorded(Use use) {
        boolean weak = Explaining.isWeak(uses.verdicts(use.id()));
        return new ReconciledUse(use, weak, weak ? "the scan of its dataset was weak" : "", List.of());
    }
}
