package org.trainingaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void showsTextAndNeverRunsIt() {
        assertThat(Markup.text("<script>alert('x')</script> & \"y\"").html())
                .isEqualTo("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;");
    }

    @Test
    void showsCharactersThatSteerTheDisplayByNumber() {
        assertThat(Markup.text("a\u202eb\0c\u200bd患者𠮷").html()).isEqualTo("a[U+202E]b[U+0000]c[U+200B]d患者𠮷");
    }

    @Test
    void escapesAttributes() {
        assertThat(Markup.element("p").with("title", "\" onclick=\"x").holding().html())
                .isEqualTo("<p title=\"&quot; onclick=&quot;x\"></p>");
    }
}
