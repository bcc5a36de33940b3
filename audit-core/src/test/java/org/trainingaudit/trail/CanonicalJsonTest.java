package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class CanonicalJsonTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @TestFactory
    Stream<DynamicTest> decidesEveryPublishedEntry() {
        return Vectors.ALL
                .path("entry_cases")
                .valueStream()
                .map(vector -> DynamicTest.dynamicTest(
                        vector.path("name").stringValue(),
                        () -> decide(
                                HexFormat.of().parseHex(vector.path("bytes_hex").stringValue()),
                                vector.path("expect").stringValue().equals("accept"))));
    }

    private static void decide(byte[] bytes, boolean accept) {
        if (accept) {
            assertThatCode(() -> EntryForm.read(bytes, 3)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> EntryForm.read(bytes, 3)).isInstanceOf(TrailException.class);
        }
    }

    @Test
    void readsEveryPublishedEntryAndWritesItAgain() {
        for (byte[] entry : Vectors.entries()) {
            assertThat(CanonicalJson.bytes(CanonicalJson.parse(entry))).isEqualTo(entry);
        }
    }

    @Test
    void computesThePublishedIdAndCommitment() {
        JsonNode id = Vectors.ALL.path("id_example");
        List<String> parts =
                id.path("parts").valueStream().map(JsonNode::stringValue).toList();
        assertThat(EntryId.of(parts.get(0), parts.subList(1, parts.size())))
                .isEqualTo(id.path("sha256").stringValue());
        JsonNode commitment = Vectors.ALL.path("commitment");
        byte[] key = HexFormat.of().parseHex(commitment.path("salt_hex").stringValue());
        assertThat(Commitment.of(key, commitment.path("field").stringValue(), commitment.path("value")))
                .isEqualTo(commitment.path("hmac_sha256").stringValue());
    }

    @Test
    void givesAPartWithANewlineAnIdOfItsOwn() {
        assertThat(EntryId.of("totals", List.of("run", "a\nb")))
                .isNotEqualTo(EntryId.of("totals", List.of("run", "a", "b")));
    }

    @Test
    void sortsMembersAndEscapesOnlyWhatMustBe() {
        JsonNode value = JsonMapper.shared().readTree("""
                {"b": "/\\u007f\\u2028\\u0001\\u001F\\b\\t\\n\\f\\r\\"\\\\", "a_1": [ ], "a": {}, "c": [1, -7, true, null]}""");
        assertThat(new String(CanonicalJson.bytes(value), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"a\":{},\"a_1\":[],\"b\":\"/\u007f\u2028\\u0001\\u001f\\b\\t\\n\\f\\r\\\"\\\\\",\"c\":[1,-7,true,null]}");
    }

    @Test
    void takesEightLevelsAndNoMore() {
        String eight = "[[[[[[[[1]]]]]]]]";
        assertThatCode(() -> CanonicalJson.parse(Vectors.bytes(eight))).doesNotThrowAnyException();
        assertThatThrownBy(() -> CanonicalJson.parse(Vectors.bytes("[" + eight + "]")))
                .hasMessageContaining("deeper than 8");
    }

    @Test
    void namesThePlaceOfWhatItRefusesButNotTheValue() {
        JsonNode half = NODES.objectNode().set("rows", NODES.arrayNode().add(0).add("secret\ud800"));
        assertThatThrownBy(() -> CanonicalJson.bytes(half))
                .hasMessage("the value at 'rows[1]' holds half a surrogate pair");
        assertThatThrownBy(() -> CanonicalJson.parse(Vectors.bytes("{\"a\":\"secret\"")))
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> CanonicalJson.bytes(NODES.objectNode().put("share", 0.5)))
                .hasMessageContaining("'share'");
    }

    @Test
    void refusesNumbersInAnyOtherWriting() {
        for (String number : List.of(
                "-0",
                "1e3",
                "01",
                "+1",
                "1.0",
                "9007199254740992",
                "-9007199254740992",
                "-9223372036854775808",
                "99999999999999999999",
                "Infinity")) {
            assertThatThrownBy(() -> CanonicalJson.parse(Vectors.bytes(number)))
                    .as(number)
                    .isInstanceOf(TrailException.class);
        }
    }

    @Test
    void refusesBytesThatOnlyLookLikeUtf8() {
        for (String hex : List.of("22c08022", "22eda08022", "22f490808022", "22f08080af22", "22ff22", "22e38122")) {
            assertThatThrownBy(() -> CanonicalJson.parse(HexFormat.of().parseHex(hex)))
                    .as(hex)
                    .isInstanceOf(TrailException.class);
        }
    }
}
