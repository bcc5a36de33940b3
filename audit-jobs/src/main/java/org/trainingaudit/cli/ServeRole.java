package org.trainingaudit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.api.ApiFace;
import org.trainingaudit.cluster.ManagerFace;
import org.trainingaudit.cluster.Together;
import org.trainingaudit.cluster.WorkerFace;
import org.trainingaudit.console.ConsoleFace;
import org.trainingaudit.schedule.ConfigurationFace;
import org.trainingaudit.schedule.ScheduleFace;
import org.trainingaudit.setup.Configuration;

/** What a serving program does of all there is to do. */
enum ServeRole {
    /** Everything, with threads of its own. */
    ALL,
    /** Everything but the shares of scan and judge, which it deals to workers. */
    MANAGER,
    /** Nothing but such shares. */
    WORKER;

    List<Class<?>> faces() {
        return switch (this) {
            case ALL -> List.of(ApiFace.class, ConsoleFace.class, ScheduleFace.class);
            case MANAGER -> List.of(ApiFace.class, ConsoleFace.class, ScheduleFace.class, ManagerFace.class);
            case WORKER -> List.of(WorkerFace.class, ConfigurationFace.class);
        };
    }

    /** Whether people and commands turn to it. */
    boolean isAsked() {
        return this != WORKER;
    }

    /** What it is to know of the configuration: tables are brought up to date by the manager alone. */
    Configuration needed(Configuration configuration) {
        return this == WORKER ? configuration.withoutDatabaseOwner() : configuration;
    }

    /**
     * What its faces are told.
     *
     * @throws WrongUse where something is missing that it needs
     */
    List<String> arguments(Configuration configuration, Optional<Path> keyFile) {
        if (this == ALL) {
            return List.of();
        }
        try {
            return Together.require(configuration.settings(), keyFile);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }
}
