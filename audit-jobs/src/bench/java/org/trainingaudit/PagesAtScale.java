package org.trainingaudit;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.FileSystemUtils;
import org.trainingaudit.access.Accounts;
import org.trainingaudit.access.Role;
import org.trainingaudit.bench.Machine;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.view.Projection;
import serving.Clocked;

/**
 * Measures each page and each list of the API over HTTP on an estate of many uses: a real night of 2,000 generated uses under
 * the shipped regimes, copied in the tables that pages read. Arguments: how many uses (1000000), the folder to work in (which
 * may hold an enlarged estate already), and {@code postgres} for PostgreSQL instead of the embedded database.
 */
final class PagesAtScale {

    private static final int REAL = 2_000;
    private static final int ROUNDS = 10;
    private static final String RUN = "manual/2026-11-21/1";

    private final Map<String, List<Double>> walls = new LinkedHashMap<>();
    private final Map<String, List<Double>> cpus = new LinkedHashMap<>();
    private final Served served;

    private PagesAtScale(Served served) {
        this.served = served;
    }

    public static void main(String[] arguments) throws Exception {
        int uses = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("pages-at-scale");
        boolean postgres = arguments.length > 2 && arguments[2].equals("postgres");
        Clocked.set("2026-11-21T03:00:00Z");
        Estate estate = estate(folder);
        Optional<Server> server = postgres ? Optional.of(Server.start()) : Optional.empty();
        if (server.isPresent()) {
            server.get().database("pages");
            String settings = Files.readString(estate.path("config/application.yaml"));
            estate.write("config/application.yaml", settings + server.get().ownersSettings(estate, "pages"));
        }
        try (Served served = Served.of(estate)) {
            fill(served, uses);
            new PagesAtScale(served).measure(uses);
        }
        if (server.isPresent()) {
            server.get().close();
        }
    }

    private static Estate estate(Path folder) throws IOException {
        FileSystemUtils.deleteRecursively(folder.resolve("config"));
        Estate estate = Estate.shipped(folder);
        new GeneratedRegister(REAL).write(folder.resolve("registers"), REAL, 0);
        String sources = Files.readString(estate.path("config/sources.yaml"));
        String rare = """
                  - id: rare
                    kind: folder
                    path: config/demo/vendor
                    owner: rare-unit
                    subjectCountries: [JP]
                    datasets:
                      - {name: one, file: weather.csv}
                """;
        int registers = sources.indexOf("\nregisters:") + 1;
        estate.write(
                "config/sources.yaml",
                sources.substring(0, registers) + rare + "registers:\n  - " + folder.resolve("registers/register-1.csv")
                        + "\n");
        estate.write("config/application.yaml", "audit:\n  nightly: {partitions: 2, chunk-size: 500}\n");
        return estate;
    }

    private static void fill(Served served, int uses) throws InterruptedException {
        EnlargedEstate estate = new EnlargedEstate(
                served.context.get(JdbcTemplate.class), served.context.get(PlatformTransactionManager.class));
        Accounts accounts = served.context.get(Accounts.class);
        if (estate.uses() == 0) {
            Operations operations = served.context.get(Operations.class);
            operations.start(RunRequest.everything(), new By("operator-1", "bench"), Optional.empty());
            operations.awaitIdle();
            served.context.get(Projection.class).catchUp();
            String finding = finding(served);
            served.call(
                    "dpo-1",
                    "POST",
                    "/api/v1/waivers",
                    "{\"finding\":\"" + finding + "\",\"reason\":\"ticket 1\",\"until\":\"2027-01-15\"}");
            Served.Person dpo = served.person("dpo-1");
            dpo.post(
                    "/uses/attest",
                    "id=use-1&fact=consentCoversAiTraining&value=true&evidence=T-1&until=2027-11-21",
                    dpo.token("/use?id=use-1"));
            accounts.add("unit-auditor", Role.AUDITOR, "model-risk@bank", Served.PASSWORD);
            accounts.add("rare-auditor", Role.AUDITOR, "rare-unit", Served.PASSWORD);
        }
        long began = System.nanoTime();
        estate.enlargeTo(uses);
        System.err.printf("filled in %.0f s%n", (System.nanoTime() - began) / 1e9);
        List.of("view_use", "view_verdict", "finding", "view_dataset")
                .forEach(table -> System.err.printf(Locale.ROOT, "%s: %,d rows%n", table, estate.count(table)));
    }

