package org.trainingaudit.use;

import org.trainingaudit.taxonomy.Taxonomy;

/** What every form of document is read with. */
record CollectContext(
        FactCatalogue catalogue, Taxonomy taxonomy, TrainingRules rules, Tells tells, Identity identity) {}
