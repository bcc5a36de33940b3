package org.trainingaudit.detection;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A statement about the world and about nobody: "Aggravated assaults fell 7% year on year.", 詐欺にご注意ください. It counts, compares,
 * announces or lays down, as what is said of somebody hardly does, and has no word for anybody.
 */
final class GeneralStatement {

    /** Words for somebody, of whom the statement may tell something. */
    private static final Set<String> SOMEBODY = words("""
            i i'm i've i'd i'll im ive me my mine myself we our us he he's she she's his her him hers you your who mr mrs
            ms miss dr mother father mom mum dad son daughter wife husband brother sister grandma grandpa nan aunt uncle
            partner ex patient pt client guest tenant passenger member defendant claimant applicant prisoner inmate
            suspect victim witness resident pupil student employee driver caller user infant baby child boy girl man woman
            male female named""");

    /** Words by which many are counted, things are sold and rules are laid down. */
    private static final Set<String> OF_MANY = words("""
            year years quarter month annually monthly nationally national county country countries city state global
            worldwide region population record records rate rates average median percent per share shares sales sold price
            prices market stock losses revenue budget rose rise fell falls fall grew tripled doubled halved most least
            more fewer maximum minimum carry carries guideline guidelines policy policies law act bill court chapter study
            studies trial research survey report statistics figures screening campaign awareness charity conference museum
            exhibition hall building street store shop aisle kit lot batch pack chromosome exons gene genes cells optional
            covered cover licensed approved dispensed prescribed recommended available introduced manufacturer products
            product version must offences offenses crimes pupils voters members seats polls dog dogs cat cats horse horses
            cattle labrador spaniel terrier puppy kitten mare gelding herd ewe""");

    /** Words of notices, statistics and books in Japanese. */
    private static final Set<String> OF_NOTICES = words("""
            支持率 認知件数 検挙件数 前年比 前年同期 開庁時間 開館時間 営業時間 受付時間 診療時間
            ガイドライン の歴史 比較サイト ご注意ください に注意 定点報告 定点当たり 流行状況 発生状況
            統計 白書 とは について解説 啓発 開催 セミナー 講演 講座 復旧作業 障害発生 障害情報
            障害対応 システム障害 ネットワーク障害 nw障害 通信障害 回線障害 判例 法令 条例 法案 全集
            入門 出版 論文 選挙結果 得票 議席 人口 相談窓口 電話相談 ホットライン マニュアル 手順書
            仕様書 設計書 予算 補助金 助成金 公募 募集要項 第1巻 新刊 特集 ポスター キャンペーン
            月間""");

    /** Words for somebody in Japanese, where they begin no word for something else. */
    private static final Pattern SOMEBODY_JA = Pattern.compile(
            "さん|様|氏[^名]|君|ちゃん|患者|私|僕|俺|うち|自分|弟|妹|兄|姉|父|母|息子|娘|妻|夫|祖父|祖母|本人|彼|社員|従業員|職員[^募]|生徒|児童[^福虐]|会員|歳|才|当人|容疑者|被告|受刑者|被害者[^支]|応募者|利用者[^数]|入居者|相談者|[0-9]名前");

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}'’]+");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 200;

    private GeneralStatement() {}

    private static Set<String> words(String all) {
        return Set.of(all.split("\\s+", -1));
    }

    /**
     * Whether the text, in lower case, is one. A longer text, or one of several lines, is none: it may tell of somebody anywhere.
     *
     * @param named whether somebody's name or what reaches them stands in it
     */
    static boolean is(String lower, boolean named) {
        String text = lower.strip();
        return !named && text.length() <= LONGEST && text.indexOf('\n') < 0 && (counts(text) || isNotice(text));
    }

    private static boolean counts(String text) {
        List<String> words = Arrays.asList(NO_LETTER.split(text.replace('’', '\'')));
        boolean ofMany = text.indexOf('%') >= 0 || words.stream().anyMatch(OF_MANY::contains);
        return words.size() >= SHORTEST && ofMany && words.stream().noneMatch(SOMEBODY::contains);
    }

    private static boolean isNotice(String text) {
        return OF_NOTICES.stream().anyMatch(text::contains)
                && !SOMEBODY_JA.matcher(text).find();
    }
}
