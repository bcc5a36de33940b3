package org.trainingaudit.detection;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of people in kanji and kana: family names of a list, what a label announces, and what an honorific follows. */
final class JapaneseNames {

    private static final Alphabet ALPHABET = new Alphabet();
    private static final TextPattern JAPANESE = new TextPattern(
            Pattern.compile("[\\p{IsHan}々ヶ]{1,4} ?[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}々ー]{1,5}"), ALPHABET);
    private static final TextPattern KANA = new TextPattern(
            Pattern.compile(
                    "[\\p{IsKatakana}ー]{2,6}[ ・][\\p{IsKatakana}ー]{2,6}|[\\p{IsHiragana}ー]{2,6} [\\p{IsHiragana}ー]{2,6}"),
            ALPHABET);
    private static final TextPattern HONORIFIC = new TextPattern(
            Pattern.compile(" ?(?:様|さん|氏|君|殿|先生|くん|ちゃん|部長|課長|係長|社長|主任|次長|会長|専務|常務|店長|教授|准教授|医師|選手|議員|監督|宛)"), ALPHABET);
    private static final TextPattern INTRODUCED =
            new TextPattern(Pattern.compile("(?:です[。！!]|ですが|と申します|と申し|と言います|でございます|と名乗)"), ALPHABET);

    /** Characters that end or begin no given name after a family name: 山口県出身, 森林公園. */
    private static final String COMMON = "県市区町村駅都府郡店社院校川山島人員者部課所会式品物製的性線円年月日時分国語学園";

    private static final String ENDS_OF_GIVEN = "子美代江香恵奈乃音郎男夫太斗菜花実";

    private static final String PLACES = "県市区町村駅都府郡店社院校川山島";
    private static final List<String> ACCOUNTS = List.of("普通", "当座", "口座", "貯蓄");
    private static final int SHORTEST_ACCOUNT = 6;
    private static final int KIND_OF_ACCOUNT = 6;

    /** What a form asks for beside the name is no name: 氏名、住所、電話番号. */
    private static final Set<String> ASKED = Set.of(
            "住所", "電話", "生年", "性別", "年齢", "所属", "会社", "連絡", "番号", "記入", "入力", "確認", "職業", "部署", "役職", "携帯", "学校", "勤務");

    private static final int ASKED_WORD = 2;
    private static final int LONGEST_JAPANESE = 10;
    private static final int LONGEST_KANA = 5;

    private final NameLists lists;

    JapaneseNames(NameLists lists) {
        this.lists = lists;
    }

