package org.trainingaudit.access;

/**
 * Somebody who may sign in.
 *
 * @param name how they sign in and how the trail names them
 * @param passwordHash the password, hashed; never shown
 * @param role what they may do
 * @param unit the owner whose datasets they see; empty for all
 * @param enabled whether they may sign in now
 * @param organisation whether they sign in with their organisation's provider, and have no password here
 */
public record Account(String name, String passwordHash, Role role, String unit, boolean enabled, boolean organisation) {

    @Override
    public String toString() {
        return name + " (" + role.word() + (enabled ? ")" : ", disabled)");
    }
}
