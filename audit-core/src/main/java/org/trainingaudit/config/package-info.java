/**
 * Reading what operators and lawyers write: YAML into records, with every fault told at once and in its place.
 *
 * <p>Start at {@link ConfigFiles#read}, which takes one snapshot of the configuration folder; turn a file of it into a
 * tree with {@link ConfigFile#parse} and the tree into records with {@link Binder}. Faults of syntax, type, constraint
 * and reference are gathered in one {@link Faults}. Most types are public, since each feature reads its own files with them.
 */
@NullMarked
package org.trainingaudit.config;

import org.jspecify.annotations.NullMarked;
