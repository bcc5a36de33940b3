package org.trainingaudit.detection;

import java.util.Optional;

/**
 * All that has been seen in a part of a dataset; parts can be added up in any order and grouping. Can be kept as JSON until the
 * dataset has been read, as {@link SampledGroups} says.
 *
 * @param counts what was counted
 * @param groups how many rows share their values, of a dataset with columns that may single people out together
 */
public record DatasetPart(ProfileCounts counts, Optional<SampledGroups> groups) {}
