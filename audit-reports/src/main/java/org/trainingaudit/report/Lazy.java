package org.trainingaudit.report;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * What is made of other things, some or none of each, while it's gone through; so that a list of any length can be written that
 * never is in memory.
 */
final class Lazy<F, T> implements Iterable<T> {

    private final Iterable<F> from;
    private final Function<F, List<T>> make;

    Lazy(Iterable<F> from, Function<F, List<T>> make) {
        this.from = from;
        this.make = make;
    }

    @Override
    public Iterator<T> iterator() {
        Iterator<F> source = from.iterator();
        return new Iterator<>() {
            private Iterator<T> made = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!made.hasNext() && source.hasNext()) {
                    made = make.apply(source.next()).iterator();
                }
                return made.hasNext();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("all has been made");
                }
                return made.next();
            }
        };
    }
}
