package org.trainingaudit.use;

/**
 * What is declared of a use, beside what was seen.
 *
 * @param use the use's id
 * @param what what is contradicted, one word for one contradiction of a use: {@code identifiability}, {@code dataset},
 *     {@code solePurposeStatistical}, {@code categories/health.treatment}
 * @param claimed what is declared
 * @param observed what was seen
 * @param evidence what the observation rests on; never a value from the dataset
 */
public record Contradiction(String use, String what, String claimed, String observed, String evidence) {}
