package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random damage to an exported log, each found and named; set the system property {@code mutations} for more of it. */
class MutationTest {

    private static final int MUTATIONS = Integer.getInteger("mutations", 300);
    private static final long SEED = Long.getLong("mutations.seed", 20261121L);

    private final Path folder;

    MutationTest(@TempDir Path temp) {
        this.folder = temp.resolve("log");
    }

    @Test
    void refusesEachDamagedLogAndNamesThePlace() throws IOException {
        CraftedLog log = new CraftedLog(folder).open().add("run_open", "r", "\"job\":\"nightly\"");
        for (int size : List.of(60, 200, 330, 900)) {
            while (log.entries.size() < size) {
                log.add("verdict", "r", "\"name\":\"患者 " + log.entries.size() + "\"");
            }
            log.publish(CraftedLog.KEY);
        }
        log.put("keys", Vectors.bytes(Vectors.key("log") + "\n"));
        assertThat(log.verify().text()).endsWith("\nverified\n");

        List<String> paths;
        try (FolderFiles source = new FolderFiles(folder)) {
            paths = new ArrayList<>(source.paths());
        }
        Random random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            String path = paths.get(random.nextInt(paths.size()));
            byte[] good = Files.readAllBytes(folder.resolve(path));
            byte[] bad = mutated(good, random);
            if (Arrays.equals(good, bad)) {
                continue;
            }
            log.put(path, bad);
            VerifyReport report = log.verify();
            String what = "seed " + SEED + ", mutation " + i + " of " + path + "\n" + report.text();
            assertThat(report.exitCode()).as(what).isIn(1, 2);
            assertThat(report.problems())
                    .as(what)
                    .anyMatch(problem -> problem.place().startsWith(path));
            log.put(path, good);
        }
        assertThat(log.verify().text()).endsWith("\nverified\n");
    }

    static byte[] mutated(byte[] good, Random random) {
        int at = random.nextInt(good.length);
        byte[] bad = good.clone();
        switch (random.nextInt(5)) {
            case 0 -> bad[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bad[at] = (byte) random.nextInt(256);
            case 2 -> bad = Arrays.copyOf(good, at);
            case 3 -> {
                bad = Arrays.copyOf(good, good.length + 1);
                System.arraycopy(good, at, bad, at + 1, good.length - at);
            }
            default -> {
                bad = Arrays.copyOf(good, good.length - 1);
                System.arraycopy(good, at + 1, bad, at, good.length - at - 1);
            }
        }
        return bad;
    }
}
