package org.trainingaudit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlReaderTest {

    private final Faults faults = new Faults();

    @Test
    void remembersWhereEachValueStands() {
        Node.Fields map = (Node.Fields) read("a: 1\nb:\n  - x\n  - y\n").orElseThrow();
        Node.Items list = (Node.Items) map.get("b").orElseThrow();
        assertThat(list.items().get(1).at()).isEqualTo(new Location("t.yaml", 4, 5, "  - y"));
        assertThat(map.field("b").orElseThrow().at().line()).isEqualTo(2);
    }

    @Test
    void keepsWordsThatLookLikeOtherTypesAsText() {
        Node.Fields map =
                (Node.Fields) read("no: on\ncode: 0123\nday: 2026-11-21\n").orElseThrow();
        assertThat(map.get("no")).map(node -> ((Node.Scalar) node).text()).contains("on");
        assertThat(map.get("code")).map(node -> ((Node.Scalar) node).text()).contains("0123");
        assertThat(map.get("day")).map(node -> ((Node.Scalar) node).text()).contains("2026-11-21");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("a: !!java.net.URL [x]\n", "t.yaml:1:4", "tag"),
                arguments("a: &x 1\nb: *x\n", "t.yaml:2:4", "alias '*x'"),
                arguments("a: &x 1\n", "t.yaml:1:4", "anchor '&x'"),
                arguments("a: 1\nb: 2\na: 3\n", "t.yaml:3:1", "key 'a' stands twice; first in line 1"),
                arguments("b: 1\n<<: {a: 1}\n", "t.yaml:2:1", "merge key"),
                arguments("a: 1\n\tb: 2\n", "t.yaml:2:1", "not YAML"),
                arguments("a: [1, 2\n", "t.yaml:2:1", "not YAML"),
                arguments("a: 1\n---\nb: 2\n", "t.yaml:3:1", "second document"),
                arguments("", "t.yaml", "empty"),
                arguments("[1]: x\n", "t.yaml:1:1", "a key must be text"),
                arguments("x: " + "[".repeat(60) + "]".repeat(60), "t.yaml:1:53", "nested more than 50 deep"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatCouldSurprise(String yaml, String place, String reason) {
        assertThat(read(yaml)).isEmpty();
        assertThat(faults.text()).contains("ERROR: " + place + ": ").contains(reason);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin = "a: \u00e9".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new ConfigFile("t.yaml", "t.yaml", latin).parse(faults)).isEmpty();
        assertThat(faults.text()).contains("not valid UTF-8");
    }

    private Optional<Node> read(String yaml) {
        return ConfigFile.of("t.yaml", yaml).parse(faults);
    }
}
