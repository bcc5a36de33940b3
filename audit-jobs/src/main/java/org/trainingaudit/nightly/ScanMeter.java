package org.trainingaudit.nightly;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.trainingaudit.dataset.Dataset;

/** Counts what scans of this process have read, for whoever watches it. It is no record. */
@Component
class ScanMeter {

    private final ObjectProvider<MeterRegistry> registry;
    private final DatasetsTonight datasets;

    ScanMeter(ObjectProvider<MeterRegistry> registry, DatasetsTonight datasets) {
        this.registry = registry;
        this.datasets = datasets;
    }

    void scanned(String dataset, DatasetResult result) {
        registry.ifAvailable(meters -> {
            count(meters, "audit.scan.rows", "Rows read by scans", result.read());
            count(meters, "audit.scan.rows.rejected", "Rows that scans could not read", result.rejected());
            long bytes = datasets.find(dataset).map(ScanMeter::bytes).orElse(0L);
            count(meters, "audit.scan.bytes", "Bytes of the files that scans read", bytes);
        });
    }

    private static void count(MeterRegistry meters, String name, String what, long more) {
        Counter.builder(name).description(what).register(meters).increment((double) more);
    }

    private static long bytes(Dataset dataset) {
        return dataset.files().stream().mapToLong(ScanMeter::size).sum();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
