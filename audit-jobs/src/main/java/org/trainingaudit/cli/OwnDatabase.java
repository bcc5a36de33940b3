package org.trainingaudit.cli;

import java.util.function.Function;
import java.util.function.Supplier;
import org.trainingaudit.database.DatabaseDisk;
import org.trainingaudit.nightly.Progress;
import org.trainingaudit.operate.AuditContext;

/** The database, open in this process for as long as a command takes. That its disk failed is told in words. */
final class OwnDatabase {

    private final AuditCommand parent;
    private final PlacesOptions options;
    private final Progress progress;

    OwnDatabase(AuditCommand parent, PlacesOptions options, Progress progress) {
        this.parent = parent;
        this.options = options;
        this.progress = progress;
    }

    <R> R with(Function<AuditContext, R> work) {
        return opened(
                () -> AuditContext.start(parent.application(), options.places(), options.configuration(), progress),
                work);
    }

    /** The same, alone with the database and the trail. */
    <R> R alone(Function<AuditContext, R> work) {
        return opened(
                () -> AuditContext.startAlone(
                        parent.application(), options.places(), options.configuration(), progress),
                work);
    }

    private <R> R opened(Supplier<AuditContext> start, Function<AuditContext, R> work) {
        try (AuditContext context = start.get()) {
            return work.apply(context);
        } catch (RuntimeException e) {
            throw DatabaseDisk.fault(options.places(), e)
                    .map(RuntimeException.class::cast)
                    .orElse(e);
        }
    }
}
