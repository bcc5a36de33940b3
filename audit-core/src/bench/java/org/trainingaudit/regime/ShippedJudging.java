package org.trainingaudit.regime;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.trainingaudit.use.Facts;

/** Judges uses made from a seed under all packs that ship, and answers with how many rules it spoke of. */
public final class ShippedJudging implements LongSupplier {

    static final int USES = 200;
    private static final long SEED = 20261121;
    private static final int EXPLAINED = 20;

    private final Judge judge;
    private final List<Facts> uses;

    /** Loads the packs. */
    public ShippedJudging() {
        ShippedPacks packs = ShippedPacks.load(Path.of(System.getProperty("audit.home", "."), "config"));
        RandomFacts random = new RandomFacts(packs.catalogue(), SEED);
        this.judge = packs.judge();
        this.uses = IntStream.range(0, USES)
                .mapToObj(i -> random.some(40 + 60 * i / USES))
                .toList();
    }

    @Override
    public long getAsLong() {
        long rules = 0;
        for (Facts use : uses) {
            for (Judgement judgement : judge.judge(use)) {
                rules += judgement.rules().size();
            }
        }
        return rules;
    }

    /** Explains some of the uses under all packs, so that this code has run as well. */
    ShippedJudging explaining() {
        for (Facts use : uses.subList(0, EXPLAINED)) {
            judge.judge(use).forEach(each -> judge.explain(use, false, each.regime(), false));
        }
        return this;
    }
}
