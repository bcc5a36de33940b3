package org.trainingaudit.regime;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import javax.tools.ToolProvider;

/** The rules as a programmer would write them: a class with a method each, compiled by javac. */
final class HandWritten {

    private HandWritten() {}

    /** How many of the rules hold. */
    static ToIntFunction<ThirtyFacts> compile(List<RandomRules.Rule> rules)
            throws IOException, ReflectiveOperationException {
        StringBuilder source = new StringBuilder("""
                package org.trainingaudit.regime;
                public final class Rules implements java.util.function.ToIntFunction<ThirtyFacts> {
                    @Override public int applyAsInt(ThirtyFacts u) {
                        int matches = 0;
                """);
        for (int i = 0; i < rules.size(); i++) {
            source.append("        if (rule").append(i).append("(u)) matches++;\n");
        }
        source.append("        return matches;\n    }\n");
        for (int i = 0; i < rules.size(); i++) {
            source.append("    private static boolean rule%d(ThirtyFacts u) { return %s; }%n"
                    .formatted(i, rules.get(i).java()));
        }
        Path folder = Files.createTempDirectory("hand-written");
        Path file = Files.writeString(folder.resolve("Rules.java"), source.append("}\n"));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", folder.toString(), file.toString());
        if (result != 0) throw new IllegalStateException("javac refuses " + file);
        ClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, HandWritten.class.getClassLoader());
        @SuppressWarnings("unchecked") // it implements what its source says
        ToIntFunction<ThirtyFacts> made =
                (ToIntFunction<ThirtyFacts>) loader.loadClass("org.trainingaudit.regime.Rules")
                        .getDeclaredConstructor()
                        .newInstance();
        return made;
    }
}
