package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trainingaudit.use.Fixtures.CATALOGUE;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistersTest {

    private final Path folder;

    RegistersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsTheSameFromCsvAndYaml() {
        RegisterResult csv = Registers.read(Fixtures.file("register.csv"), CATALOGUE);
        RegisterResult yaml = Registers.read(Fixtures.file("register.yaml"), CATALOGUE);

        assertThat(csv.faults()).isEmpty();
        assertThat(yaml.faults()).isEmpty();
        assertThat(csv.uses()).extracting(Use::id).containsExactly("triage", "billing");
        assertThat(csv.uses())
                .map(RegistersTest::content)
                .isEqualTo(yaml.uses().stream().map(RegistersTest::content).toList());
    }

    private static String content(Use use) {
        return use.id() + " " + use.dataset() + " " + use.training() + " " + use.state() + " "
                + UseJson.factsSha256(use.facts());
    }

    @Test
    void keepsWhereAndSinceWhenEachFactIsStated() {
        Use triage =
                Registers.read(Fixtures.file("register.csv"), CATALOGUE).uses().get(0);

        assertThat(triage.origin()).isEqualTo("register:register.csv:2");
        assertThat(triage.facts().get("consentObtained"))
                .contains(new Fact(
                        "consentObtained",
                        new FactValue.Bool(true),
                        "register:register.csv:2",
                        Optional.of(LocalDate.of(2026, 1, 1)),
                        Optional.empty(),
                        Optional.of(LocalDate.of(2027, 12, 31))));
        assertThat(triage.facts().get("contractRef"))
                .map(Fact::value)
                .contains(new FactValue.Text("第3号契約, annex \"B\""));
        assertThat(triage.facts().get("securityMeasures")).map(Fact::value).contains(FactValue.Members.of(List.of()));
        assertThat(triage.facts().get("legalBasis.uk")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"faulty.csv", "faulty.yaml"})
    void tellsEveryFaultInItsPlaceAndKeepsEveryUse(String name) {
        Path file = Fixtures.file(name);

        RegisterResult result = Registers.read(file, CATALOGUE);

        StringBuilder shown = new StringBuilder(Fixtures.shown(result.faults(), Fixtures.file("")));
        for (Use use : result.uses()) {
            shown.append(use.id()).append(use.doubt().isPresent() ? " in doubt" : " sound");
            use.facts()
                    .all()
                    .forEach(fact -> shown.append(", ")
                            .append(fact.name())
                            .append(" ")
                            .append(fact.value().json()));
            shown.append('\n');
        }
        Golden.check(name + ".expected.txt", shown.toString());
        assertThat(result.complete()).isTrue();
    }

    record BadFile(String name, String text, boolean complete, String fault, List<String> uses) {
        static BadFile of(String name, String text, boolean complete, String fault, String... uses) {
            return new BadFile(name, text, complete, fault, List.of(uses));
        }

        Charset charset() {
            return name.startsWith("sjis") ? Charset.forName("Shift_JIS") : StandardCharsets.UTF_8;
        }

        @Override
        public String toString() {
            return name + ": " + fault;
        }
    }

    static Stream<BadFile> badFiles() {
        return Stream.of(
                BadFile.of("empty.csv", "", false, "empty.csv:1:1: the file has no header"),
                BadFile.of("blank.csv", "\n\n", false, "blank.csv:1:1: the file has no header"),
                BadFile.of(
                        "semicolons.csv", "use;dataset\na;b\n", false, "semicolons.csv:1:1: there is no column 'use'"),
                BadFile.of(
                        "quote.csv",
                        "use,dataset\na,d\nb,\"d\n",
                        false,
                        "quote.csv:3:1: the row that begins here",
                        "a"),
                BadFile.of("tail.csv", "use,dataset\na,d\nb,\"d\"x\nc,d\n", false, "tail.csv:3:1: the row", "a"),
                BadFile.of("nul.csv", "use,dataset\na\0,d\n", true, "nul.csv:2:1: 'use' has a control", "unnamed-"),
                BadFile.of(
                        "cr.csv", "use,dataset\ra,d\rb,\r", true, "cr.csv:3:1: the entry names no dataset", "a", "b"),
                BadFile.of(
                        "long.csv",
                        "use,dataset\n" + "x".repeat(257) + ",d",
                        true,
                        "'use' is longer than 256",
                        "unnamed-"),
                BadFile.of(
                        "twice.csv",
                        "use,dataset,dataset\na,d,e\n",
                        true,
                        "twice.csv:1:13: column 'dataset' stands twice",
                        "a"),
                BadFile.of("text.txt", "use\n", false, "text.txt: a register is a .csv, .xlsx or .yaml file"),
                BadFile.of("empty.yaml", "", false, "empty.yaml: the file is empty"),
                BadFile.of("shape.yaml", "facts: {}\n", false, "shape.yaml:1:1: expected a list of uses"),
                BadFile.of("scalar.yaml", "uses: none\n", false, "scalar.yaml:1:1: expected a list of uses"),
                BadFile.of("tag.yaml", "uses: !!java.net.URL [x]\n", false, "tag.yaml:1:7: tag"),
                BadFile.of(
                        "sjis.csv",
                        "use,dataset\na,d\nb,患者\n",
                        false,
                        "sjis.csv:3:3: from here on the file is not UTF-8"));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void saysWhatIsWrongWithAFileAndWhetherAllOfItWasRead(BadFile bad) throws IOException {
        Path file = Files.write(folder.resolve(bad.name()), bad.text().getBytes(bad.charset()));

        RegisterResult result = Registers.read(file, CATALOGUE);

        assertThat(Fixtures.shown(result.faults(), folder)).contains(bad.fault());
        assertThat(result.complete()).isEqualTo(bad.complete());
        assertThat(result.uses())
                .map(use -> use.id().replaceFirst("-[0-9a-f]{16}$", "-"))
                .isEqualTo(bad.uses());
    }

    @Test
    void saysThatAFileIsMissing() {
        RegisterResult result = Registers.read(folder.resolve("none.csv"), CATALOGUE);

        assertThat(Fixtures.shown(result.faults(), folder))
                .isEqualTo("ERROR: none.csv: no such file; mend its path or take it off the list\n");
        assertThat(result.complete()).isFalse();
    }

    @Test
    void acceptsAHeaderWithoutRows() throws IOException {
        Path file = Files.writeString(folder.resolve("none.csv"), "\uFEFFuse,dataset\r\n");

        assertThat(Registers.read(file, CATALOGUE)).isEqualTo(new RegisterResult(List.of(), List.of(), true));
    }

    @Test
    void doubtsBothEntriesOfOneIdInTwoRegisters() throws IOException {
        Path one = Files.writeString(folder.resolve("one.csv"), "use,dataset,consentObtained\nx,a,true\n");
        Path two = Files.writeString(folder.resolve("two.csv"), "use,dataset,consentObtained\nx,a,false\n");

        RegisterResult result = Registers.read(List.of(one, two), CATALOGUE);

        assertThat(result.uses()).extracting(Use::id).containsExactly("x", "x#2");
        assertThat(result.uses()).allMatch(use -> use.doubt().isPresent());
        assertThat(Fixtures.shown(result.faults(), folder))
                .contains("two.csv:2:1: use 'x' has an entry already, register:one.csv:2");
    }

    /** However a register is damaged, reading it ends with uses and faults and never with an exception. */
    @Test
    void neverFailsOnARegisterDamagedAtRandom() throws IOException {
        Random random = new Random(20261121);
        byte[] sound = Files.readAllBytes(Fixtures.file("register.csv"));
        Path file = folder.resolve("damaged.csv");
        for (int i = 0; i < 500; i++) {
            byte[] damaged = sound.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, damaged);
            RegisterResult result = Registers.read(file, CATALOGUE);
            assertThat(result.complete() || !result.faults().isEmpty()).isTrue();
        }
    }

    /** No calendar that anybody keeps has such a day; adding to it fails, and no report can show it. */
    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-0001-01-01", "+10000-01-01"})
    void refusesDaysOfNoYearOfFourDigits(String day) throws IOException {
        Path file = Files.writeString(
                folder.resolve("r.csv"),
                "use,dataset,acquiredOn,consentObtained,consentObtained@until\n" + "value,a/b," + day
                        + ",true,\npart,a/b,2026-01-01,true," + day + "\n");

        RegisterResult result = Registers.read(file, CATALOGUE);

        assertThat(result.faults()).hasSize(2).allMatch(fault -> fault.message().contains("expected a date such as"));
        assertThat(result.uses()).allMatch(use -> use.doubt().isPresent());
    }

    /** Somebody fills the column of ids with one word: each row is kept, and none costs more than the one before. */
    @Test
    void asksOnceOrTwiceForEachRowAlsoWhereAllHaveOneId() throws IOException {
        int rows = 2_000;
        Path file = Files.writeString(folder.resolve("r.csv"), "use,dataset\n" + "same,a/b\n".repeat(rows));
        HeldUses held = new HeldUses();
        AtomicInteger asked = new AtomicInteger();
        RegisterEnd end = Registers.read(List.of(file), CATALOGUE, new UseSink() {
            @Override
            public void use(Use use) {
                held.use(use);
            }

            @Override
            public Optional<String> origin(String id) {
                asked.incrementAndGet();
                return held.origin(id);
            }

            @Override
            public void doubt(String id, Fact mark) {
                held.doubt(id, mark);
            }
        });

        assertThat(end.complete()).isTrue();
        assertThat(held.uses()).extracting(Use::id).hasSize(rows).contains("same", "same#2", "same#" + rows);
        assertThat(asked.get()).isLessThan(5 * rows);
    }
}
