package org.trainingaudit.detection;

import java.util.Set;
import java.util.regex.Pattern;

/** Names of people in kanji: family names of a list, what a label announces, and what an honorific follows. */
final class JapaneseNames {

    private static final Alphabet ALPHABET = new Alphabet();
    private static final TextPattern JAPANESE = new TextPattern(
            Pattern.compile("[\\p{IsHan}々ヶ]{1,4} ?[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}々ー]{1,5}"), ALPHABET);
    private static final Literals HONORIFIC = new Literals(
            "様", "さん", "氏", "君", "殿", "先生", "くん", "ちゃん", "部長", "課長", "係長", "社長", "主任", "次長", "会長", "専務", "常務", "店長",
            "教授", "准教授", "医師", "選手", "議員", "監督", "宛", "容疑者", "被告", "受刑者", "死刑囚", "記者", "弁護士", "院長", "校長", "園長", "施設長",
            "先輩", "後輩", "夫妻", "夫人", "嬢", "牧師", "住職", "知事", "市長", "町長", "大臣", "看護師", "保健師", "巡査", "警部");
    private static final Literals INTRODUCED = new Literals("です。", "です!", "ですが", "と申し", "と言います", "でございます", "と名乗");

    /** What goes on so is named after somebody: 松本清張全集. */
    private static final Literals NAMED_AFTER = new Literals(
            "全集", "選集", "作品集", "詩集", "句集", "歌集", "画集", "賞", "記念", "文学館", "美術館", "博物館", "文庫", "著", "展", "伝", "論", "杯",
            "通り", "商店", "工務店", "建設", "製作所", "工業", "株式会社", "医院", "歯科", "内科", "整形", "クリニック", "事務所", "法律", "会計");

    /** A family name that ends so before a boundary stands for somebody, whom a label has announced. */
    private static final String BOUNDARY = ")、。 　はがもをにとへの(/";

    /** Characters that end or begin no given name after a family name: 山口県出身, 森林公園. */
    private static final String COMMON = "県市区町村駅都府郡店社院校川山島人員者部課所会式品物製的性線円年月日時分国語学園";

    private static final String ENDS_OF_GIVEN = "子美代江香恵奈乃音郎男夫太斗菜花実";

    private static final String AMOUNTS = "数円額費率量度級点件回個台冊枚組";

    /** Who speaks of somebody by the family name alone: 弊社阿部が. */
    private static final Literals OF_OURS =
            new Literals("弊社", "当社", "当方", "弊部", "当部", "部下", "同僚", "担当", "社員", "店長", "課長");

    /** How long each of those is. */
    private static final int OURS = 2;

    /** Families named as places are: 福島は晴れ. */
    private static final Set<String> FAMILIES_OF_PLACES = Set.of(
            "秋田", "山形", "福島", "千葉", "富山", "石川", "福井", "長野", "岐阜", "三重", "奈良", "島根", "岡山", "広島", "山口", "徳島", "香川", "高知",
            "福岡", "佐賀", "長崎", "熊本", "宮崎", "宮城", "茨城", "大阪", "神戸", "横浜", "川崎", "渋谷", "目黒", "中野", "上野", "品川", "大宮", "浦和",
            "松本", "松山", "高松", "金沢", "前橋", "高崎", "水戸", "盛岡", "仙台", "札幌", "函館", "旭川", "小樽", "豊田", "本田", "松下", "大津", "大和",
            "大島", "小笠原", "神田", "新宿", "赤坂", "青山", "池袋", "板橋", "三島", "沼津", "浜松", "豊橋", "岡崎", "宇都宮", "会津", "北海", "成田", "柏",
            "船橋", "市川", "立川", "町田", "府中", "日野", "三鷹", "国立", "相模", "鎌倉", "平塚");

    private static final double OF_FAMILY = 0.6;

    private static final String TOPICS = "はがも";

