package org.trainingaudit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A command in a JVM of its own, with what came of it. */
record Child(int code, String output) {

    /** Variables for a command. */
    record Environment(Map<String, String> variables) {

        Child audit(String... arguments) throws IOException, InterruptedException {
            return Child.audit(variables, arguments);
        }
    }

    static Environment with(String... names) {
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < names.length; i += 2) {
            variables.put(names[i], names[i + 1]);
        }
        return new Environment(variables);
    }

    static Child audit(String... arguments) throws IOException, InterruptedException {
        return audit(Map.of(), arguments);
    }

    private static Child audit(Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AuditApplication.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Child(process.waitFor(), output);
    }
}
