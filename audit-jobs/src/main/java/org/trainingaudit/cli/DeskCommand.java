package org.trainingaudit.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.trainingaudit.nightly.Progress;
import org.trainingaudit.operate.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * A command that acts at a {@link Desk} and prints what came of it.
 *
 * @param <D> what it can do there
 */
abstract class DeskCommand<D> implements Callable<Integer> {

    private final Desk<D> desk;

    @Mixin
    private PlacesOptions options;

    @ParentCommand
    private AuditCommand parent;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FormatOption format;

    DeskCommand(Desk<D> desk) {
        this.desk = desk;
    }

    PlacesOptions options() {
        return options;
    }

    /** Does the work at the desk. */
    <R> R act(Progress progress, Function<D, R> work) {
        return desk.act(parent, options, progress, work);
    }

    /** Does the work at the desk; what takes long isn't told. */
    <R> R act(Function<D, R> work) {
        return act(Progress.SILENT, work);
    }

    /**
     * Prints documents, each as JSON or as a line for people.
     *
     * @param things what they are, for whoever sees none
     */
    <T> int print(List<? extends T> documents, String things, Function<T, String> line) {
        if (documents.isEmpty()) {
            say("There are no " + things + ".");
        }
        PrintWriter out = spec.commandLine().getOut();
        documents.forEach(document -> format.print(out, document, () -> line.apply(document)));
        out.flush();
        return ExitCode.DONE;
    }

    /** Says a line to people. */
    void say(String line) {
        format.say(spec.commandLine(), line);
    }
}