    private static final String PLACES = "県市区町村駅都府郡店社院校川山島";
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
        int end = givenEnd(text, given);
        Name name = new Name(start, family, given, end == given ? start + family : end, spaced);
        boolean behindLabel = teller.isRightAfterLabel(start);
        double alone = alone(cell, name);
        double labelled = labelled(cell, name, behindLabel);
        double unlabelled = listed ? Math.max(alone, labelled) : alone;
        teller.tell(start, name.end, unlabelled, cell.isWhole(start, end) || behindLabel ? labelled : alone);
        return end;
    }

    /** What may be a family name with perhaps a given one behind it; a name without a given one ends where that would begin. */
    private record Name(int start, int family, int given, int end, boolean spaced) {

        private boolean hasGiven() {
            return end > given;
        }
    }

    private boolean isKnown(Cell cell, Name name) {
        return name.hasGiven()
                && lists.isGivenJa(cell.text().chars(), name.given, name.end)
                && !NAMED_AFTER.standsAt(cell.text(), name.end);
    }

    private static boolean isPlausible(Cell cell, Name name) {
        return name.hasGiven()
                && PLACES.indexOf(cell.text().at(name.end - 1)) < 0
                && !NAMED_AFTER.standsAt(cell.text(), name.end);
    }

    /** How sure it is where nothing announces a name. */
    private double alone(Cell cell, Name name) {
        FoldedText text = cell.text();
        boolean honoured = isHonoured(cell.text(), name.end);
        boolean whole = cell.isWhole(name.start, name.end);
        if (isTopic(text, name.start, name.family)) {
            return OF_FAMILY;
        }
        if (isKnown(cell, name) && (honoured || whole || !isOfShortWords(text, name))) {
            return 0.85;
        }
        boolean plausible = isPlausible(cell, name);
        if (plausible && (honoured || (whole && name.spaced))) {
            return 0.7;
        }
        boolean introduced = plausible
                && isPause(text, name.start)
                && INTRODUCED.standsAt(cell.text(), name.end)
                && !hasCommon(text, name.given, name.end);
        return honoured || introduced ? OF_FAMILY : 0;
    }

    /** Whether the characters may as well be a word, or the beginning of a longer one: 平均, 松本清張. */
    private static boolean isOfShortWords(FoldedText text, Name name) {
        boolean cut = name.end - name.given == 1 && name.end < text.length() && isHan(text, name.end);
        return cut || name.end - name.start == 2;
    }

    private double labelled(Cell cell, Name name, boolean behindLabel) {
        if (isKnown(cell, name) || isPlausible(cell, name) || isHonoured(cell.text(), name.end)) {
            return 0.92;
        }
        boolean byFamily = !name.hasGiven() && name.family > 1 && (name.spaced || isBoundary(cell.text(), name.end));
        return byFamily && behindLabel ? 0.8 : 0;
    }

    private static boolean isHonoured(FoldedText text, int at) {
        boolean spaced = at < text.length() && text.at(at) == ' ';
        return HONORIFIC.standsAt(text, spaced ? at + 1 : at);
    }

    private static boolean isOfOurs(FoldedText text, int start) {
        return start >= OURS && OF_OURS.standsAt(text, start - OURS);
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
    private int givenEnd(FoldedText text, int start) {
        if (isHonoured(text, start)) {
            return start;
        }
        for (int end = Math.min(text.length(), start + 4); end > start; end--) {
            if (lists.isGivenJa(text.chars(), start, end)) {
                return end;
            }
        }
        int kana = kanaEnd(text, start);
        if (kana > start) {
            return kana;
        }
        int end = start;
        while (end < text.length() && end < start + 3 && isHan(text, end)) {
            end++;
            if (isHonoured(text, end)) {
                return end;
            }
        }
        return end;
    }

    /** The end of a given name in kana, as in くみ子, or as in さゆりさん; the start if there is none. */
    private static int kanaEnd(FoldedText text, int start) {
        int end = start;
        while (end < text.length() && end < start + LONGEST_KANA && isKana(text.at(end))) {
            end++;
        }
        if (end > start && end < text.length() && ENDS_OF_GIVEN.indexOf(text.at(end)) >= 0) {
            return end + 1;
        }
        for (int to = end; to >= start + 2; to--) {
            boolean ends = to == end && (to == text.length() || "（(、。 　".indexOf(text.at(to)) >= 0);
            if (ends || isHonoured(text, to) || INTRODUCED.standsAt(text, to)) {
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
