package org.trainingaudit.use;

/**
 * One dataset in one training, for one purpose, by one actor, with at most one recipient.
 *
 * @param id the id that its register gives; an observed use has {@code seen-} and 16 hex digits
 * @param dataset the id of the dataset, or empty where the register names none
 * @param training the model-building run that groups uses, or empty where none is named
 * @param state how it came to be known
 * @param facts what is known of it
 */
public record Use(String id, String dataset, String training, UseState state, Facts facts) {}
