/**
 * The pages. Start at {@link ConsoleFace}; each page is a class and a template of its name, and each handler parses, asks,
 * renders.
 */
@NullMarked
package org.trainingaudit.console;

import org.jspecify.annotations.NullMarked;
