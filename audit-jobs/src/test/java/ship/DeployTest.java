package ship;

import static org.assertj.core.api.Assertions.assertThat;
import static ship.Manifests.array;
import static ship.Manifests.at;
import static ship.Manifests.list;
import static ship.Manifests.name;
import static ship.Manifests.pod;
import static ship.Manifests.strings;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.AuditApplication;
import org.trainingaudit.cli.AuditCommand;
import org.trainingaudit.config.Faults;
import org.trainingaudit.setup.CodeVersion;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;

/** Manifests and units name only what is there: options, ports, files, secrets, probes; and give no right that isn't needed. */
class DeployTest {

    private static final Path DEPLOY = Path.of("config/deploy");
    private static final Pattern SECRET = Pattern.compile("--from-file=(?<key>[a-z-]+)");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

    private Manifests manifests;

    @TempDir
    Path folder;

    @BeforeEach
    void read() throws IOException {
        manifests = new Manifests(DEPLOY.resolve("kubernetes"));
    }

    @Test
    void haveTheShapeThatKubernetesWants() throws IOException {
        assertThat(manifests.objects()).hasSizeGreaterThan(10);
        for (JsonObject object : manifests.objects()) {
            assertThat(Manifests.refusal(object)).as(name(object)).isEmpty();
        }
        assertThat(manifests.leftOver()).isEmpty();
    }

    @Test
    void refuseAWordThatKubernetesDoesNotKnow() {
        JsonObject wrong = manifests.workloads().get(0).deepCopy();
        at(wrong, "spec", "template", "spec").addProperty("restartPolic", "Always");

        assertThat(Manifests.refusal(wrong)).contains("restartPolic");
    }

    @Test
    void giveNoContainerMoreRightsThanItNeeds() {
        for (JsonObject workload : manifests.workloads()) {
            JsonObject pod = pod(workload);
            assertThat(pod.get("automountServiceAccountToken").getAsBoolean())
                    .as(name(workload))
                    .isFalse();
            assertThat(at(pod, "securityContext").get("runAsNonRoot").getAsBoolean())
                    .isTrue();
            assertThat(at(pod, "securityContext", "seccompProfile").get("type").getAsString())
                    .isEqualTo("RuntimeDefault");
            for (JsonObject container : list(pod, "containers")) {
                JsonObject context = at(container, "securityContext");
                assertThat(context.get("allowPrivilegeEscalation").getAsBoolean())
                        .isFalse();
                assertThat(context.get("readOnlyRootFilesystem").getAsBoolean()).isTrue();
                assertThat(array(at(context, "capabilities"), "drop").toString())
                        .isEqualTo("[\"ALL\"]");
                assertThat(at(container, "resources", "limits").has("memory")).isTrue();
            }
        }
    }

    @Test
    void mountOnlyWhatIsThere() {
        Set<String> claims = strings(metadata(manifests.ofKind("PersistentVolumeClaim")), "name");
        for (JsonObject workload : manifests.workloads()) {
            JsonObject pod = pod(workload);
            Set<String> volumes = new TreeSet<>(strings(list(pod, "volumes"), "name"));
            volumes.addAll(strings(metadata(list(at(workload, "spec"), "volumeClaimTemplates")), "name"));
            for (JsonObject container : list(pod, "containers")) {
                assertThat(strings(list(container, "volumeMounts"), "name"))
                        .as(name(workload))
                        .isEqualTo(volumes);
            }
            for (JsonObject volume : list(pod, "volumes")) {
                mounted(volume, claims, pod);
            }
        }
    }

    private static List<JsonObject> metadata(List<JsonObject> objects) {
        return objects.stream().map(object -> at(object, "metadata")).toList();
    }

    private void mounted(JsonObject volume, Set<String> claims, JsonObject pod) {
        if (volume.has("persistentVolumeClaim")) {
            assertThat(claims)
                    .contains(
                            at(volume, "persistentVolumeClaim").get("claimName").getAsString());
        }
        if (volume.has("configMap")) {
            Set<String> keys =
                    manifests.configuration(at(volume, "configMap").get("name").getAsString());
            assertThat(keys).isNotEmpty();
            list(pod, "containers").stream()
                    .flatMap(container -> list(container, "volumeMounts").stream())
                    .filter(mount -> mount.has("subPath") && mount.get("name").equals(volume.get("name")))
                    .forEach(mount ->
                            assertThat(keys).contains(mount.get("subPath").getAsString()));
        }
    }

    /** Secrets are made by hand from files, as the guide says; none stands here, and none has a usual value. */
    @Test
    void takeEachSecretFromWhereTheGuideMakesIt() throws IOException {
        Set<String> made = new TreeSet<>();
        Matcher matcher = SECRET.matcher(Files.readString(Path.of("docs/installing.md")));
        while (matcher.find()) {
            made.add(matcher.group("key"));
        }
        String everything = manifests.objects().toString();
        assertThat(manifests.ofKind("Secret")).isEmpty();
        Set<String> named = new TreeSet<>();
        Matcher used = Pattern.compile("\"key\":\"([a-z-]+)\"|/run/secrets/(?:audit|postgres)/([a-z-]+)")
                .matcher(everything.replace("\"key\":\"part\"", "") + settings());
        while (used.find()) {
            named.add(used.group(1) == null ? used.group(2) : used.group(1));
        }
        assertThat(named).isEqualTo(made);
    }

