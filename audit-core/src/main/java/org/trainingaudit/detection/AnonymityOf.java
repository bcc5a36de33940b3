package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.List;
import org.trainingaudit.dataset.DeclaredKey;

/** Sums of groups. */
final class AnonymityOf {

    private static final double ALL_HASHES = 0x1p63;
    /** Of a normal distribution's deviations, those that hold 95 of a hundred. */
    private static final double DEVIATIONS = 1.96;

    private static final double HUNDRED = 100;

    private AnonymityOf() {}

    static Anonymity groups(KeyedGroups groups, DeclaredKey key) {
        boolean exact = groups.bound() == Long.MAX_VALUE;
        double scale = exact ? 1 : ALL_HASHES / groups.bound();
        long unique = 0;
        long small = 0;
        double squares = 0;
        long smallest = Long.MAX_VALUE;
        for (KeyedGroups.Group group : groups.byHash().values()) {
            smallest = Math.min(smallest, group.rows());
            unique += group.rows() == 1 ? 1 : 0;
            if (group.rows() < key.k()) {
                small += group.rows();
                squares += (double) group.rows() * group.rows();
            }
        }
        return new Anonymity(
                key.quasiIdentifiers(),
                groups.absent(),
                key.k(),
                groups.rows(),
                Math.round(groups.byHash().size() * scale),
                Math.min(groups.rows(), Math.round(unique * scale)),
                Math.min(groups.rows(), Math.round(small * scale)),
                exact ? 0 : (long) Math.ceil(DEVIATIONS * Math.sqrt(Math.max(1, squares)) * scale),
                groups.byHash().isEmpty() ? 0 : smallest,
                exact,
                diversity(groups, key));
    }

    private static List<Anonymity.Diversity> diversity(KeyedGroups groups, DeclaredKey key) {
        List<Anonymity.Diversity> all = new ArrayList<>();
        for (int i = 0; i < key.sensitive().size(); i++) {
            int distinct = Integer.MAX_VALUE;
            double entropy = Double.MAX_VALUE;
            for (KeyedGroups.Group group : groups.byHash().values()) {
                KeyedGroups.Values values = group.values().get(i);
                if (values.filled() > 0) {
                    distinct = Math.min(distinct, values.rowsByHash().size());
                    entropy = Math.min(entropy, entropy(values));
                }
            }
            boolean none = distinct == Integer.MAX_VALUE;
            all.add(new Anonymity.Diversity(
                    key.sensitive().get(i),
                    none ? 0 : distinct,
                    none ? 0 : (int) Math.floor(HUNDRED * entropy + 1e-6)));
        }
        return all;
    }

    /** As if all values beyond those told apart were one, which makes it no larger than it is. */
    private static double entropy(KeyedGroups.Values values) {
        long rest = values.filled();
        double sum = 0;
        for (long rows : values.rowsByHash().values()) {
            sum += share(rows, values.filled());
            rest -= rows;
        }
        return Math.exp(rest > 0 ? sum + share(rest, values.filled()) : sum);
    }

    private static double share(long rows, long of) {
        double share = (double) rows / of;
        return -share * Math.log(share);
    }
}
