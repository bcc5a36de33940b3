package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CanonicalObjectTest {

    private static CanonicalObject of(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        CanonicalJson.parse(bytes);
        return CanonicalObject.of(bytes);
    }

    @Test
    void readsEachKindOfMember() {
        CanonicalObject object =
                of("{\"count\":-12,\"empty\":{},\"flag\":true,\"list\":[\"a\",1,\"b\\\"]\"],\"none\":null,"
                        + "\"objects\":[{\"x\":\"}\"},{\"x\":\"y\"}],\"text\":\"日本 \\\\ \\\"\\n\\u0001,\"}");

        assertThat(object.text("text")).isEqualTo("日本 \\ \"\n\u0001,");
        assertThat(object.number("count")).hasValue(-12);
        assertThat(object.flag("flag")).contains(true);
        assertThat(object.texts("list")).containsExactly("a", "b\"]");
        assertThat(object.objects("objects"))
                .extracting(inner -> inner.text("x"))
                .containsExactly("}", "y");
        assertThat(object.has("none")).isFalse();
        assertThat(object.has("empty")).isTrue();
        assertThat(object.object("empty").has("x")).isFalse();
    }

    @Test
    void isEmptyWhereAMemberIsMissingOrOfAnotherKind() {
        CanonicalObject object = of("{\"list\":[],\"number\":1,\"text\":\"x\"}");

        assertThat(object.text("number")).isEmpty();
        assertThat(object.text("missing")).isEmpty();
        assertThat(object.number("text")).isEmpty();
        assertThat(object.flag("text")).isEmpty();
        assertThat(object.texts("number")).isEmpty();
        assertThat(object.texts("text")).containsExactly("x");
        assertThat(object.objects("list")).isEmpty();
        assertThat(object.object("list").has("x")).isFalse();
    }

    @Test
    void tellsAnyValueAsPlainText() {
        CanonicalObject object =
                of("{\"flag\":false,\"list\":[\"a\",\"b\"],\"none\":null,\"number\":7,\"text\":\"x\"}");

        assertThat(object.plain("flag")).isEqualTo("false");
        assertThat(object.plain("list")).isEqualTo("a,b");
        assertThat(object.plain("none")).isEmpty();
        assertThat(object.plain("number")).isEqualTo("7");
        assertThat(object.plain("text")).isEqualTo("x");
        assertThat(object.tree().path("number").intValue()).isEqualTo(7);
    }
}
