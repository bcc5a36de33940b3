package org.trainingaudit.trail;

import java.time.Instant;

/**
 * How a witness answered when it was last asked.
 *
 * @param witness its name
 * @param cosigned whether it signed
 * @param size the size of the checkpoint it was asked about
 * @param at when
 * @param message what came of it, in words
 */
public record WitnessAnswer(String witness, boolean cosigned, long size, Instant at, String message) {}
