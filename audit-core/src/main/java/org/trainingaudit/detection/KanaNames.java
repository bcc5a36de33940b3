package org.trainingaudit.detection;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of people in kana: two runs of it side by side, or what stands beside one shows it to be a name. */
final class KanaNames {

    private static final Alphabet ALPHABET = new Alphabet();
    private static final TextPattern KANA = new TextPattern(
            Pattern.compile(
                    "[\\p{IsKatakana}ー]{2,6}[ ・][\\p{IsKatakana}ー]{2,6}|[\\p{IsHiragana}ー]{2,6} [\\p{IsHiragana}ー]{2,6}"),
            ALPHABET);
    /** A name from abroad before an honorific: シャルマ氏. */
    private static final TextPattern KANA_HONOURED = new TextPattern(
            Pattern.compile(
                    "(?<![\\p{IsKatakana}ー])[\\p{IsKatakana}ー]{2,10}(?:[ ・][\\p{IsKatakana}ー]{1,10}){0,3}(?=氏|さん|様|容疑者|被告|君)"),
            ALPHABET);

    /** Of several names from abroad in brackets, or one of kana before a date: （グエン ティ ラン）. */
    private static final TextPattern KANA_MARKED = new TextPattern(
            Pattern.compile(
                    "(?<=[(])[\\p{IsKatakana}ー]{2,8}(?:[ ・][\\p{IsKatakana}ー]{1,8}){2,3}(?=[)])"
                            + "|(?:[\\p{IsKatakana}ー]{2,6} [\\p{IsKatakana}ー]{2,6}|[\\p{IsHiragana}ー]{2,6} [\\p{IsHiragana}ー]{2,6})(?= {0,2}[(]?(?:明治|大正|昭和|平成|令和|(?:19|20)[0-9]{2}[年/.-]))"),
            ALPHABET);

    /** Words in katakana for whoever it may be: お客様 isn't, but ユーザー様 and ドライバーさん are no names either. */
    private static final Set<String> ANYBODY = Set.of(
            "ユーザー", "ユーザ", "メーカー", "オーナー", "ゲスト", "スタッフ", "ドライバー", "ヘルパー", "ママ", "パパ", "サンタ", "ファン", "メンバー", "リーダー",
            "マネージャー", "クライアント", "カスタマー", "サポーター", "モデル", "タレント", "アナウンサー", "カメラマン", "デザイナー", "エンジニア", "コーチ", "ボランティア",
            "インターン", "バイト", "パート", "ホスト", "ナース", "ドクター", "シスター", "ペット", "ワンコ", "ネコ", "イヌ", "ベンダー", "ディーラー", "キャスト",
            "アイドル", "ライター", "プロ", "アマ", "テナント", "キャディー", "ガイド", "プレイヤー", "プレーヤー", "セラピスト", "トレーナー", "ケアマネ", "レシピエント",
            "ドナー");

    /** The first characters of those honorifics. */
    private static final String HONOURS = "氏さ様容被君";

    private static final List<String> ACCOUNTS = List.of("普通", "当座", "口座", "貯蓄");
    private static final int SHORTEST_ACCOUNT = 6;
    private static final int KIND_OF_ACCOUNT = 6;

    private static final double MARKED = 0.6;

    private KanaNames() {}

    static void find(Cell cell, Teller teller) {
        boolean apart = isApart(cell.text());
        if (apart) {
            apart(cell, teller);
        }
        if (isHonoured(cell.text())) {
            honoured(cell, teller);
        }
        if (apart) {
            marked(cell, teller);
        }
    }

    private static void apart(Cell cell, Teller teller) {
        RegexRun run = cell.run();
        for (int from = 0; KANA.find(run, from); ) {
            from = TextPattern.next(run);
            boolean whole = cell.isWhole(run.start(0), run.end(0));
            double alone = whole ? 0.35 : isHolder(cell.text(), run.start(0)) ? 0.7 : 0;
            teller.tell(run.start(0), run.end(0), alone, 0.9);
        }
    }

    private static void honoured(Cell cell, Teller teller) {
        RegexRun run = cell.run();
        for (int from = 0; KANA_HONOURED.find(run, from); ) {
            from = TextPattern.next(run);
            if (!ANYBODY.contains(cell.text().text(run.start(0), run.end(0)))) {
                teller.tell(run.start(0), run.end(0), MARKED);
            }
        }
    }

    private static void marked(Cell cell, Teller teller) {
        RegexRun run = cell.run();
        for (int from = 0; KANA_MARKED.find(run, from); ) {
            from = TextPattern.next(run);
            teller.tell(run.start(0), run.end(0), MARKED);
        }
    }

    /** Whether two runs of kana can stand side by side with a space or a dot between. */
    private static boolean isApart(FoldedText text) {
        for (int i = 1; i + 1 < text.length(); i++) {
            char c = text.at(i);
            if ((c == ' ' || c == '・') && text.at(i - 1) >= 0x2E80 && text.at(i + 1) >= 0x2E80) {
                return true;
            }
        }
        return false;
    }

    /** Whether an honorific can stand right behind katakana. */
    private static boolean isHonoured(FoldedText text) {
        for (int i = 1; i < text.length(); i++) {
            if (isKatakana(text.at(i - 1)) && HONOURS.indexOf(text.at(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Katakana, or one of the few characters that stand among it. */
    private static boolean isKatakana(char c) {
        return c >= 0x30A0 && c <= 0x33FF;
    }

    /** Whether the number of an account stands before it, as banks write whose it is: 普通 1234567 ﾔﾏﾀﾞ ﾀﾛｳ. */
    private static boolean isHolder(FoldedText text, int start) {
        int from = start - 1;
        while (from > 0 && text.at(from) == ' ') {
            from--;
        }
        int end = from;
        while (from >= 0 && text.at(from) >= '0' && text.at(from) <= '9') {
            from--;
        }
        String before = text.text(Math.max(0, from - KIND_OF_ACCOUNT), from + 1);
        return end - from >= SHORTEST_ACCOUNT && ACCOUNTS.stream().anyMatch(before::contains);
    }
}
