package org.trainingaudit.config;

/** A text that remembers where it was written, for names that are looked up later. */
public record Text(Location at, String value) {

    @Override
    public String toString() {
        return value;
    }
}