    private static String settings() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(DEPLOY.resolve("kubernetes/settings"))) {
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    @Test
    void reachEachOtherByPortsThatSomethingListensOn() {
        for (JsonObject service : manifests.ofKind("Service")) {
            List<JsonObject> behind = manifests.selected(at(service, "spec", "selector"));
            assertThat(behind).as(name(service)).hasSize(1);
            for (JsonObject port : list(at(service, "spec"), "ports")) {
                assertThat(ports(behind.get(0), "name"))
                        .contains(port.get("targetPort").getAsString());
            }
        }
        for (JsonObject policy : manifests.ofKind("NetworkPolicy")) {
            for (JsonObject rule : list(at(policy, "spec"), "ingress")) {
                JsonObject receiver = manifests
                        .selected(at(policy, "spec", "podSelector", "matchLabels"))
                        .get(0);
                assertThat(ports(receiver, "containerPort")).containsAll(strings(list(rule, "ports"), "port"));
            }
        }
        for (JsonObject budget : manifests.ofKind("PodDisruptionBudget")) {
            assertThat(manifests.selected(at(budget, "spec", "selector", "matchLabels")))
                    .as(name(budget))
                    .hasSize(1);
        }
    }

    private static Set<String> ports(JsonObject workload, String what) {
        return strings(
                list(pod(workload), "containers").stream()
                        .flatMap(container -> list(container, "ports").stream())
                        .toList(),
                what);
    }

    @Test
    void asksForHealthWhereTheProgramTellsIt() {
        for (JsonObject workload : manifests.workloads()) {
            for (JsonObject container : list(pod(workload), "containers")) {
                for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                    JsonObject get = at(container, probe, "httpGet");
                    if (get.has("path")) {
                        assertThat(get.get("path").getAsString())
                                .isIn("/actuator/health/liveness", "/actuator/health/readiness");
                        assertThat(ports(workload, "name"))
                                .contains(get.get("port").getAsString());
                    }
                }
            }
        }
    }

    @Test
    void startTheProgramOfThisReleaseWithOptionsThatItKnows() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String command : List.of("serve", "run")) {
            OPTION.matcher(help(command)).results().forEach(found -> known.add(found.group()));
        }
        for (JsonObject workload : manifests.workloads()) {
            for (JsonObject container : list(pod(workload), "containers")) {
                String image = container.get("image").getAsString();
                if (image.startsWith("training-audit:")) {
                    assertThat(image).isEqualTo("training-audit:" + CodeVersion.VALUE);
                    assertThat(options(array(container, "args").toString()))
                            .as(name(workload))
                            .isSubsetOf(known);
                }
            }
        }
        for (Path unit : units()) {
            String start = Files.readString(unit)
                    .lines()
                    .filter(line -> line.startsWith("ExecStart="))
                    .findFirst()
                    .orElseThrow();
            assertThat(options(start)).as(unit.toString()).isSubsetOf(known);
        }
    }

    /** Behind it stands which Java there is. */
    @Test
    void nameTheArchiveByTheRelease() throws Exception {
        Path audit = folder.resolve("audit");
        Files.writeString(audit, "#!/bin/sh\ncat <<'END'\n" + told("--version") + "END\n");
        Files.setPosixFilePermissions(audit, PosixFilePermissions.fromString("rwxr-xr-x"));
        String lines = Files.readAllLines(DEPLOY.resolve("make")).stream()
                .filter(line -> line.startsWith("version="))
                .collect(Collectors.joining("\n"));
        Process made = new ProcessBuilder("sh", "-c", "home=" + folder + "\n" + lines + "\necho $version").start();
        assertThat(new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(CodeVersion.VALUE + "\n");
    }

    private static Set<String> options(String text) {
        Set<String> options = new TreeSet<>();
        OPTION.matcher(text).results().forEach(found -> options.add(found.group()));
        return options;
    }

    private static String help(String command) {
        return told(command, "--help");
    }

    private static String told(String... arguments) {
        PrintStream real = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            AuditCommand.execute(AuditApplication.class, arguments);
        } finally {
            System.setOut(real);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Path> units() throws IOException {
        try (Stream<Path> files = Files.list(DEPLOY.resolve("systemd"))) {
            return files.filter(file -> file.toString().endsWith(".service"))
                    .sorted()
                    .toList();
        }
    }

    /** As the installation has it, with the cluster's settings over those that ship: no fault. */
    @Test
    void haveSettingsWithoutAFault() throws IOException {
        Path config = folder.resolve("config");
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(file);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        for (String file : manifests.configuration("audit-config")) {
            Files.writeString(
                    config.resolve(file),
                    Files.readString(DEPLOY.resolve("kubernetes/settings").resolve(file)));
        }
        Faults faults = new Faults();

        Configuration.load(new Places(config, folder.resolve("var")), faults);

        assertThat(faults.all()).isEmpty();
    }

    @Test
    void closeEachUnitAsTheOthers() throws IOException {
        for (Path unit : units()) {
            String text = Files.readString(unit);
            assertThat(text.lines())
                    .as(unit.toString())
                    .contains(
                            "User=training-audit",
                            "NoNewPrivileges=yes",
                            "ProtectSystem=strict",
                            "PrivateDevices=yes",
                            "RestrictNamespaces=yes",
                            "CapabilityBoundingSet=",
                            "SystemCallFilter=@system-service");
        }
    }
}
