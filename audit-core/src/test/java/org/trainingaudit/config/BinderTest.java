package org.trainingaudit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BinderTest {

    enum Colour {
        DEEP_RED,
        GREEN
    }

    record Inner(Location at, @NotBlank String name, @Max(9) int size) {}

    record Outer(
            String text,
            Optional<LocalDate> day,
            Duration span,
            ZoneId zone,
            boolean open,
            Colour colour,
            Set<String> tags,
            Map<String, Inner> inners,
            List<Inner> more,
            Optional<Node> raw,
            Optional<Text> place) {}

    record ByColour(Map<Colour, List<String>> words) {}

    record Settings(Optional<Integer> maxColumns) {}

    record Blocks(Settings first, Settings second) {}

    record Mixed(Settings first, Inner second) {}

    private final Faults faults = new Faults();

    @Test
    void fillsEveryKindOfComponent() {
        Outer outer = bind("""
                text: hello
                day: 2026-11-21
                span: PT4H
                zone: Asia/Tokyo
                open: true
                colour: deep-red
                tags: [b, a]
                inners: {one: {name: first, size: 3}}
                more:
                  - {name: second, size: 9}
                raw: {any: thing}
                place: here
                """).orElseThrow();
        assertThat(faults.all()).isEmpty();
        assertThat(outer.day()).contains(LocalDate.of(2026, 11, 21));
        assertThat(outer.colour()).isEqualTo(Colour.DEEP_RED);
        assertThat(outer.tags()).containsExactly("b", "a");
        assertThat(outer.inners().get("one").at().line()).isEqualTo(8);
        assertThat(outer.more()).extracting(Inner::name).containsExactly("second");
        assertThat(outer.place().orElseThrow().at().column()).isEqualTo(8);
    }

    @Test
    void tellsAllFaultsAtOnceEachInItsPlace() {
        assertThat(bind("""
                        txt: hello
                        day: tomorrow
                        span: 4 hours
                        zone: Tokyo
                        open: yes
                        colour: deep-rod
                        more: [{name: "", size: 10}, {name: x}]
                        """)).isEmpty();
        assertThat(faults.text()).isEqualTo("""
                        ERROR: t.yaml:1:1: key 'text' is missing
                         | txt: hello
                         | ^
                        ERROR: t.yaml:1:1: unknown key 'txt'; did you mean 'text'?
                         | txt: hello
                         | ^
                        ERROR: t.yaml:2:6: expected a date such as 2026-11-21, but found 'tomorrow'
                         | day: tomorrow
                         | .....^
                        ERROR: t.yaml:3:7: expected a length of time such as PT4H, but found '4 hours'
                         | span: 4 hours
                         | ......^
                        ERROR: t.yaml:4:7: expected a time zone such as Asia/Tokyo, but found 'Tokyo'
                         | zone: Tokyo
                         | ......^
                        ERROR: t.yaml:5:7: expected true or false, but found 'yes'
                         | open: yes
                         | ......^
                        ERROR: t.yaml:6:9: expected one of [deep-red, green], but found 'deep-rod'; did you mean 'deep-red'?
                         | colour: deep-rod
                         | ........^
                        ERROR: t.yaml:7:15: 'name' must not be blank
                         | more: [{name: "", size: 10}, {name: x}]
                         | ..............^
                        ERROR: t.yaml:7:25: 'size' must be less than or equal to 9
                         | more: [{name: "", size: 10}, {name: x}]
                         | ........................^
                        ERROR: t.yaml:7:30: key 'size' is missing
                         | more: [{name: "", size: 10}, {name: x}]
                         | .............................^""");
    }

    @Test
    void tellsWhenAMapOrAListStandsInTheWrongPlace() {
        bind("text: [1]\nspan: {a: 1}\nzone: Asia/Tokyo\nopen: true\ncolour: green\ninners: [x]\n");
        assertThat(faults.text())
                .contains("expected a single value, but found a list")
                .contains("expected a single value, but found a map")
                .contains("expected a map of names to values, but found a list");
    }

    @Test
    void namesOfAMapCanBeConstants() {
        Node node = ConfigFile.of("t.yaml", "words:\n  deep-red: [a]\n  gren: [b]\n")
                .parse(faults)
                .orElseThrow();
        assertThat(Binder.camelCase(faults).bind(node, ByColour.class)).isEmpty();
        assertThat(faults.text()).isEqualTo("""
                        ERROR: t.yaml:3:3: expected one of [deep-red, green], but found 'gren'; did you mean 'green'?
                         |   gren: [b]
                         | ..^""");
        node = ConfigFile.of("t.yaml", "words: {deep-red: [a]}\n")
                .parse(new Faults())
                .orElseThrow();
        assertThat(Binder.camelCase(faults).bind(node, ByColour.class))
                .contains(new ByColour(Map.of(Colour.DEEP_RED, List.of("a"))));
    }

    @Test
    void readsKebabCaseWhereOperatorsWriteIt() {
        Node node = ConfigFile.of("t.yaml", "max-columns: 5\n").parse(faults).orElseThrow();
        assertThat(Binder.kebabCase(faults).bind(node, Settings.class)).contains(new Settings(Optional.of(5)));
    }

    @Test
    void takesABlockInWhichNothingHasToBeSetAsEmptyWhereItIsMissing() {
        Node node = ConfigFile.of("t.yaml", "first: {maxColumns: 5}\n")
                .parse(faults)
                .orElseThrow();
        assertThat(Binder.camelCase(faults).bind(node, Blocks.class))
                .contains(new Blocks(new Settings(Optional.of(5)), Binder.empty(Settings.class)));
        assertThat(faults.all()).isEmpty();
        assertThat(Binder.camelCase(faults).bind(node, Mixed.class)).isEmpty();
        assertThat(faults.text()).contains("key 'second' is missing");
        assertThatThrownBy(() -> Binder.empty(Mixed.class)).isInstanceOf(IllegalArgumentException.class);
    }

    private Optional<Outer> bind(String yaml) {
        return ConfigFile.of("t.yaml", yaml)
                .parse(faults)
                .flatMap(node -> Binder.camelCase(faults).bind(node, Outer.class));
    }
}
