package org.trainingaudit.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Names;
import org.trainingaudit.taxonomy.Category;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.Checklist;
import org.trainingaudit.use.Checklists;

/**
 * What a run's configuration calls kinds of data. The snapshot was checked when the run took it; what it has no name for stays
 * without one.
 */
final class Vocabulary {

    private final Taxonomy taxonomy;
    private final Checklists checklists;

    Vocabulary(ConfigFiles files) {
        Faults faults = new Faults();
        this.taxonomy = Taxonomy.load(files, faults);
        this.checklists = Checklists.load(files, taxonomy, faults);
    }

    /** The configuration's lists of identifiers. */
    List<Checklist> checklists() {
        return checklists.all();
    }

    Taxonomy taxonomy() {
        return taxonomy;
    }

    Optional<Names> categoryName(String category) {
        return taxonomy.get(category).map(Category::name);
    }

    /** Terms of the Data Privacy Vocabulary for a category; none where it has none. */
    Set<String> dpv(String category) {
        return taxonomy.get(category).map(Category::dpv).orElse(Set.of());
    }
}