    private static String finding(Served served) {
        String page = served.get("auditor-1", "/api/v1/findings?limit=1").body();
        return page.replaceFirst("(?s).*?\"id\":\"([0-9a-f]{16})\".*", "$1");
    }

    private void measure(int uses) {
        List<String> pages = pages(finding(served));
        for (String account : List.of("auditor-1", "unit-auditor", "rare-auditor")) {
            Served.Person person = served.person(account);
            for (int round = 0; round < ROUNDS + 1; round++) {
                for (String page : pages) {
                    HttpResponse<String> answer = timed(account, page, person);
                    if (round == 0 && answer.statusCode() != 200 && account.equals("auditor-1")) {
                        System.err.println(answer.statusCode() + " " + page);
                    }
                }
            }
        }
        System.out.println(Machine.line() + "; " + uses + " uses\n");
        System.out.println("| page | account | wall ms, median | p95 | CPU ms, median | p95 |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: |");
        walls.keySet().forEach(this::row);
    }

    private HttpResponse<String> timed(String account, String page, Served.Person person) {
        String name = page + " | " + account;
        long cpu = serverCpu();
        long began = System.nanoTime();
        HttpResponse<String> answer = page.startsWith("/api/") ? served.get(account, page) : person.get(page);
        walls.computeIfAbsent(name, fresh -> new ArrayList<>()).add((System.nanoTime() - began) / 1e6);
        cpus.computeIfAbsent(name, fresh -> new ArrayList<>()).add((serverCpu() - cpu) / 1e6);
        return answer;
    }

    /** What the threads that answer have used so far, in nanoseconds; the embedded database works in them. */
    private static long serverCpu() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Stream.of(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("http-nio"))
                .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.getThreadId())))
                .sum();
    }

    private void row(String name) {
        List<Double> wall = warm(walls, name);
        List<Double> cpu = warm(cpus, name);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %.0f |%n",
                name,
                wall.get(wall.size() / 2),
                wall.get((int) Math.ceil(wall.size() * 0.95) - 1),
                cpu.get(cpu.size() / 2),
                cpu.get((int) Math.ceil(cpu.size() * 0.95) - 1));
    }

    /** Without the first round. */
    private static List<Double> warm(Map<String, List<Double>> times, String name) {
        List<Double> all = times.getOrDefault(name, List.of());
        return all.subList(1, all.size()).stream().sorted().toList();
    }

    private static List<String> pages(String finding) {
        List<String> pages = new ArrayList<>(List.of(
                "/",
                "/runs",
                "/runs/" + RUN,
                "/datasets",
                "/datasets?after=bank/customers-3",
                "/dataset?id=bank/customers-7",
                "/use?id=c000007-use-100",
                "/finding?id=" + finding,
                "/regimes",
                "/regimes/jp-appi",
                "/what-changes",
                "/reports",
                "/trail",
                "/trail?before=300"));
        for (String list : List.of("/uses", "/api/v1/uses")) {
            for (String query : List.of(
                    "",
                    "after=c000250-use-1500",
                    "verdict=violation",
                    "verdict=compliant",
                    "regime=jp-appi",
                    "regime=jp-appi&verdict=violation",
                    "regime=eu-gdpr&verdict=compliant",
                    "regime=jp-appi-2026&after=c000250-use-1500",
                    "dataset=bank/customers-7",
                    "dataset=bank/customers-7&verdict=violation",
                    "dataset=bank/customers-7&regime=jp-appi",
                    "dataset=bank/customers-7&regime=eu-gdpr&verdict=compliant",
                    "dataset=none/such&regime=jp-appi")) {
                pages.add(list + "?" + query);
            }
        }
        for (String list : List.of("/findings", "/api/v1/findings")) {
            for (String query : List.of(
                    "state=open",
                    "state=waived",
                    "state=unwaived&regime=cn-pipl",
                    "state=closed",
                    "state=closed&regime=jp-appi",
                    "state=open&regime=jp-appi&after=000300",
                    "state=&use=c000007-use-100")) {
                pages.add(list + "?" + query);
            }
        }
        pages.addAll(List.of(
                "/api/v1/runs",
                "/api/v1/runs/" + RUN,
                "/api/v1/runs/" + RUN + "/steps",
                "/api/v1/uses/c000007-use-100",
                "/api/v1/uses/c000007-use-100/verdicts",
                "/api/v1/datasets",
                "/api/v1/datasets/bank/customers-7/classifications",
                "/api/v1/waivers",
                "/api/v1/regimes",
                "/api/v1/reports?run=" + RUN));
        return pages;
    }
}
