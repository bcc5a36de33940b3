/**
 * Which database the program works with, and how it comes to have tables of its release: opened by whoever may, made and
 * upgraded whole or not at all, told in words where it can't be had.
 *
 * <p>Start at {@link Database}: a file of our own where the settings name no server, else PostgreSQL. What a run may commit once
 * the database is open is no matter of this package, but of the lease in {@code audit.operate}.
 */
@NullMarked
package org.trainingaudit.database;

import org.jspecify.annotations.NullMarked;
