package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crash.DiskFaults;
import crash.DiskFaults.Fault;
import crash.FaultyDisk;
import crash.StillClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.config.Faults;
import org.trainingaudit.csv.PublishedFolder;
import org.trainingaudit.disk.DiskFault;
import org.trainingaudit.nightly.Progress;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.nightly.RunStatus;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.operate.Nights;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.Trail;

/**
 * The disk is full, or answers with an error, at one call or from one on: nothing half-written is ever published, whoever runs
 * the audit reads which file it was and what to do, and once the disk is well the next start ends with the reports of an
 * undisturbed night, byte for byte.
 */
class FaultyDiskTest {

    /** Each so many calls that seal or publish is the one that fails; 1 in the soak run. */
    private static final int EACH = Integer.getInteger("audit.disk.each", 95);

    private static final int FIRST = EACH == 1 ? 1 : 11;

    @TempDir
    Path folder;

    @Test
    void publishesAFolderWholeOrNotAtAll() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>(Map.of(
                "a.csv", "use\r\n".repeat(14_000).getBytes(StandardCharsets.UTF_8), "sub/b.json", new byte[] {'{', '}'
                }));
        DiskFaults faults = new DiskFaults(path -> true);
        FaultyDisk disk = new FaultyDisk(faults);
        PublishedFolder.publish(disk.path(folder.resolve("undisturbed")), files);
        int calls = faults.calls();
        assertThat(calls).isGreaterThan(12);
        for (int call = 1; call <= calls; call++) {
            Path target = disk.path(folder.resolve("run-" + call));
            int fatal = call;
            Fault fault = call % 2 == 0 ? Fault.FULL : Fault.BROKEN;
            faults.from(fatal, fault);
            assertThatThrownBy(() -> PublishedFolder.publish(target, files))
                    .as("call " + fatal)
                    .isInstanceOf(DiskFault.class)
                    .hasMessageContaining(fault.words())
                    .hasMessageContaining("run-" + fatal)
                    .hasMessageContaining(" MB free there")
                    .hasMessageContaining("see to the disk and start again");
            assertThat(whole(target)).as("call " + fatal).isIn(Map.of(), text(files));
            faults.never();
            PublishedFolder.publish(target, files);
            assertThat(whole(target)).as("call " + fatal).isEqualTo(text(files));
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void endsWithTheSameReportsOnceItIsWell() throws Exception {
        Estate estate = Estate.small(folder.resolve("estate"));
        Command undisturbed = Command.audit(StillClock.class, estate.arguments("run"));
        assertThat(undisturbed.code()).as(undisturbed.err()).isEqualTo(1);
        Map<String, String> wanted = whole(estate.path("var/reports"));
        Files.move(estate.path("var"), folder.resolve("undisturbed"));

        DiskFaults faults = new DiskFaults(path -> path.startsWith(estate.path("var/trail"))
                || path.startsWith(estate.path("var/reports"))
                || path.startsWith(estate.path("var/signer")));
        Places places = new Places(estate.path("config"), new FaultyDisk(faults).path(estate.path("var")));
        Faults none = new Faults();
        Configuration configuration = Configuration.load(places, none);
        none.throwIfAny();
        Struck struck = new Struck(faults);
        try (AuditContext context = AuditContext.start(StillClock.class, places, configuration, struck)) {
            Nights nights = context.get(Nights.class);
            Nights.Outcome outcome = nights.run(RunRequest.everything());
            while (!faults.struck().isEmpty()) {
                assertThat(outcome.run().status()).as(faults.struck()).isEqualTo(RunStatus.OPEN);
                assertThat(outcome.failures())
                        .as(faults.struck())
                        .singleElement()
                        .satisfies(struck::isTold);
                outcome = nights.run(RunRequest.everything());
            }
            assertThat(struck.next).containsKeys("prepare", "seal", "publish", "seal again");
            System.out.println("failed before each step was done: " + struck.next);
            assertThat(outcome.run().status()).isEqualTo(RunStatus.COMPLETE);
            assertThat(whole(estate.path("var/reports"))).isEqualTo(wanted);
            String key = context.get(Trail.class).vkey().toString();
            Command verified = Command.audit("verify", estate.path("var/trail").toString(), "--key", key);
            assertThat(verified.code()).as(verified.out()).isZero();
        }
    }

    /** A real limit of the system: no file of the program may grow beyond it, and the embedded database has the largest. */
    @Test
    @EnabledIf("inTheSoakRun")
    void isToldOfTheDatabaseToo() throws Exception {
        Estate estate = Estate.small(folder.resolve("estate"));
        KilledChild small = KilledChild.withFilesOfAtMost(folder, 1_500, estate.arguments("run"));
        assertThat(small.code()).as(small.output()).isEqualTo(3);
        assertThat(small.output())
                .containsPattern(
                        "audit: cannot write \\S+/var/db/audit.mv.db \\(.*File too large; \\d+ MB free there\\)")
                .contains("see to the disk and start again");
        Command again = Command.audit(StillClock.class, estate.arguments("run"));
        assertThat(again.code()).as(again.err()).isEqualTo(1);
    }

    static boolean inTheSoakRun() {
        return EACH == 1;
    }

    /** Lets a step fail at one of its calls, and when it is tried again at a later one, until it has none so late. */
    private final class Struck implements Progress {

        private final DiskFaults faults;
        private final Map<String, Integer> next = new TreeMap<>();
        private Fault fault = Fault.FULL;

        Struck(DiskFaults faults) {
            this.faults = faults;
        }

        @Override
        public void begin(String step, long things) {
            int call = next.merge(step, FIRST, (before, first) -> before + EACH);
            fault = call % 2 == 0 ? Fault.FULL : Fault.BROKEN;
            if (call % 4 < 2) {
                faults.once(call, fault);
            } else {
                faults.from(call, fault);
            }
        }

        void isTold(String failure) {
            assertThat(failure)
                    .as(faults.struck())
                    .startsWith("cannot write " + folder.resolve("estate/var"))
                    .contains(" (" + fault.words() + "; ")
                    .endsWith(" MB free there); nothing new was published, see to the disk and start again");
        }

        @Override
        public void done(String step) {}

        @Override
        public void end(String step) {}

        @Override
        public void note(String text) {}
    }

    /** The files of a folder; empty where it isn't there. */
    private static Map<String, String> whole(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return files;
    }

    private static Map<String, String> text(SortedMap<String, byte[]> files) {
        Map<String, String> texts = new TreeMap<>();
        files.forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }
}
