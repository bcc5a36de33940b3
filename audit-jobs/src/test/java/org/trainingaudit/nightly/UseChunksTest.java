package org.trainingaudit.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.GeneratedRegister;
import org.trainingaudit.config.Faults;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactCatalogue;
import org.trainingaudit.use.RegisterEnd;
import org.trainingaudit.use.Registers;
import org.trainingaudit.use.Use;
import org.trainingaudit.use.UseSink;

class UseChunksTest {

    private static final int USES = 1_050;
    private static final int CHUNK = 100;

    @TempDir
    private Path folder;

    @Test
    void handsOnEveryUseInChunksOfOneSize() throws IOException {
        List<Integer> sizes = new ArrayList<>();
        UseChunks chunks = new UseChunks(CHUNK, uses -> sizes.add(uses.size()), new Told(List.of()));

        RegisterEnd end = Registers.read(registers(), catalogue(), chunks);
        chunks.handOn();

        assertThat(end.complete()).isTrue();
        assertThat(end.faults()).isEmpty();
        assertThat(sizes).hasSize(11).startsWith(CHUNK).endsWith(USES % CHUNK);
        assertThat(sizes.subList(0, 10)).containsOnly(CHUNK);
    }

    @Test
    void neverHoldsMoreThanAChunkWhileARegisterIsRead() throws IOException {
        List<Integer> handedOn = new ArrayList<>(List.of(0));
        UseChunks chunks =
                new UseChunks(CHUNK, uses -> handedOn.set(0, handedOn.get(0) + uses.size()), new Told(List.of()));
        Counted counted = new Counted(chunks, handedOn);

        Registers.read(registers(), catalogue(), counted);

        assertThat(counted.read).isEqualTo(USES);
        assertThat(counted.mostHeld).isEqualTo(CHUNK - 1);
    }

    @Test
    void handsOnWhatItHoldsBeforeAUseIsPutInDoubt() throws IOException {
        List<String> told = new ArrayList<>();
        UseChunks chunks = new UseChunks(CHUNK, uses -> uses.forEach(use -> told.add(use.id())), new Told(told));
        Path register = registers(1).get(0);

        RegisterEnd end = Registers.read(List.of(register, register), catalogue(), chunks);
        chunks.handOn();

        assertThat(told).containsExactly("use-0", "doubt use-0", "use-0#2");
        assertThat(end.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message())
                        .contains("use 'use-0' has an entry already, register:register-1.csv:2"));
    }

    private List<Path> registers() throws IOException {
        return registers(USES);
    }

    private List<Path> registers(int uses) throws IOException {
        return new GeneratedRegister(400).write(folder, uses, 0);
    }

    private FactCatalogue catalogue() {
        Faults faults = new Faults();
        Configuration setup = Configuration.load(new Places(Path.of("config"), folder), faults);
        faults.throwIfAny();
        return setup.facts();
    }

    /** What was handed on, by a list of what happened. */
    private record Told(List<String> told) implements UseChunks.Handed {

        @Override
        public Optional<String> origin(String id) {
            return told.contains(id) ? Optional.of("register:handed-on.csv:2") : Optional.empty();
        }

        @Override
        public void doubt(String id, Fact mark) {
            told.add("doubt " + id);
        }
    }

    /** Counts how many uses were read and not handed on yet. */
    private static final class Counted implements UseSink {

        private final UseSink to;
        private final List<Integer> handedOn;
        private int read;
        private int mostHeld;

        Counted(UseSink to, List<Integer> handedOn) {
            this.to = to;
            this.handedOn = handedOn;
        }

        @Override
        public void use(Use use) {
            read++;
            to.use(use);
            mostHeld = Math.max(mostHeld, read - handedOn.get(0));
        }

        @Override
        public Optional<String> origin(String id) {
            return to.origin(id);
        }

        @Override
        public void doubt(String id, Fact mark) {
            to.doubt(id, mark);
        }
    }
}
