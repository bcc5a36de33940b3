package org.trainingaudit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trainingaudit.bundle.EvidenceBundle;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.Commitments;
import org.trainingaudit.trail.Entry;
import org.trainingaudit.trail.TrailException;
import org.trainingaudit.trail.TrailReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit bundle}: what an auditor takes away to verify elsewhere. */
@Command(
        name = "bundle",
        description = "Write an evidence bundle: trail, checkpoint, proofs, configuration and the reports of a run.",
        mixinStandardHelpOptions = true)
final class BundleCommand implements Callable<Integer> {

    @Mixin
    private PlacesOptions options;

    @Mixin
    private FormatOption format;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "A zip if it ends in .zip, else a folder.")
    private Path out = Path.of("");

    @Option(names = "--run", paramLabel = "RUN", description = "The run's key (default: the newest published run).")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--disclose",
            paramLabel = "FILE",
            description = "What 'audit trail disclose' printed, a commitment a line: for an auditor who may know it.")
    private Optional<Path> disclosed = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Places places = options.places();
        Answer answer = format.answer();
        if (!Files.exists(places.trail().resolve("checkpoint"))) {
            throw new WrongUse("nothing has been published in '" + places.trail() + "' yet; do 'audit run' first");
        }
        Path log = run.map(key -> logOf(places, key)).orElse(places.trail());
        try {
            EvidenceBundle bundle = EvidenceBundle.of(log, places.reports(), run, disclosures());
            if (out.toString().endsWith(".zip")) {
                bundle.writeZip(out);
            } else {
                bundle.writeFolder(out);
            }
            answer.field("bundle", out.toString())
                    .field("run", bundle.run())
                    .line("Bundle:  " + out + " of run " + bundle.run());
        } catch (FileAlreadyExistsException e) {
            throw new WrongUse("'" + out + "' is already there; name another file with --out");
        } catch (IOException | IllegalArgumentException e) {
            throw new WrongUse("no bundle was written: " + e.getMessage());
        }
        String vkey = Files.readAllLines(log.resolve("keys")).get(0);
        answer.field("vkey", vkey)
                .line("vkey:    " + vkey)
                .print(spec.commandLine().getOut());
        return ExitCode.DONE;
    }

    private List<Commitments.Opening> disclosures() throws IOException {
        if (disclosed.isEmpty()) {
            return List.of();
        }
        try {
            return Files.readAllLines(disclosed.get()).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> Commitments.Opening.read(line.getBytes(StandardCharsets.UTF_8)))
                    .toList();
        } catch (TrailException | IOException e) {
            throw new WrongUse("'" + disclosed.get() + "' isn't what 'audit trail disclose' prints: " + e.getMessage());
        }
    }

    /** The log in which a run was recorded: that of its year, which may be closed. */
    private static Path logOf(Places places, String run) {
        return places.logs().stream().filter(log -> holds(log, run)).findFirst().orElse(places.trail());
    }

    private static boolean holds(Path log, String run) {
        TrailReader reader = TrailReader.of(log);
        for (Entry entry : reader.entries(reader.checkpoint().checkpoint().size())) {
            if (entry.kind().equals("run_open") && entry.run().equals(run)) {
                return true;
            }
        }
        return false;
    }
}
