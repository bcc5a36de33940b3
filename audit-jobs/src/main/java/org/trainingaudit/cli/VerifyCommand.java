package org.trainingaudit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trainingaudit.trail.TrailException;
import org.trainingaudit.trail.TrailVerifier;
import org.trainingaudit.trail.VerifierKey;
import org.trainingaudit.trail.VerifyOptions;
import org.trainingaudit.trail.VerifyReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code audit verify}: whether a trail, a bundle or a proof is genuine; needs neither database nor network. */
@Command(
        name = "verify",
        description = {
            "Verify a trail, an evidence bundle (folder or zip) or a single .tlog-proof, offline.",
            "Bring the key from elsewhere: a key found beside the log proves nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:verified",
            "1:tampered or invalid",
            "2:something is missing",
            "3:wrong use",
            "4:rollback or fork against the checkpoint given with --since",
            "5:unauthenticated: no key was given"
        },
        exitCodeOnInvalidInput = VerifyCommand.WRONG_USE,
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    static final int WRONG_USE = 3;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "PATH", description = "The trail's folder, a bundle, or a proof.")
    private Path path = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description = "A verifier key of the log or of a witness. Repeatable.")
    private List<String> keys = List.of();

    @Option(names = "--since", paramLabel = "CHECKPOINT", description = "A checkpoint that you kept earlier.")
    private Optional<Path> since = Optional.empty();

    @Option(names = "--policy", paramLabel = "FILE", description = "A witness policy (tlog-policy) to require.")
    private Optional<Path> policy = Optional.empty();

    @Option(names = "--entry", paramLabel = "FILE", description = "The entry's bytes, for a single proof.")
    private Optional<Path> entry = Optional.empty();

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        try {
            VerifyReport report = TrailVerifier.verify(path, new VerifyOptions(parsedKeys(), since, policy, entry));
            String text = format.isJson()
                    ? JsonMapper.shared().writeValueAsString(report.fields()) + System.lineSeparator()
                    : report.text();
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return report.exitCode();
        } catch (TrailException e) {
            spec.commandLine().getErr().println("audit: --key: " + e.getMessage());
            return WRONG_USE;
        }
    }

    private List<VerifierKey> parsedKeys() {
        List<VerifierKey> parsed = new ArrayList<>();
        keys.forEach(key -> parsed.add(VerifierKey.parse(key)));
        return parsed;
    }
}
