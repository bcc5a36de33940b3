package org.trainingaudit.bench;

/**
 * What the first contender owes: at least so many times the rate of another one.
 *
 * @param against the other contender's name
 * @param atLeast the ratio owed
 */
public record Goal(String against, double atLeast) {}
