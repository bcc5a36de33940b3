package org.trainingaudit.cli;

/** How a command prints its results. */
enum OutputFormat {
    TABLE,
    CSV,
    JSON
}
