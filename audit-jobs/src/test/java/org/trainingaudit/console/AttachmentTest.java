package org.trainingaudit.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** How a file to keep is handed to a browser. */
class AttachmentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verdicts.csv",
                "判定一覧.csv",
                "a\"; filename=\"evil.html",
                "a\r\nSet-Cookie: x=1\r\n\r\n<script>",
                "a;b,c'd%20e\\f.csv",
                "\u202Evsc.exe"
            })
    void isOneHeaderWithTheNameInIt(String name) {
        ResponseEntity<byte[]> answer = ReportsPage.file(name, new byte[0]);
        List<String> headers = answer.getHeaders().getOrEmpty(HttpHeaders.CONTENT_DISPOSITION);
        assertThat(headers).hasSize(1);
        assertThat(headers.get(0)).startsWith("attachment; ").matches("[ -~]+");
        assertThat(answer.getHeaders().getContentType()).hasToString("application/octet-stream");
        assertThat(extended(headers.get(0))).isEqualTo(name.replaceAll("[\\r\\n\u202E]", "_"));
        assertThat(ContentDisposition.parse(headers.get(0)).isAttachment()).isTrue();
    }

    /** What RFC 6266 has browsers take: the part that names its encoding, before any other. */
    private static String extended(String header) {
        int at = header.indexOf("filename*=UTF-8''");
        String text = at < 0
                ? header.replaceAll(".*filename=\"([^\"]*)\".*", "$1")
                : header.substring(at + "filename*=UTF-8''".length()).split(";", 2)[0];
        return java.net.URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
