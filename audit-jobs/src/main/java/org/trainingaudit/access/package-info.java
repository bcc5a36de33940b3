/**
 * Who may do what: accounts, their roles and their passwords.
 *
 * <p>Start at {@link Accounts}; what a role may do is said once, in {@link Role}, and whose data an account sees in {@link
 * Sights}. None of them knows of the web: the faces ask here, and a handler that names a {@code Sight} is handed it.
 */
@NullMarked
package org.trainingaudit.access;

import org.jspecify.annotations.NullMarked;
