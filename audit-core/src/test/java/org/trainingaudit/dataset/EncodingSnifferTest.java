package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingSnifferTest {

    private static final String JAPANESE = "氏名,フリガナ,病名\n山田 太郎,ヤマダ タロウ,糖尿病\n佐藤 花子,サトウ ハナコ,高血圧症\n";
    private static final String KANJI = "患者番号,病名\n1,糖尿病\n2,高血圧症\n";
    private static final String HALF_WIDTH = "氏名,カナ\n山田,ﾔﾏﾀﾞ\n佐藤,ｻﾄｳ\n鈴木,ｽｽﾞｷ\n";
    private static final String FRENCH = "nom,ville\nHélène,Orléans\nFrançois,Besançon\nZoë,Évry\n";
    private static final String CHINESE = "姓名,疾病\n王小明,糖尿病\n李丽,高血压\n张伟,心脏病\n";
    private static final String KOREAN = "이름,병명\n김철수,당뇨병\n이영희,고혈압\n";
    private static final String RUSSIAN = "имя,город\nАнна,Москва\nБорис,Казань\nПётр,Тула\n";
    private static final String POLISH = "imię,miasto\nPaweł,Łódź\nStanisław,Gdańsk\nMichał,Wrocław\n";
    private static final String KANJI_LONG =
            "患者番号,氏名,住所,病名\n1,山田太郎,東京都新宿区西新宿,糖尿病\n2,佐藤花子,神奈川県横浜市中区,高血圧症\n3,鈴木一郎,愛知県名古屋市中村区,気管支喘息\n";
    private static final String CHINESE_LONG =
            "姓名,性别,出生日期,住址,疾病\n王小明,男,一九八〇,北京市朝阳区建国路,糖尿病\n李丽,女,一九九〇,上海市徐汇区,高血压\n张伟,男,一九七〇,广州市天河区,心脏病\n";
    private static final String POLISH_LONG =
            "imię,nazwisko,miasto\nPaweł,Wiśniewski,Łódź\nStanisław,Dąbrowski,Gdańsk\nMichał,Zając,Wrocław\nŁucja,Wąsik,Białystok\n";
    private static final String GREEK = "όνομα,πόλη\nΆννα,Αθήνα\nΓιώργος,Πάτρα\nΕλένη,Βόλος\n";

    private static String textNamed(String name) {
        return switch (name) {
            case "japanese" -> JAPANESE;
            case "kanji" -> KANJI;
            case "half-width" -> HALF_WIDTH;
            case "french" -> FRENCH;
            case "chinese" -> CHINESE;
            case "korean" -> KOREAN;
            case "kanji-long" -> KANJI_LONG;
            case "chinese-long" -> CHINESE_LONG;
            case "polish-long" -> POLISH_LONG;
            case "russian" -> RUSSIAN;
            case "greek" -> GREEK;
            default -> POLISH;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "japanese, UTF-8, utf-8",
        "japanese, windows-31j, cp932",
        "japanese, EUC-JP, euc-jp",
        "kanji, windows-31j, cp932",
        "kanji-long, EUC-JP, euc-jp",
        "chinese-long, GBK, gb18030",
        "polish-long, windows-1250, windows-1250",
        "polish-long, ISO-8859-2, iso-8859-2",
        "half-width, windows-31j, cp932",
        "half-width, EUC-JP, euc-jp",
        "french, UTF-8, utf-8",
        "french, ISO-8859-1, windows-1252",
        "chinese, UTF-8, utf-8",
        "chinese, GBK, gb18030",
        "chinese, GB18030, gb18030",
        "korean, EUC-KR, euc-kr",
        "korean, x-windows-949, euc-kr",
        "japanese, ISO-2022-JP, iso-2022-jp",
        "kanji, ISO-2022-JP, iso-2022-jp",
        "japanese, UTF-16LE, utf-16le",
        "japanese, UTF-16BE, utf-16be",
        "kanji, UTF-16LE, utf-16le",
        "french, UTF-16BE, utf-16be",
        "korean, UTF-16LE, utf-16le"
    })
    void tells(String text, String charset, String told) {
        byte[] bytes = textNamed(text).getBytes(Charset.forName(charset));
        assertThat(EncodingSniffer.sniff(bytes, true).shown()).isEqualTo(told);
        assertThat(new String(bytes, EncodingSniffer.sniff(bytes, true).charset()))
                .isEqualTo(textNamed(text));
    }

    @ParameterizedTest
    @CsvSource({
        "kanji, EUC-JP",
        "chinese, Big5",
        "russian, windows-1251",
        "russian, KOI8-R",
        "russian, IBM866",
        "greek, ISO-8859-7",
        "polish, ISO-8859-2",
        "polish, windows-1250"
    })
    void refusesWhatItCanNotTell(String text, String charset) {
        byte[] bytes = textNamed(text).getBytes(Charset.forName(charset));
        assertThatThrownBy(() -> EncodingSniffer.sniff(bytes, true))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("save it as UTF-8");
    }

    @Test
    void takesAFileHalfShiftJisForUtf8WhoseOtherRowsAreBroken() {
        byte[] good = JAPANESE.getBytes(StandardCharsets.UTF_8);
        byte[] other = JAPANESE.getBytes(Charset.forName("windows-31j"));
        byte[] both = new byte[good.length + other.length];
        System.arraycopy(good, 0, both, 0, good.length);
        System.arraycopy(other, 0, both, good.length, other.length);
        assertThat(EncodingSniffer.sniff(both, true).shown()).isEqualTo("utf-8");
    }

    @Test
    void isNotMisledByAPrefixThatEndsWithinACharacter() {
        byte[] bytes = JAPANESE.repeat(50).getBytes(StandardCharsets.UTF_8);
        for (int length = 200; length < 220; length++) {
            byte[] prefix = java.util.Arrays.copyOf(bytes, length);
            assertThat(EncodingSniffer.sniff(prefix, false).shown()).isEqualTo("utf-8");
        }
    }
}
