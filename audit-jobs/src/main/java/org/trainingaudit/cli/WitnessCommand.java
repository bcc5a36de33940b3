package org.trainingaudit.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.trail.TrailException;
import org.trainingaudit.trail.VerifierKey;
import org.trainingaudit.trail.WitnessServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit witness}: a witness that an auditor runs on a machine of the auditor's own. */
@Command(
        name = "witness",
        description = {
            "Be a witness: cosign checkpoints of the logs you name, each only if it extends the one before.",
            "Run it where the log's operator can't reach; it needs no database and keeps only what it signed last."
        },
        mixinStandardHelpOptions = true)
final class WitnessCommand implements Callable<Integer> {

    @Mixin
    private FormatOption format;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:8090",
            description = "Where to listen (default: ${DEFAULT-VALUE}); port 0 takes a free one.")
    private String listen = "";

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "The witness's name, such as witness.example.com/w1.")
    private String name = "";

    @Option(
            names = "--key-file",
            required = true,
            paramLabel = "FILE",
            description = "Its signing key; made at the first start.")
    private Path keyFile = Path.of("");

    @Option(names = "--state", required = true, paramLabel = "DIR", description = "The folder of what it has cosigned.")
    private Path state = Path.of("");

    @Option(
            names = "--log",
            required = true,
            paramLabel = "VKEY",
            description = "The key of a log that it knows. Repeatable.")
    private List<String> logs = List.of();

    @Override
    public Integer call() throws InterruptedException {
        try (WitnessServer server = start()) {
            InetSocketAddress address = server.address();
            String place = "http://" + address.getHostString() + ":" + address.getPort() + "/add-checkpoint";
            format.answer()
                    .field("vkey", server.vkey().toString())
                    .field("listening", place)
                    .line("vkey:      " + server.vkey())
                    .line("listening: " + place)
                    .print(spec.commandLine().getOut());
            CountDownLatch end = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(end::countDown));
            end.await();
            return ExitCode.DONE;
        }
    }

    private WitnessServer start() {
        try {
            List<VerifierKey> known = new ArrayList<>();
            logs.forEach(log -> known.add(VerifierKey.parse(log)));
            return WitnessServer.start(
                    new WitnessServer.Settings(name, keyFile, state, known), address(), Clock.systemUTC());
        } catch (TrailException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new WrongUse("nothing can listen at '" + listen + "': " + e.getMessage());
        }
    }

    private InetSocketAddress address() {
        int colon = listen.lastIndexOf(':');
        try {
            int port = Integer.parseInt(listen.substring(colon + 1));
            String host = listen.substring(0, Math.max(0, colon)).replaceAll("[\\[\\]]", "");
            if (!host.isEmpty() && port >= 0 && port < 1 << 16) {
                return new InetSocketAddress(host, port);
            }
        } catch (NumberFormatException e) {
            // told below, like any other address that is none
        }
        throw new WrongUse("'" + listen + "' is no address to listen at; expected HOST:PORT, such as 127.0.0.1:8090");
    }
}
