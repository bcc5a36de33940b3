package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonDatasetTest extends ReadsFiles {

    @Test
    void readsJsonLinesWithPathsAsColumns() throws IOException {
        ReadResult result = read("people.jsonl", """
                {"name":"Anna","address":{"city":"Bonn"},"tags":["a","b"]}

                {"name":null,"items":[{"id":1},{"id":2.50,"ok":true}]}
                {"name":"broken
                "text alone"
                {"name":"Cora"} {"name":"two"}
                """);
        assertThat(got.columns).containsExactly("name", "address.city", "tags[]", "items[].id", "items[].ok", "#1");
        assertThat(got.rows)
                .containsExactly(
                        List.of("Anna", "Bonn", "a\nb", "", "", ""),
                        List.of("", "", "", "1\n2.50", "true", ""),
                        List.of("", "", "", "", "", "text alone"));
        assertThat(got.rejected()).containsExactly("3/4/json", "5/6/json");
        assertThat(result.read()).isEqualTo(5);
        assertThat(result.rejectedBy()).containsEntry("json", 2L);
    }

    @Test
    void readsMessagesOfAChatUnderOneColumn() throws IOException {
        read(
                "chat.jsonl",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"},{\"role\":\"bot\",\"content\":\"yes\"}]}\n");
        assertThat(got.columns).containsExactly("messages[].role", "messages[].content");
        assertThat(got.rows).containsExactly(List.of("user\nbot", "hi\nyes"));
    }

    @Test
    void keepsNoEmptyValuesOfAnArray() throws IOException {
        read("nulls.jsonl", "{\"a\":[null,\"\",\"x\",null,\"y\"]}\n{\"a\":[]}\n{\"a\":[null,null,null]}\n");
        assertThat(got.rows).containsExactly(List.of("x\ny"), List.of(""), List.of(""));
    }

    @Test
    void forgetsTheRowBefore() throws IOException {
        String longText = "z".repeat(1000);
        read("rows.jsonl", "{\"a\":\"" + longText + "\"}\n{\"b\":\"x\"}\n{\"a\":\"y\"}\n");
        assertThat(got.rows).containsExactly(List.of(longText, ""), List.of("", "x"), List.of("y", ""));
    }

    @Test
    void readsAJsonArrayAsRows() throws IOException {
        read("people.json", "[{\"a\":1},\n {\"a\":2,\"b\":{\"c\":\"x\"}}]");
        assertThat(got.columns).containsExactly("a", "b.c");
        assertThat(got.rows).containsExactly(List.of("1", ""), List.of("2", "x"));
    }

    @Test
    void readsJsonValuesOneBehindTheOther() throws IOException {
        read("people.json", "{\"a\":1}\n{\"a\":2}\n");
        assertThat(got.rows).containsExactly(List.of("1"), List.of("2"));
    }

    @Test
    void refusesBrokenJsonWithoutQuotingIt() {
        refused("secret.json", "[{\"a\":\"Anna Bonn\"},{\"a\":Anna}]")
                .hasMessageContaining("not JSON, at line 1, column")
                .hasMessageNotContaining("Anna");
    }

    @Test
    void refusesJsonWithTooManyPathsOrTooDeep() {
        StringBuilder wide = new StringBuilder();
        for (int i = 0; i < 101; i++) {
            wide.append("{\"k").append(i).append("\":1}\n");
        }
        refused("wide.jsonl", wide.toString().getBytes(StandardCharsets.UTF_8), Refusal.Reason.OVER_LIMIT)
                .hasMessageContaining("more than 100 different paths");
        byte[] deep = "[".repeat(5000).getBytes(StandardCharsets.UTF_8);
        refused("deep.json", deep, Refusal.Reason.OVER_LIMIT).hasMessageContaining("nested too deep");
    }

    @Test
    void rejectsAJsonRowThatIsTooLong() throws IOException {
        String json = "[{\"a\":[" + "\"xxxxxxxxx\",".repeat(20) + "1]},{\"a\":[2]}]";
        read("rows.json", json.getBytes(StandardCharsets.UTF_8), new Limits(100, 100, 1));
        assertThat(got.rejected()).containsExactly("1/1/too-long");
        assertThat(got.rows).containsExactly(List.of("2"));
    }
}
