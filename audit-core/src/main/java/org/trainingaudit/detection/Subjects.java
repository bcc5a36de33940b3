package org.trainingaudit.detection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Diseases, beliefs and crimes as a subject: diabetes research and 糖尿病学会 tell nothing of anybody. */
final class Subjects {

    private static final Set<String> LATIN = Set.of(
            "prevalence",
            "incidence",
            "mortality",
            "research",
            "awareness",
            "prevention",
            "association",
            "society",
            "foundation",
            "federation",
            "conference",
            "guidelines",
            "guideline",
            "statistics",
            "epidemic",
            "screening",
            "check",
            "checks",
            "rate",
            "rates",
            "studies");

    private static final Map<Character, List<String>> OTHERS = byFirst(List.of(
            "学会", "協会", "研究", "対策", "予防", "の予防", "の原因", "の治療法", "とは", "啓発", "月間", "専門医", "センター", "率", "患者数", "の日", "検診",
            "の流行", "の治療ガイド", "の診療ガイド", "保険", "にご注意", "に注意", "に気を付け", "の認知件数", "認知件数", "の件数", "件数", "の支持率", "支持率", "定点",
            "の統計", "の現状", "の実態", "撲滅", "根絶", "の比較", "特集", "の特集", "の基礎知識", "の割合", "の推移", "治療薬", "の新薬", "ワクチンの開発", "患者会",
            "者数", "教室", "セミナー", "講座", "週間", "デー", "警報", "注意報", "所 ", "官", "罪の構成", "被害者支援", "を防ぐ", "が流行", "発生状況",
            "の発生状況", "に関する", "の種類", "の定義", "の症状と", "の検査方法", "の話題", "について", "ガイドライン", "の歴史", "について教", "の症状は", "の症状を教",
            "防止"));

    private static final int LONGEST = 12;

    private Subjects() {}

    private static Map<Character, List<String>> byFirst(List<String> words) {
        Map<Character, List<String>> byFirst = new TreeMap<>();
        words.forEach(word -> byFirst.merge(word.charAt(0), List.of(word), Subjects::both));
        return byFirst;
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Whether what stands behind the word says that it's a subject. */
    static boolean isOne(FoldedText text, int end) {
        if (end >= text.length()) {
            return false;
        }
        if (text.at(end) == ' ') {
            return LATIN.contains(word(text, end + 1));
        }
        return text.at(end) >= 0x80
                && OTHERS.getOrDefault(text.at(end), List.of()).stream().anyMatch(word -> stands(text, end, word));
    }

    private static String word(FoldedText text, int from) {
        int to = from;
        while (to < text.length() && to - from <= LONGEST && Words.isLatin(text.lowerAt(to))) {
            to++;
        }
        return text.lower(from, to);
    }

    private static boolean stands(FoldedText text, int at, String what) {
        boolean same = at + what.length() <= text.length();
        for (int i = 0; same && i < what.length(); i++) {
            same = text.at(at + i) == what.charAt(i);
        }
        return same;
    }
}
