package org.trainingaudit;

import java.io.IOException;
import java.lang.management.ManagementFactory;
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

    /** The program of this clone, started in another folder. */
    static Child elsewhere(Path folder, String... arguments) throws IOException, InterruptedException {
        String home = Path.of("").toAbsolutePath().toString();
        return ended(command(List.of("-Daudit.home=" + home), arguments).directory(folder.toFile()));
    }

    private static Child audit(Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder command = command(List.of(), arguments);
        command.environment().putAll(variables);
        return ended(command);
    }

    /** This JVM's program, with the compiler, collector and checks that this one has. */
    static List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:"))
                .forEach(command::add);
        return command;
    }

    /** One that isn't started yet. */
    static ProcessBuilder command(List<String> properties, String... arguments) {
        List<String> command = java();
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(properties);
        command.add(AuditApplication.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    private static Child ended(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Child(process.waitFor(), output);
    }
}
