package org.trainingaudit.use;

/**
 * A fact of a use that somebody vouched for by itself, not in a register.
 *
 * @param number by which it can be taken back
 * @param use the use's id
 * @param fact the fact, with its {@link Fact#attestation()}
 */
public record Attested(long number, String use, Fact fact) {}
