package org.trainingaudit.detection;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A question about the world and about nobody: "What are the symptoms of diabetes?" Or a notice: 詐欺にご注意ください. */
final class GeneralQuestion {

    private static final Set<String> ASKING = Set.of(
            "what", "who", "whose", "what's", "whats", "how", "which", "why", "when", "where", "is", "are", "does",
            "do", "did", "can", "could", "should");

    private static final Set<String> TELLING_TO = Set.of("recommend", "explain", "describe", "define");

    /** Words for somebody, of whom the question may tell something. */
    private static final Set<String> SOMEBODY = Set.of(
            "i",
            "i'm",
            "i've",
            "me",
            "my",
            "mine",
            "im",
            "ive",
            "we",
            "our",
            "us",
            "he",
            "she",
            "his",
            "her",
            "him",
            "hers",
            "their",
            "mother",
            "father",
            "mom",
            "dad",
            "son",
            "daughter",
            "wife",
            "husband",
            "brother",
            "sister",
            "patient",
            "client");

    private static final Set<String> ASKED_FOR =
            Set.of("can i", "could i", "do i", "how do i", "how can i", "should i", "can we", "do we");
    private static final int LONGEST = 160;

    private GeneralQuestion() {}

    /** Words of notices, statistics and books, in a text that names nobody. */
    private static final List<String> NOTICES = List.of(
            "支持率",
            "認知件数",
            "検挙件数",
            "前年比",
            "前年同期",
            "開庁時間",
            "開館時間",
            "営業時間",
            "受付時間",
            "診療時間",
            "ガイドライン",
            "の歴史",
            "比較サイト",
            "ご注意ください",
            "に注意",
            "定点報告",
            "定点当たり",
            "流行状況",
            "発生状況",
            "統計",
            "白書",
            "とは",
            "について解説",
            "啓発",
            "開催",
            "セミナー",
            "講演",
            "講座",
            "復旧作業",
            "障害発生",
            "障害情報",
            "障害対応",
            "システム障害",
            "ネットワーク障害",
            "nw障害",
            "通信障害",
            "回線障害",
            "判例",
            "法令",
            "条例",
            "法案",
            "全集",
            "入門",
            "出版",
            "論文",
            "選挙結果",
            "得票",
            "議席",
            "人口",
            "相談窓口",
            "電話相談",
            "ホットライン",
            "マニュアル",
            "手順書",
            "仕様書",
            "設計書",
            "予算",
            "補助金",
            "助成金",
            "公募",
            "募集要項",
            "第1巻",
            "新刊",
            "特集",
            "ポスター",
            "キャンペーン",
            "月間");

    private static final Pattern NAMED = Pattern.compile(
            "さん|様|氏[^名]|君|ちゃん|患者|私|僕|俺|うち|自分|弟|妹|兄|姉|父|母|息子|娘|妻|夫|祖父|祖母|本人|彼|社員|従業員|職員[^募]|生徒|児童[^福虐]|会員|歳|才|当人|容疑者|被告|受刑者|被害者[^支]|応募者|利用者[^数]|入居者|相談者|[0-9]名前");

    private static boolean isNotice(String lower) {
        return NOTICES.stream().anyMatch(lower::contains)
                && !NAMED.matcher(lower).find();
    }

    /** Whether the text, in lower case, is one, or a notice that names nobody. */
    static boolean is(String lower) {
        if (isNotice(lower)) {
            return true;
        }
        if (lower.length() > LONGEST || lower.strip().indexOf('\n') >= 0) {
            return false;
        }
        List<String> words = List.of(lower.strip().split("[^\\p{L}'’]+", -1));
        boolean asks = ASKING.contains(words.get(0)) && lower.strip().endsWith("?");
        return (asks || TELLING_TO.contains(words.get(0)))
                && behindOpening(words).stream().noneMatch(SOMEBODY::contains);
    }

    /** "Can I" asks for somebody, but tells nothing of them. */
    private static List<String> behindOpening(List<String> words) {
        for (int length = 3; length >= 2; length--) {
            if (words.size() > length && ASKED_FOR.contains(String.join(" ", words.subList(0, length)))) {
                return words.subList(length, words.size());
            }
        }
        return words.subList(1, words.size());
    }
}
