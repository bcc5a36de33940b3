package org.trainingaudit.dataset;

import java.util.List;

/**
 * Columns of a dataset of which its owner says that they may point at a person together, and those that must not become known
 * of that person.
 *
 * @param quasiIdentifiers columns that are no identifiers by themselves, such as birth year and region; at least one
 * @param sensitive columns whose values say something of a person, such as a diagnosis; may be empty
 * @param k how many rows at least are to share each combination of the quasi-identifiers, from 2
 */
public record DeclaredKey(List<String> quasiIdentifiers, List<String> sensitive, int k) {

    /** The size of a group where nothing else is declared. */
    public static final int DEFAULT_K = 5;

    public DeclaredKey {
        quasiIdentifiers = List.copyOf(quasiIdentifiers);
        sensitive = List.copyOf(sensitive);
        if (quasiIdentifiers.isEmpty() || k < 2) {
            throw new IllegalArgumentException("a key needs columns and groups of at least 2 rows: " + k);
        }
    }

    /** The same for the same key, for telling whether a dataset has to be read anew. */
    public String state() {
        return "k " + k + "\n" + String.join("\u001f", quasiIdentifiers) + "\n" + String.join("\u001f", sensitive);
    }
}
