package org.trainingaudit.regime;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.trainingaudit.bench.CpuClock;
import org.trainingaudit.bench.Machine;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.FactCatalogue;

/** What loading every pack of a configuration costs: the first time in a Java, and once it's warm. */
final class LoadBench {

    private static final int LOADS = 30;
    private static final int TENTH = 9;
    private static final double NANOS_A_MILLI = 1e6;

    private LoadBench() {}

    public static void main(String[] arguments) {
        Path config = Path.of(System.getProperty("audit.home", "."), "config");
        Faults faults = new Faults();
        ConfigFiles files = ConfigFiles.read(config, faults);
        Taxonomy taxonomy = Taxonomy.load(files, faults);
        FactCatalogue facts = FactCatalogue.load(files, taxonomy, faults);
        double[] millis = new double[LOADS];
        double[] parsing = new double[LOADS];
        int regimes = 0;
        for (int i = 0; i < LOADS; i++) {
            long begin = CpuClock.THREAD.nanos();
            regimes = Regimes.load(files, taxonomy, facts, faults).all().size();
            millis[i] = (CpuClock.THREAD.nanos() - begin) / NANOS_A_MILLI;
            parsing[i] = parse(files, faults);
        }
        faults.throwIfAny();
        System.out.println(Machine.line());
        System.out.printf("%n| load of %d packs | CPU ms | of which YAML to trees |%n| --- | ---: | ---: |%n", regimes);
        System.out.printf("| the first in this Java | %.0f | |%n", millis[0]);
        System.out.printf("| the tenth | %.0f | %.0f |%n", millis[TENTH], parsing[TENTH]);
        System.out.printf("| median of the last ten | %.0f | %.0f |%n", last(millis), last(parsing));
    }

    private static double parse(ConfigFiles files, Faults faults) {
        long begin = CpuClock.THREAD.nanos();
        for (ConfigFile file : files.under("regimes/")) {
            if (!file.name().endsWith(".cases.yaml")) {
                file.parse(faults);
            }
        }
        return (CpuClock.THREAD.nanos() - begin) / NANOS_A_MILLI;
    }

    private static double last(double[] all) {
        double[] sorted = DoubleStream.of(Arrays.copyOfRange(all, LOADS - 10, LOADS))
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }
}
