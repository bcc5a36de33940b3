package org.trainingaudit.dataset;

import java.util.List;
import java.util.Set;

/** A place datasets come from. */
public sealed interface Source permits FolderSource, JdbcSource {

    /** The name by which all its datasets begin. */
    String id();

    /** Whom to ask about its data. */
    String owner();

    /** Countries, as ISO 3166 codes or groups such as {@code EU}, in which the people live whom its data is about. */
    Set<String> subjectCountries();

    /**
     * Its datasets as they are now, by id. One that was declared and isn't there, or must not be read, is among them with
     * its refusal. Where none can be named since nothing is there, a dataset {@code <source>/*} says so.
     */
    List<Dataset> datasets();

    /** What is declared of its datasets' columns that may point at a person together. */
    DeclaredCombinations combinations();

    /** Whether its datasets are whatever is found there, so that one that was there before and isn't now has gone missing. */
    boolean listsByItself();
}
