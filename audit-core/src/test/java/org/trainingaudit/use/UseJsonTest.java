package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class UseJsonTest {

    @Test
    void writesABodyAsTheTrailHasIt() {
        Use use = new Use(
                "triage",
                "hospital/patients",
                "t-1",
                UseState.BOTH,
                Facts.of(List.of(
                        Fact.of("categories", FactValue.Members.of(List.of("health", "contact")), "reconcile"),
                        new Fact(
                                "acquiredOn",
                                new FactValue.Day(LocalDate.of(2026, 1, 2)),
                                "register:r.csv:2",
                                Optional.of(LocalDate.of(2026, 1, 3)),
                                Optional.empty(),
                                Optional.empty()),
                        Fact.of(
                                "contractRef",
                                new FactValue.Text("a/\"b\"\n\u001f\u007f\u2028患者😀"),
                                "register:r.csv:2"))),
                "register:r.csv:2");

        List<ObjectNode> bodies = UseJson.bodies(use);

        assertThat(bodies).hasSize(1);
        assertThat(new String(CanonicalJson.bytes(bodies.get(0)), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"dataset\":\"hospital/patients\",\"facts\":["
                                + "{\"fact\":\"acquiredOn\",\"origin\":\"register:r.csv:2\",\"recorded\":null,"
                                + "\"since\":\"2026-01-03\",\"until\":null,\"value\":\"2026-01-02\"},"
                                + "{\"fact\":\"categories\",\"origin\":\"reconcile\",\"recorded\":null,"
                                + "\"since\":null,\"until\":null,\"value\":[\"contact\",\"health\"]},"
                                + "{\"fact\":\"contractRef\",\"origin\":\"register:r.csv:2\",\"recorded\":null,"
                                + "\"since\":null,\"until\":null,\"value\":\"a/\\\"b\\\"\\n\\u001f\u007f\u2028患者😀\"}],"
                                + "\"origin\":\"register:r.csv:2\",\"state\":\"both\",\"training\":\"t-1\",\"use\":\"triage\"}");
    }

    /** The catalogue may call a day today what was a text when it was recorded; rules then read it as unknown. */
    @Test
    void keepsATextThatIsNoDayAsWhatItIs() {
        Use use = new Use(
                "u",
                "a/b",
                "t",
                UseState.DECLARED,
                Facts.of(List.of(Fact.of("acquiredOn", new FactValue.Text("on file"), "register:r.csv:2"))));

        assertThat(UseJson.read(UseJson.bodies(use), Fixtures.CATALOGUE).facts().text("acquiredOn"))
                .contains("on file");
    }

    @Test
    void readsBackWhatItWrote() {
        for (Use use : Registers.read(Fixtures.file("register.csv"), Fixtures.CATALOGUE)
                .uses()) {
            Use again = UseJson.read(UseJson.bodies(use), Fixtures.CATALOGUE);

            assertThat(again.facts().all())
                    .containsExactlyElementsOf(use.facts().all());
            assertThat(again.withFacts(use.facts())).isEqualTo(use);
        }
    }

    @Test
    void splitsALargeUseAndPutsItTogetherAgain() {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            facts.add(Fact.of("note" + (100 + i), new FactValue.Text("患".repeat(2_000)), "input"));
        }
        Use use = new Use("large", "d", "t", UseState.DECLARED, Facts.of(facts));

        List<ObjectNode> bodies = new ArrayList<>(UseJson.bodies(use));

        assertThat(bodies).hasSize(5).allMatch(body -> CanonicalJson.bytes(body).length <= UseJson.LARGEST_BODY);
        assertThat(bodies.get(4).path("part").asInt()).isEqualTo(5);
        Collections.shuffle(bodies, new java.util.Random(1));
        assertThat(UseJson.read(bodies, Fixtures.CATALOGUE).facts().all())
                .containsExactlyElementsOf(use.facts().all());
        assertThatThrownBy(() -> UseJson.read(bodies.subList(0, 4), Fixtures.CATALOGUE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UseJson.read(List.of(), Fixtures.CATALOGUE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAFactThatNoEntryCanHold() {
        Use use = new Use(
                "u",
                "d",
                "t",
                UseState.DECLARED,
                Facts.of(List.of(Fact.of("f", new FactValue.Text("x".repeat(60_000)), "input"))));

        assertThatThrownBy(() -> UseJson.bodies(use)).hasMessageContaining("fact f of use u has 60");
    }

    @Test
    void hashesWhatIsStatedAndNotWhereItStands() {
        Use one = use("true", "register:r.csv:2");
        Use moved = use("true", "register:r.csv:3");
        Use elsewhere = use("true", "register:other.csv:2");
        Use other = use("false", "register:r.csv:2");

        assertThat(UseJson.factsSha256(one.facts()))
                .isEqualTo(UseJson.factsSha256(moved.facts()))
                .isEqualTo(UseJson.factsSha256(elsewhere.facts()))
                .isNotEqualTo(UseJson.factsSha256(other.facts()));
        assertThat(UseJson.contentSha256(one))
                .isEqualTo(UseJson.contentSha256(moved))
                .isNotEqualTo(UseJson.contentSha256(elsewhere))
                .isNotEqualTo(UseJson.contentSha256(other));
        // sha256 of: [{"fact":"f","recorded":null,"since":null,"until":null,"value":"true"}]
        assertThat(UseJson.factsSha256(one.facts()))
                .isEqualTo("5a2833732d15a5279635c7ccac1a2f5de49e6ee4b64ffc1a3c87761fbf872a70");
    }

    private static Use use(String value, String origin) {
        Facts facts = Facts.of(List.of(Fact.of("f", new FactValue.Text(value), origin)));
        return new Use("u", "d", "t", UseState.DECLARED, facts, origin);
    }

    @Test
    void bringsTextsIntoTheFormThatTheTrailHolds() {
        assertThat(new FactValue.Text("か\u3099\ud800x").value()).isEqualTo("が\ufffdx");
        assertThat(new FactValue.Members(new TreeSet<>(List.of("e\u0301", "\u00e9"))).values())
                .containsExactly("\u00e9");
        assertThatThrownBy(() -> new FactValue.Whole(1L << 53)).isInstanceOf(IllegalArgumentException.class);
    }
}
