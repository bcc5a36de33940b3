package org.trainingaudit.operate;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.use.ReconciledUse;
import org.trainingaudit.use.Use;
import org.trainingaudit.view.Sight;
import org.trainingaudit.view.UseList;

/** The uses of the estate as the last runs recorded them, one after the other. */
@Component
class RecordedUses {

    private static final int AT_A_TIME = 200;

    private final UseList uses;
    private final Configuration setup;

    RecordedUses(UseList uses, Configuration setup) {
        this.uses = uses;
        this.setup = setup;
    }

    long count(Sight sight) {
        return uses.count(sight);
    }

    /**
     * Hands on each use that isn't over.
     *
     * @param done hears now and then how many were looked at; what it throws ends the walk
     */
    void forEach(Sight sight, Consumer<ReconciledUse> each, LongConsumer done) {
        long looked = 0;
        UseList.Filter all = UseList.Filter.NONE;
        List<UseList.Line> page = uses.page(all, sight, "", AT_A_TIME);
        while (!page.isEmpty()) {
            page.forEach(line -> one(line, each));
            looked += page.size();
            done.accept(looked);
            page = uses.page(all, sight, page.get(page.size() - 1).use(), AT_A_TIME);
        }
    }

    private void one(UseList.Line line, Consumer<ReconciledUse> each) {
        if (!line.state().equals("ended")) {
            uses.use(line.use(), setup.facts()).ifPresent(use -> each.accept(recorded(use)));
        }
    }

    private ReconciledUse recorded(Use use) {
        boolean weak = Explaining.isWeak(uses.verdicts(use.id()));
        return new ReconciledUse(use, weak, weak ? "the scan of its dataset was weak" : "", List.of());
    }
}
