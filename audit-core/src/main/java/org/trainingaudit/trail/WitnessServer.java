package org.trainingaudit.trail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A witness that an auditor runs: it cosigns checkpoints of the logs it knows, each an extension of the one before, and
 * answers anything else with a refusal (C2SP tlog-witness, {@code POST /add-checkpoint}).
 *
 * <p>It needs no database and no other files than its key and its memory. Close it to stop.
 */
public final class WitnessServer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WitnessServer.class.getName());
    private static final String PATH = "/add-checkpoint";
    private static final int THREADS = 4;

    private final HttpServer http;
    private final ExecutorService threads;
    private final SignerLock lock;
    private final VerifierKey vkey;

    private WitnessServer(HttpServer http, ExecutorService threads, SignerLock lock, VerifierKey vkey) {
        this.http = http;
        this.threads = threads;
        this.lock = lock;
        this.vkey = vkey;
    }

    /**
     * How a witness is set up.
     *
     * @param name its name, as it stands in its signatures
     * @param keyFile its key; made at the first start where key and state are both missing
     * @param state the folder of what it has cosigned
     * @param logs the keys of the logs that it knows
     */
    public record Settings(String name, Path keyFile, Path state, List<VerifierKey> logs) {
        public Settings {
            logs = List.copyOf(logs);
            if (logs.isEmpty()) {
                throw new TrailException("a witness has to know the key of at least one log");
            }
            for (VerifierKey log : logs) {
                if (log.type() != VerifierKey.Type.LOG) {
                    throw new TrailException("the key " + log + " is a witness's, not a log's");
                }
            }
        }
    }

    /**
     * Starts to listen.
     *
     * @param address where; port 0 takes a free one
     * @throws TrailException if key and state do not belong together, or another witness works on the state
     * @throws IOException if nothing can listen there
     */
    public static WitnessServer start(Settings settings, InetSocketAddress address, Clock clock) throws IOException {
        limitSlowCallers();
        Disk disk = new RealDisk();
        SigningKey key = key(settings, disk);
        DurableFiles state = new DurableFiles(disk, settings.state());
        SignerLock lock = SignerLock.take(settings.state());
        WitnessDesk desk = new WitnessDesk(settings.name(), key, settings.logs(), state, clock);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "witness");
            thread.setDaemon(true);
            return thread;
        });
        try {
            HttpServer http = HttpServer.create(address, 0);
            http.createContext("/", exchange -> answer(exchange, desk));
            http.setExecutor(threads);
            http.start();
            return new WitnessServer(http, threads, lock, key.witnessKey(settings.name()));
        } catch (IOException e) {
            threads.shutdownNow();
            lock.close();
            throw e;
        }
    }

    /** The JDK's server waits for ever on a caller who dribbles, unless told before its first use. */
    private static void limitSlowCallers() {
        System.getProperties().putIfAbsent("sun.net.httpserver.maxReqTime", "10");
        System.getProperties().putIfAbsent("sun.net.httpserver.maxRspTime", "10");
        System.getProperties().putIfAbsent("sun.net.httpserver.idleInterval", "10");
    }

    private static SigningKey key(Settings settings, Disk disk) throws IOException {
        boolean remembers = !TrailFiles.isEmpty(settings.state());
        if (!Files.exists(settings.keyFile())) {
            if (remembers) {
                throw new TrailException("the key " + settings.keyFile() + " is missing, but " + settings.state()
                        + " shows that this witness has signed before; put the key back from its backup");
            }
            new KeyFiles(disk, settings.keyFile()).make(new SecureRandom());
        }
        Files.createDirectories(settings.state());
        return SigningKey.read(settings.keyFile());
    }

    private static void answer(HttpExchange exchange, WitnessDesk desk) throws IOException {
        try (exchange) {
            WitnessDesk.Answer answer = decide(exchange, desk);
            byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
            String type = answer.status() == 409 ? "text/x.tlog.size" : "text/plain; charset=utf-8";
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(answer.status(), text.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(text);
            }
        }
    }

    private static WitnessDesk.Answer decide(HttpExchange exchange, WitnessDesk desk) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(PATH)) {
            return new WitnessDesk.Answer(404, "a witness answers at " + PATH + "\n");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            return new WitnessDesk.Answer(405, "a checkpoint is sent with POST\n");
        }
        byte[] request = exchange.getRequestBody().readNBytes(WitnessRequest.LARGEST + 1);
        if (request.length > WitnessRequest.LARGEST) {
            return new WitnessDesk.Answer(413, "a request has at most " + WitnessRequest.LARGEST + " bytes\n");
        }
        try {
            return desk.addCheckpoint(request);
        } catch (TrailException | UncheckedIOException e) {
            LOG.log(Level.SEVERE, "nothing was signed", e);
            return new WitnessDesk.Answer(500, "this witness has a fault and signed nothing\n");
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return http.getAddress();
    }

    /** The key by which its signatures are checked. */
    public VerifierKey vkey() {
        return vkey;
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        lock.close();
    }
}
