package org.trainingaudit.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an account is for, and so what it may do. */
public enum Role {
    /** Reads, downloads, verifies. */
    AUDITOR,
    /** Starts, stops, restarts and recovers runs. */
    OPERATOR,
    /** A tool that hands over lineage events; it sees nothing. */
    COLLECTOR,
    /** Attests facts, asks for waivers and decides on those that another asked for. */
    DATA_PROTECTION_OFFICER,
    /** Keeps the accounts, and does what operators do; neither attests nor waives. */
    ADMINISTRATOR;

    /** What it may do. */
    public Set<Permission> permissions() {
        return switch (this) {
            case AUDITOR -> EnumSet.of(Permission.READ);
            case OPERATOR -> EnumSet.of(Permission.READ, Permission.OPERATE);
            case COLLECTOR -> EnumSet.of(Permission.HAND_OVER);
            case DATA_PROTECTION_OFFICER -> EnumSet.of(Permission.READ, Permission.ATTEST, Permission.WAIVE);
            case ADMINISTRATOR -> EnumSet.of(Permission.READ, Permission.OPERATE, Permission.ADMINISTER);
        };
    }

    /** The word in commands, files and answers, such as {@code data-protection-officer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of that word. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
