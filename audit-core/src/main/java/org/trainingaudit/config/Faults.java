package org.trainingaudit.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Every fault found so far; gathered while reading on, thrown once. Not for use by several threads. */
public final class Faults {

    private static final Comparator<Fault> IN_READING_ORDER = Comparator.comparing(
                    (Fault fault) -> fault.at().file())
            .thenComparing(fault -> fault.at().line())
            .thenComparing(fault -> fault.at().column())
            .thenComparing(Fault::message);

    private final List<Fault> found = new ArrayList<>();

    /** Adds a fault and goes on. */
    public void add(Location at, String message) {
        found.add(new Fault(at, message));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** How many there are; compare before and after a piece of work to see whether it was clean. */
    public int count() {
        return found.size();
    }

    /** All of them once, by file, line and column. */
    public List<Fault> all() {
        return found.stream().distinct().sorted(IN_READING_ORDER).toList();
    }

    /** All of them as an operator reads them, one below the other. */
    public String text() {
        return all().stream().map(Fault::text).collect(Collectors.joining("\n"));
    }

    /**
     * Ends the reading if anything was wrong.
     *
     * @throws ConfigurationException with all faults, if there are any
     */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new ConfigurationException(this);
        }
    }
}
