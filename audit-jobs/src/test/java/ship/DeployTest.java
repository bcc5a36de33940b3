package ship;

import static org.assertj.core.api.Assertions.assertThat;
import static ship.Manifests.array;
import static ship.Manifests.at;
import static ship.Manifests.list;
import static ship.Manifests.name;
import static ship.Manifests.pod;
import static ship.Manifests.strings;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.config.Faults;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;

/** Manifests name only what is there: ports, files, secrets, probes; and give no right that isn't needed. */
class DeployTest {

    private static final Path DEPLOY = Path.of("config/deploy");

    private static final Pattern SECRET = Pattern.compile("--from-file=(?<key>[a-z-]+)");

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

    /** Behind it stands which Java there is. */

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
}
