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
            Pattern.compile(
                    " ?(?:様|さん|氏|君|殿|先生|くん|ちゃん|部長|課長|係長|社長|主任|次長|会長|専務|常務|店長|教授|准教授|医師|選手|議員|監督|宛|容疑者|被告|受刑者|死刑囚|記者|弁護士|院長|校長|園長|施設長|先輩|後輩|夫妻|夫人|嬢|牧師|住職|知事|市長|町長|大臣|看護師|保健師|巡査|警部)"),
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

    private static final TextPattern INTRODUCED =
            new TextPattern(Pattern.compile("(?:です[。！!]|ですが|と申します|と申し|と言います|でございます|と名乗)"), ALPHABET);

    /** What goes on so is named after somebody: 松本清張全集. */
    private static final TextPattern NAMED_AFTER = new TextPattern(
            Pattern.compile(
                    "(?:全集|選集|作品集|詩集|句集|歌集|画集|賞|記念|文学館|美術館|博物館|文庫|著|展|伝|論|杯|通り|商店|工務店|建設|製作所|工業|株式会社|医院|歯科|内科|整形|クリニック|事務所|法律|会計)"),
            ALPHABET);

    /** A family name that ends so before a boundary stands for somebody, whom a label has announced. */
    private static final String BOUNDARY = ")、。 　はがもをにとへの(/";

    /** Characters that end or begin no given name after a family name: 山口県出身, 森林公園. */
    private static final String COMMON = "県市区町村駅都府郡店社院校川山島人員者部課所会式品物製的性線円年月日時分国語学園";

    private static final String ENDS_OF_GIVEN = "子美代江香恵奈乃音郎男夫太斗菜花実";

    private static final String AMOUNTS = "数円額費率量度級点件回個台冊枚組";

    /** Who speaks of somebody by the family name alone: 弊社阿部が. */
    private static final Set<String> OF_OURS = Set.of("弊社", "当社", "当方", "弊部", "当部", "部下", "同僚", "担当", "社員", "店長", "課長");

    /** Families named as places are: 福島は晴れ. */
    private static final Set<String> FAMILIES_OF_PLACES = Set.of(
            "秋田", "山形", "福島", "千葉", "富山", "石川", "福井", "長野", "岐阜", "三重", "奈良", "島根", "岡山", "広島", "山口", "徳島", "香川", "高知",
            "福岡", "佐賀", "長崎", "熊本", "宮崎", "宮城", "茨城", "大阪", "神戸", "横浜", "川崎", "渋谷", "目黒", "中野", "上野", "品川", "大宮", "浦和",
            "松本", "松山", "高松", "金沢", "前橋", "高崎", "水戸", "盛岡", "仙台", "札幌", "函館", "旭川", "小樽", "豊田", "本田", "松下", "大津", "大和",
            "大島", "小笠原", "神田", "新宿", "赤坂", "青山", "池袋", "板橋", "三島", "沼津", "浜松", "豊橋", "岡崎", "宇都宮", "会津", "北海", "成田", "柏",
            "船橋", "市川", "立川", "町田", "府中", "日野", "三鷹", "国立", "相模", "鎌倉", "平塚");

    private static final String TOPICS = "はがも";

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
            if (isHan(text, i) && (i == 0 || !isHan(text, i - 1) || isOfOurs(text, i) || teller.isRightAfterLabel(i))) {
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
        kana(run, text, teller);
    }

    /** Names in kana that something beside them shows to be names. */
    private static void kana(RegexRun run, FoldedText text, Teller teller) {
        for (int from = 0; KANA_HONOURED.find(run, from); ) {
            from = TextPattern.next(run);
            if (!ANYBODY.contains(text.text(run.start(0), run.end(0)))) {
                teller.tell(run.start(0), run.end(0), 0.6);
            }
        }
        for (int from = 0; KANA_MARKED.find(run, from); ) {
            from = TextPattern.next(run);
            teller.tell(run.start(0), run.end(0), 0.6);
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
        boolean known = end > given && lists.isGivenJa(text.chars(), given, end) && !NAMED_AFTER.standsAt(run, end);
        boolean honoured = HONORIFIC.standsAt(run, end);
        boolean work = NAMED_AFTER.standsAt(run, end);
        boolean plausible = end > given && PLACES.indexOf(text.at(end - 1)) < 0 && !work;
        boolean whole = cell.isWhole(start, end);
        boolean introduced =
                plausible && isPause(text, start) && INTRODUCED.standsAt(run, end) && !hasCommon(text, given, end);
        boolean two = end - start == 2 && !honoured && !whole;
        boolean cut = end - given == 1 && end < text.length() && isHan(text, end) && !honoured;
        double alone = isTopic(text, start, family)
                ? 0.6
                : known && !two && !cut
                        ? 0.85
                        : plausible && (honoured || (whole && spaced)) ? 0.7 : honoured || introduced ? 0.6 : 0;
        boolean byFamily = end == given && family > 1 && isBoundary(text, end);
        double labelled = known || plausible || honoured ? 0.92 : byFamily && teller.isRightAfterLabel(start) ? 0.8 : 0;
        double unlabelled = listed ? Math.max(alone, labelled) : alone;
        teller.tell(start, end, unlabelled, whole || teller.isRightAfterLabel(start) ? labelled : alone);
        return end;
    }

    private static boolean isOfOurs(FoldedText text, int start) {
        return start >= 2 && OF_OURS.contains(text.text(start - 2, start));
    }

    /** Whether a family name by itself is what the sentence is about. */
    private static boolean isTopic(FoldedText text, int start, int family) {
        int end = start + family;
        return family > 1
                && end + 1 < text.length()
                && TOPICS.indexOf(text.at(end)) >= 0
                && (start == 0 || isOfOurs(text, start))
                && !FAMILIES_OF_PLACES.contains(text.text(start, end));
    }

    private static boolean isBoundary(FoldedText text, int end) {
        return end >= text.length() || BOUNDARY.indexOf(text.at(end)) >= 0;
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
        boolean asking = end < cell.text().length() && "=:→".indexOf(cell.text().at(end)) >= 0;
        boolean amount = AMOUNTS.indexOf(cell.text().at(end - 1)) >= 0;
        boolean shortEnough = end - start <= 8 && !asked && !asking && !amount;
        teller.tell(start, end, whole && spaced ? 0.35 : 0, labelled && shortEnough ? 0.7 : 0);
        return start;
    }

    /** The end of the longest known given name from there, else of the characters that could be one. */
    private int givenEnd(FoldedText text, int start, RegexRun run) {
        if (HONORIFIC.standsAt(run, start)) {
            return start;
        }
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
