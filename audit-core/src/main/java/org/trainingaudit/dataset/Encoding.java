package org.trainingaudit.dataset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a file's bytes stand for text.
 *
 * @param shown its name in results
 * @param charset what decodes it; for UTF-8 nothing needs to
 * @param skipped how many bytes of a byte order mark go before the text
 */
record Encoding(String shown, Charset charset, int skipped) {

    static final Encoding UTF_8 = new Encoding("utf-8", StandardCharsets.UTF_8, 0);
    static final Encoding UTF_8_MARKED = new Encoding("utf-8", StandardCharsets.UTF_8, 3);
    static final Encoding UTF_16_LE = new Encoding("utf-16le", StandardCharsets.UTF_16LE, 2);
    static final Encoding UTF_16_BE = new Encoding("utf-16be", StandardCharsets.UTF_16BE, 2);
    static final Encoding UTF_16_LE_BARE = new Encoding("utf-16le", StandardCharsets.UTF_16LE, 0);
    static final Encoding UTF_16_BE_BARE = new Encoding("utf-16be", StandardCharsets.UTF_16BE, 0);
    static final Encoding ISO_2022_JP = new Encoding("iso-2022-jp", Charset.forName("x-windows-iso2022jp"), 0);
    static final Encoding EUC_KR = new Encoding("euc-kr", Charset.forName("x-windows-949"), 0);
    static final Encoding GB18030 = new Encoding("gb18030", Charset.forName("GB18030"), 0);
    static final Encoding CP932 = new Encoding("cp932", Charset.forName("windows-31j"), 0);
    static final Encoding EUC_JP = new Encoding("euc-jp", Charset.forName("EUC-JP"), 0);
    static final Encoding CP1250 = new Encoding("windows-1250", Charset.forName("windows-1250"), 0);
    static final Encoding LATIN_2 = new Encoding("iso-8859-2", Charset.forName("ISO-8859-2"), 0);
    static final Encoding LATIN_1 = new Encoding("windows-1252", Charset.forName("windows-1252"), 0);

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }
}
