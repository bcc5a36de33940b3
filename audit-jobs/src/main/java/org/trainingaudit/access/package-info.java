/**
 * Who may do what: accounts, their roles and their passwords.
 *
 * <p>Start at {@link Accounts}; what a role may do is said once, in {@link Role}. Neither knows of the web: the faces ask
 * here.
 */
@NullMarked
package org.trainingaudit.access;

import org.jspecify.annotations.NullMarked;