    void find(Cell cell, Teller teller) {
        FoldedText text = cell.text();
        int next = -1;
        for (int i = 0; i < text.length(); i++) {
            if (isHan(text, i) && (i == 0 || !isHan(text, i - 1) || teller.isRightAfterLabel(i))) {
                boolean labelled = i == next || teller.isRightAfterLabel(i);
                int end = japaneseName(cell, i, teller, i == next);
                next = labelled && end > i && end < text.length() && text.at(end) == '、' ? end + 1 : -1;
                i = Math.max(i, end - 1);
            }
        }
        RegexRun run = cell.run();
        for (int from = 0; mayHaveKana(text) && KANA.find(run, from); ) {
            from = TextPattern.next(run);
            boolean whole = cell.isWhole(run.start(0), run.end(0));
            teller.tell(run.start(0), run.end(0), whole ? 0.35 : isHolder(text, run.start(0)) ? 0.7 : 0, 0.9);
        }
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

    /** Whether two runs of kana stand side by side with a space or a dot between. */
    private static boolean mayHaveKana(FoldedText text) {
        for (int i = 1; i + 1 < text.length(); i++) {
            char c = text.at(i);
            if ((c == ' ' || c == '・') && text.at(i - 1) >= 0x2E80 && text.at(i + 1) >= 0x2E80) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHan(FoldedText text, int index) {
        return text.at(index) >= 0x2E80 && FoldTable.isHan(text.at(index));
    }

    /** Tells a name that begins there, perhaps the next of several after one label; returns where it ends, or the start. */
    private int japaneseName(Cell cell, int start, Teller teller, boolean listed) {
        FoldedText text = cell.text();
        RegexRun run = cell.run();
        int family = lists.familyJa(text.chars(), start, text.length());
        if ((family == 0 && !mayBeUnknown(cell, start, teller)) || !JAPANESE.standsAt(run, start)) {
            return start;
        }
        int shapeEnd = run.end(0);
        if (family == 0) {
            return unknownName(cell, start, shapeEnd, teller);
        }
        boolean spaced = start + family < text.length() && text.at(start + family) == ' ';
        int given = start + family + (spaced ? 1 : 0);
        int end = givenEnd(text, given, run);
        boolean known = end > given && lists.isGivenJa(text.chars(), given, end);
        boolean honoured = HONORIFIC.standsAt(run, end);
        boolean plausible = end > given && PLACES.indexOf(text.at(end - 1)) < 0;
        boolean whole = cell.isWhole(start, end);
        boolean introduced =
                plausible && isPause(text, start) && INTRODUCED.standsAt(run, end) && !hasCommon(text, given, end);
        double alone =
                known ? 0.85 : plausible && (honoured || (whole && spaced)) ? 0.7 : honoured || introduced ? 0.6 : 0;
        double labelled = known || plausible || honoured ? 0.92 : 0;
        double unlabelled = listed ? Math.max(alone, labelled) : alone;
        teller.tell(start, end, unlabelled, whole || teller.isRightAfterLabel(start) ? labelled : alone);
        return end;
    }

    /** Whether {@link #unknownName} could tell anything there. */
    private static boolean mayBeUnknown(Cell cell, int start, Teller teller) {
        return cell.isWhole(start, Math.min(cell.text().length(), start + LONGEST_JAPANESE))
                || teller.isRightAfterLabel(start);
    }

    /** No list knows the family name: only the form of a whole value, or a label before it that isn't the same word's: 指名競争. */
    private static int unknownName(Cell cell, int start, int end, Teller teller) {
        boolean spaced = cell.text().text(start, end).indexOf(' ') > 0;
        boolean whole = cell.isWhole(start, end);
        boolean apart = start == 0 || !isHan(cell.text(), start - 1);
        boolean labelled = whole || (apart && teller.isRightAfterLabel(start));
        boolean asked = ASKED.contains(cell.text().text(start, Math.min(end, start + ASKED_WORD)));
        boolean shortEnough = end - start <= 8 && !asked;
        teller.tell(start, end, whole && spaced ? 0.35 : 0, labelled && shortEnough ? 0.7 : 0);
        return start;
    }

    /** The end of the longest known given name from there, else of the characters that could be one. */
    private int givenEnd(FoldedText text, int start, RegexRun run) {
        for (int end = Math.min(text.length(), start + 4); end > start; end--) {
            if (lists.isGivenJa(text.chars(), start, end)) {
                return end;
            }
        }
        int kana = kanaEnd(text, start, run);
        if (kana > start) {
            return kana;
        }
        int end = start;
        while (end < text.length() && end < start + 3 && isHan(text, end)) {
            end++;
            if (HONORIFIC.standsAt(run, end)) {
                return end;
            }
        }
        return end;
    }

    /** The end of a given name in kana, as in くみ子, or as in さゆりさん; the start if there is none. */
    private static int kanaEnd(FoldedText text, int start, RegexRun run) {
        int end = start;
        while (end < text.length() && end < start + LONGEST_KANA && isKana(text.at(end))) {
            end++;
        }
        if (end > start && end < text.length() && ENDS_OF_GIVEN.indexOf(text.at(end)) >= 0) {
            return end + 1;
        }
        for (int to = end; to >= start + 2; to--) {
            boolean ends = to == end && (to == text.length() || "（(、。 　".indexOf(text.at(to)) >= 0);
            if (ends || HONORIFIC.standsAt(run, to) || INTRODUCED.standsAt(run, to)) {
                return to;
            }
        }
        return start;
    }

    private static boolean isKana(char c) {
        return c >= 0x3041 && c <= 0x30FA;
    }

    private static boolean isPause(FoldedText text, int start) {
        return start == 0 || "。、！!?？\n 　は".indexOf(text.at(start - 1)) >= 0;
    }

    private static boolean hasCommon(FoldedText text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (COMMON.indexOf(text.at(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
