package org.trainingaudit.taxonomy;

import java.util.Optional;
import java.util.Set;
import org.trainingaudit.config.Names;

/**
 * A kind of personal data.
 *
 * @param id a dotted key such as {@code health.medical_history}; published once, never renamed
 * @param parent the wider category, whose id need not be a prefix of this one
 * @param name what people call it
 * @param dpv terms of DPV-PD 2.3 that mean the same or the nearest; empty where DPV has none
 * @param fideslang keys of fideslang that mean the same or the nearest; empty where it has none
 * @param since the product's version that first had it
 * @param heir the category that took its place, if it is retired
 */
public record Category(
        String id,
        Optional<String> parent,
        Names name,
        Set<String> dpv,
        Set<String> fideslang,
        String since,
        Optional<String> heir) {}
