package org.trainingaudit.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Art. 19                          | 第19条
            Art. 27(1)                       | 第27条第1項
            Art. 27(5)(iii)                  | 第27条第5項第3号
            Art. 30-2(5) (as reported)       | 第30条の2第5項（報道による）
            Arts 18, 20, 27 (as reported)    | 第18条、第20条、第27条（報道による）
            Arts 17(2), 21(3)                | 第17条第2項、第21条第3項
            Art. 21(1), (2)                  | 第21条第1項、第2項
            Arts 43-46                       | 第43条から第46条まで
            Art. 20(2); Cabinet Order Art. 9 | 第20条第2項、政令第9条
            Art. 26; Enforcement Rules Art. 7 | 第26条、施行規則第7条
            Art. 27(2) as amended (as reported) | 改正後の第27条第2項（報道による）
            Art. 30-2 and rules to come      | 第30条の2及び今後定める規則
            new articles on children (as reported) | 16歳未満の者に関する新設の条（報道による）
            """)
    void followTheMannerOfJapaneseLaw(String citation, String japanese) {
        assertThat(Citations.ja(citation)).isEqualTo(japanese);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PPC Q&A 7-53
            45 CFR 164.514(b)(2)(i)
            Art. 6(1)(f)
            Art. 6(1)(f); EDPB Opinion 28/2024
            Arts 5(1)(a), 6(1)
            new articles on moonlight (as reported)
            RCW 19.373.010 as amended
            Decree Art. 18
            """)
    void areLeftAsTheyAreWhereTheMannerCouldChangeWhatIsCited(String citation) {
        assertThat(Citations.ja(citation)).isEqualTo(citation);
    }
}
