package org.trainingaudit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files made to hurt: refused with their place, within a second of this thread's processor time and within memory that
 * follows the file's size. Time and memory are the thread's own, so a busy machine changes nothing.
 */
class HostileYamlTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long SECOND = 1_000_000_000L;
    private static final long MEGABYTE = 1024 * 1024;

    /** What a whole file of the largest size takes to take apart: its text, its lines and its nodes. */
    private static final long MOST = 400 * MEGABYTE;

    @BeforeAll
    static void warmUp() {
        parse("a: [1, {b: c}]\n".getBytes(StandardCharsets.UTF_8), new Faults());
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                arguments("references that grow to 2^40", references(), "alias '*a0' is not allowed"),
                arguments("a scalar of 10 MB", "a: " + "x".repeat(10_000_000), "at most 4194304 are read"),
                arguments("100,000 lists in each other", "a: " + "[".repeat(100_000), "nested more than 50 deep"),
                arguments("100,000 maps in each other", "{a: ".repeat(100_000), "nested more than 50 deep"),
                arguments("100,000 sequences in each other", "- ".repeat(100_000), "nested more than 50 deep"),
                arguments("2,000,000 values", "[" + "1,".repeat(2_000_000) + "1]", "more than 250000 values"),
                arguments("NUL", "a: b\u0000c\n", "not YAML"),
                arguments("a bell", "a: b\u0007c\n", "not YAML"),
                arguments(
                        "a tag of a class",
                        "a: !!javax.script.ScriptEngineManager [x]\n",
                        "tag 'tag:yaml.org,2002:javax"),
                arguments("a local tag", "a: !secret x\n", "tag '!secret'"),
                arguments("100,000 times the same key", "a: 1\n".repeat(100_000), "key 'a' stands twice"),
                arguments("a comment of 4 MB", "a: [ # " + "x".repeat(4_000_000), "not YAML"),
                arguments("blanks of 4 MB", "a: [" + " ".repeat(4_000_000), "not YAML"),
                arguments("a text of 4 MB without an end", "a: \"" + "x".repeat(4_000_000), "not YAML"),
                arguments("a key of 4 MB", "x".repeat(4_000_000) + ": 1\n", "not YAML"),
                arguments("a directive for another version", "%YAML 3.0\n---\na: 1\n", "not YAML"));
    }

    private static String references() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        return bomb.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefusedWithinASecondAndBoundedMemory(String name, String yaml, String reason) {
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        Faults faults = new Faults();
        long thread = Thread.currentThread().getId();
        long memory = THREADS.getThreadAllocatedBytes(thread);
        long time = THREADS.getCurrentThreadCpuTime();
        parse(bytes, faults);
        long spent = THREADS.getCurrentThreadCpuTime() - time;
        long taken = THREADS.getThreadAllocatedBytes(thread) - memory;
        assertThat(faults.text()).contains(reason);
        assertThat(spent).as("nanoseconds of processor time").isLessThan(SECOND);
        assertThat(taken).as("bytes allocated").isLessThan(MOST);
    }

    @Test
    void isRefusedWhereItIsNotUtf8() {
        for (Charset charset :
                List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16, Charset.forName("Shift_JIS"))) {
            Faults faults = new Faults();
            parse("name: 個人情報é\n".getBytes(charset), faults);
            assertThat(faults.isEmpty()).as(charset.name()).isFalse();
        }
    }

    private static void parse(byte[] bytes, Faults faults) {
        ConfigFile.of("t.yaml", bytes).parse(faults);
    }
}
