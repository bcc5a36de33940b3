package org.trainingaudit.regime;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.FactDefinition;
import org.trainingaudit.use.FactType;
import org.trainingaudit.use.FactValue;

/** One fact's place among the values, and the names that conditions look for in it. */
final class Slot {

    private static final int WORD = Long.SIZE;
    private static final int REMEMBERED = 10_000;

    private final String name;
    private final FactDefinition definition;
    private final Taxonomy taxonomy;
    private final Countries countries;
    private final Map<String, Integer> targets = new LinkedHashMap<>();
    private final Map<String, long[]> rows = new ConcurrentHashMap<>();

    Slot(String name, FactDefinition definition, Taxonomy taxonomy, Countries countries) {
        this.name = name;
        this.definition = definition;
        this.taxonomy = taxonomy;
        this.countries = countries;
    }

    String name() {
        return name;
    }

    FactDefinition definition() {
        return definition;
    }

    boolean isCategory() {
        return definition.of().equals(Optional.of("category"));
    }

    boolean isCountry() {
        return definition.of().equals(Optional.of("country"));
    }

    /** The names that conditions look for, in the order in which they came up. */
    Set<String> targets() {
        return targets.keySet();
    }

    /** The bits of these targets, made where they are new. Only while conditions are compiled. */
    long[] mask(Collection<String> names) {
        names.forEach(each -> targets.putIfAbsent(each, targets.size()));
        rows.clear();
        long[] mask = new long[words()];
        names.forEach(each -> set(mask, targets.getOrDefault(each, 0)));
        return mask;
    }

    /** The targets that these members meet. */
    long[] bits(Collection<String> members) {
        long[] bits = new long[words()];
        for (String member : members) {
            long[] row = row(member);
            for (int word = 0; word < bits.length; word++) {
                bits[word] |= row[word];
            }
        }
        return bits;
    }

    void write(FactValue value, int at, Values values) {
        boolean known = true;
        if (value instanceof FactValue.Bool bool) {
            values.number[at] = bool.value() ? 1 : 0;
        } else if (value instanceof FactValue.Whole whole) {
            values.number[at] = whole.value();
        } else if (value instanceof FactValue.Day day) {
            values.number[at] = day.value().toEpochDay();
        } else if (value instanceof FactValue.Text text) {
            known = !saysUnknown(text.value());
            values.empty[at] = truth(text.value().equals("none") || text.value().isEmpty());
            values.sure[at] = row(text.value());
        } else if (value instanceof FactValue.Members members) {
            values.empty[at] = truth(members.values().isEmpty());
            values.sure[at] = bits(members.values());
            values.perhaps[at] = Values.NO_BITS;
        }
        values.known[at] = known && fits(value);
    }

    /** A choice that has 'unknown' among its values says nothing by it, unless a condition asks for that very word. */
    private boolean saysUnknown(String text) {
        return text.equals("unknown") && !targets.containsKey(text);
    }

    /** A value of another type than the catalogue's, from elsewhere than a checked reader, counts as unknown. */
    private boolean fits(FactValue value) {
        return switch (definition.type()) {
            case BOOLEAN -> value instanceof FactValue.Bool;
            case INTEGER -> value instanceof FactValue.Whole;
            case DATE -> value instanceof FactValue.Day;
            case TEXT, CHOICE -> value instanceof FactValue.Text;
            case SET -> value instanceof FactValue.Members;
        };
    }

    private long[] row(String member) {
        long[] known = rows.get(member);
        if (known != null) {
            return known;
        }
        long[] row = new long[words()];
        targets.forEach((target, bit) -> {
            if (isMet(member, target)) {
                set(row, bit);
            }
        });
        if (definition.type() != FactType.TEXT && rows.size() < REMEMBERED) {
            rows.put(member, row);
        }
        return row;
    }

    /** Whether a member counts as what a condition looks for. */
    boolean isMet(String member, String target) {
        if (isCategory()) {
            return taxonomy.isUnder(member, target);
        }
        return isCountry() ? countries.isIn(member, target) : member.equals(target);
    }

    /** How many words the bits of its targets fill. */
    int words() {
        return (targets.size() + WORD - 1) / WORD;
    }

    private static Truth truth(boolean known) {
        return known ? Truth.TRUE : Truth.FALSE;
    }

    private static void set(long[] row, int bit) {
        row[bit / WORD] |= 1L << (bit % WORD);
    }
}
