package org.trainingaudit.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trainingaudit.database.DatabaseInUse;
import org.trainingaudit.nightly.Progress;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.operate.TrailCare;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.trail.Checkpoint;
import org.trainingaudit.trail.Commitments;
import org.trainingaudit.trail.SignedCheckpoint;
import org.trainingaudit.trail.Trail;
import org.trainingaudit.trail.TrailException;
import org.trainingaudit.trail.VerifierKey;
import org.trainingaudit.trail.WitnessAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code audit trail}: what the trail needs beside the runs. */
@Command(
        name = "trail",
        description = "Look after the trail: status, rotate-key, heartbeat, disclose, erase, replay.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class TrailCommand implements Runnable {

    @ParentCommand
    private AuditCommand parent;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Name a command: status, rotate-key, heartbeat, disclose, erase, replay.");
    }

    @Command(
            name = "status",
            description = "The log's name, size, keys, and how the witnesses answered.",
            mixinStandardHelpOptions = true)
    int status(@Mixin PlacesOptions options, @Mixin FormatOption format) {
        return with(options, context -> {
            Trail trail = context.get(Trail.class);
            Optional<Checkpoint> published = trail.published().map(SignedCheckpoint::checkpoint);
            Answer answer = format.answer()
                    .field("log", trail.origin())
                    .field("size", trail.size())
                    .field("publishedSize", published.map(Checkpoint::size).orElse(0L))
                    .field("root", published.map(one -> one.root().toString()).orElse(""))
                    .field("vkey", trail.vkey().toString())
                    .field("witnesses", trail.witnesses())
                    .line("log:       " + trail.origin())
                    .line("size:      " + trail.size())
                    .line("published: "
                            + published
                                    .map(checkpoint -> checkpoint.size() + " entries, root " + checkpoint.root())
                                    .orElse("nothing yet"))
                    .line("vkey:      " + trail.vkey());
            trail.witnesses().forEach(witness -> answer.line(line(witness)));
            return say(answer);
        });
    }

    private static String line(WitnessAnswer answer) {
        return "witness:   " + answer.witness() + ", size " + answer.size() + ", " + answer.at() + ": "
                + answer.message();
    }

    @Command(
            name = "rotate-key",
            description = {
                "Change the signing key.",
                "The next checkpoint carries both signatures; from then on the new key signs alone. Not for a key that was"
                        + " stolen: then begin a new log, see docs/operating.md."
            },
            mixinStandardHelpOptions = true)
    int rotateKey(
            @Mixin PlacesOptions options,
            @Mixin FormatOption format,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; names no person.")
                    String reason) {
        return with(options, context -> {
            VerifierKey key = context.get(TrailCare.class).changeKey(reason);
            return say(format.answer()
                    .field("vkey", key.toString())
                    .line("vkey:      " + key)
                    .line("The old key still verifies the log: it leads to this one."));
        });
    }

    @Command(
            name = "heartbeat",
            description = "Record and publish that the trail is alive, on a day on which nothing else was recorded.",
            mixinStandardHelpOptions = true)
    int heartbeat(@Mixin PlacesOptions options, @Mixin FormatOption format) {
        return with(options, context -> {
            boolean beat = context.get(TrailCare.class).heartbeat();
            return say(format.answer()
                    .field("recorded", beat)
                    .line(
                            beat
                                    ? "Heartbeat recorded and published."
                                    : "Something was recorded today already; published."));
        });
    }

    @Command(
            name = "disclose",
            description = {
                "Show what a commitment of the trail stands for, and the key that proves it, as JSON.",
                "Give it to the auditor who asked, or put it into a bundle with 'audit bundle --disclose'; docs/auditing.md"
                        + " says how it is checked."
            },
            mixinStandardHelpOptions = true)
    int disclose(
            @Mixin PlacesOptions options,
            @Mixin JsonLinesOption format,
            @Parameters(
                            arity = "1..*",
                            paramLabel = "COMMITMENT",
                            description = "64 hex digits, as they stand in an entry.")
                    List<String> commitments) {
        return with(options, context -> {
            TrailCare care = context.get(TrailCare.class);
            List<Commitments.Opening> openings = commitments.stream()
                    .map(commitment -> care.disclose(commitment)
                            .orElseThrow(() -> new WrongUse("nothing opens '" + commitment
                                    + "' here: it was forgotten, or is no commitment of this trail")))
                    .toList();
            openings.forEach(opening -> say(new String(opening.bytes(), StandardCharsets.UTF_8)));
            return ExitCode.DONE;
        });
    }

    @Command(
            name = "erase",
            description = {
                "Forget for good what commitments of the trail stand for.",
                "The entries stay and verify; nothing links them to a value any more. The database's files are written"
                        + " anew without it. Copies in backups have to be erased there, see docs/operating.md."
            },
            mixinStandardHelpOptions = true)
    int erase(
            @Mixin PlacesOptions options,
            @Mixin FormatOption format,
            @Option(names = "--commitment", paramLabel = "HEX", description = "A commitment of an entry. Repeatable.")
                    @Nullable
                    List<String> commitments,
            @Option(names = "--subject", paramLabel = "NAME", description = "All commitments about it. Repeatable.")
                    @Nullable
                    List<String> subjects,
            @Option(
                            names = "--basis",
                            required = true,
                            paramLabel = "TEXT",
                            description = "On what ground, such as 'GDPR Art. 17'; names no person.")
                    String basis) {
        List<String> named = commitments == null ? List.of() : commitments;
        List<String> about = subjects == null ? List.of() : subjects;
        if (named.isEmpty() && about.isEmpty()) {
            throw new WrongUse("name what is to be forgotten, with --commitment or --subject");
        }
        int count = with(options, context -> {
            context.forgetWhenClosed();
            return context.get(TrailCare.class).erase(named, about, basis);
        });
        return say(format.answer()
                .field("forgotten", count)
                .line(count + (count == 1 ? " value" : " values") + " forgotten."));
    }

    @Command(
            name = "replay",
            description = {
                "Put back the entries that a restored, older database has lost.",
                "They come from the published log or an unpacked bundle, and have to lead to what was signed last."
            },
            mixinStandardHelpOptions = true)
    int replay(
            @Mixin PlacesOptions options,
            @Mixin FormatOption format,
            @Parameters(
                            arity = "0..1",
                            paramLabel = "FOLDER",
                            description = "The exported log (default: the trail's own folder).")
                    Optional<Path> exported) {
        Configuration configuration = options.configuration();
        Path from = exported.orElse(options.places().trail());
        return told(() -> {
            TrailCare.Replayed back =
                    TrailCare.replay(parent.application(), options.places(), configuration, Progress.SILENT, from);
            return say(format.answer()
                    .field("entries", back.entries())
                    .field("runs", back.runs())
                    .line(back.entries() + " entries put back; " + back.runs() + " runs that the database had lost."));
        });
    }

    private int with(PlacesOptions options, Function<AuditContext, Integer> work) {
        return told(() -> new OwnDatabase(parent, options, Progress.SILENT).alone(work));
    }

    private interface Told {
        int run();
    }

    /** A trail that can't be opened is the operator's to mend, so it is told in words. */
    private static int told(Told work) {
        try {
            return work.run();
        } catch (DatabaseInUse | TrailException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    private int say(Answer answer) {
        answer.print(spec.commandLine().getOut());
        return ExitCode.DONE;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
