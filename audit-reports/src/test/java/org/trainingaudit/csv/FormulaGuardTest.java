package org.trainingaudit.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\tplain",
                "\rplain",
                "\nplain",
                "\0=1",
                "\u001bplain",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "﹦1",
                "﹢1",
                "﹣1",
                "﹫x",
                "⁼1",
                "⁻1",
                "−1",
                " =1",
                "\u00a0=1",
                "\u3000=1",
                "\u200b=1",
                "\ufeff=1",
                "\u202e=1",
                "'quoted'",
                "''"
            })
    void putsOneApostropheBeforeWhatASpreadsheetMightRun(String text) {
        assertThat(FormulaGuard.guard(text)).isEqualTo("'" + text);
        assertThat(FormulaGuard.unguard(FormulaGuard.guard(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "plain", "0012345", "1E5", "a=b", " plain", "患者", "2026-11-21", "𠮷野", "x'"})
    void leavesAllElseAsItIs(String text) {
        assertThat(FormulaGuard.guard(text)).isEqualTo(text);
        assertThat(FormulaGuard.unguard(text)).isEqualTo(text);
    }
}
