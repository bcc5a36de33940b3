package ship;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The Kubernetes manifests as trees, with the questions that their test asks of them. */
final class Manifests {

    private final Path folder;
    private final JsonObject kustomization;
    private final List<JsonObject> objects = new ArrayList<>();

    Manifests(Path folder) throws IOException {
        this.folder = folder;
        this.kustomization = documents(folder.resolve("kustomization.yaml")).get(0);
        for (JsonElement resource : array(kustomization, "resources")) {
            objects.addAll(documents(folder.resolve(resource.getAsString())));
        }
    }

    private static List<JsonObject> documents(Path file) throws IOException {
        List<JsonObject> trees = new ArrayList<>();
        for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(Files.readString(file))) {
            trees.add(new Gson().toJsonTree(document).getAsJsonObject());
        }
        return trees;
    }

    List<JsonObject> objects() {
        return objects;
    }

    /** Files of the folder that are applied to nothing. */
    Set<String> leftOver() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> names.add(file.getFileName().toString()));
        }
        array(kustomization, "resources").forEach(name -> names.remove(name.getAsString()));
        names.remove("kustomization.yaml");
        return names;
    }

    /** What Kubernetes would refuse of an object by its shape; empty where it is well formed. */
    static String refusal(JsonObject object) {
        String shape =
                "io.kubernetes.client.openapi.models.V1" + object.get("kind").getAsString();
        try {
            Class.forName(shape)
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, object);
            return "";
        } catch (InvocationTargetException e) {
            return e.getTargetException().getMessage();
        } catch (ReflectiveOperationException e) {
            return "no such kind: " + shape;
        }
    }

    List<JsonObject> ofKind(String... kinds) {
        return objects.stream()
                .filter(object -> Set.of(kinds).contains(object.get("kind").getAsString()))
                .toList();
    }

    List<JsonObject> workloads() {
        return ofKind("Deployment", "StatefulSet");
    }

    static JsonObject pod(JsonObject workload) {
        return at(workload, "spec", "template", "spec");
    }

    /** Those workloads whose pods a selector's labels choose. */
    List<JsonObject> selected(JsonObject labels) {
        return workloads().stream()
                .filter(workload -> at(workload, "spec", "template", "metadata", "labels")
                        .entrySet()
                        .containsAll(labels.entrySet()))
                .toList();
    }

    /** The keys of a configuration map that the kustomization makes of files; a fault where a file isn't there. */
    Set<String> configuration(String name) {
        Set<String> keys = new TreeSet<>();
        for (JsonElement map : array(kustomization, "configMapGenerator")) {
            if (map.getAsJsonObject().get("name").getAsString().equals(name)) {
                array(map.getAsJsonObject(), "files").forEach(file -> keys.add(key(file.getAsString())));
            }
        }
        return keys;
    }

    private String key(String file) {
        int equals = file.indexOf('=');
        Path named = folder.resolve(file.substring(equals + 1));
        if (!Files.isRegularFile(named)) {
            throw new IllegalStateException("no file '" + named + "'");
        }
        return file.substring(0, equals);
    }

    static JsonObject at(JsonObject from, String... path) {
        JsonObject node = from;
        for (String name : path) {
            node = node.has(name) ? node.getAsJsonObject(name) : new JsonObject();
        }
        return node;
    }

    static JsonArray array(JsonObject from, String name) {
        return from.has(name) ? from.getAsJsonArray(name) : new JsonArray();
    }

    static List<JsonObject> list(JsonObject from, String name) {
        return StreamSupport.stream(array(from, name).spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    static Set<String> strings(List<JsonObject> from, String name) {
        Set<String> values = new TreeSet<>();
        from.stream()
                .filter(each -> each.has(name))
                .forEach(each -> values.add(each.get(name).getAsString()));
        return values;
    }

    static String name(JsonObject object) {
        return object.get("kind").getAsString() + "/"
                + at(object, "metadata").get("name").getAsString();
    }
}
