/**
 * The REST face of the audit, under {@code /api/v1}. Start at {@link ApiFace}; each resource is a class, and each handler
 * parses, asks, answers.
 */
@NullMarked
package org.trainingaudit.api;

import org.jspecify.annotations.NullMarked;
