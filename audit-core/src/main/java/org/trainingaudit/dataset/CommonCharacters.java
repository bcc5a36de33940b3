package org.trainingaudit.dataset;

import java.nio.CharBuffer;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Which Chinese characters of a text are those that forms, registers and addresses of Japan and of China are full of. Read in the wrong
 * encoding a text of one looks like rare characters of the other.
 */
final class CommonCharacters {

    private static final String JAPANESE =
            "氏名性別生年月日住所電話番号男女学校会社員部課長年齢職業区分市町村県都道府東京大阪西南北中川山田口本村上下木林森石井松島崎藤佐高橋渡辺伊加吉小野原谷前清水"
                    + "金土火病院診断結果保険者患医療科入退検査薬時秒円額数量単価合計平均率割第地丁目階室有無可否済未受付申請届出認定登録更新開始終了期間回次種類内容理由備考称施設場域国籍外人世帯主家族父母"
                    + "子夫妻児童教担任席欠成績要不支援護介障害等級手帳給費用料税得収控除対象事務契約商品製造販売店舗在庫車両駅線列路交通故発当方法的大新古全体一二三四五六七八九十百千万愛神奈静岡福広宮城"
                    + "茨栃群馬埼玉葉潟富梨岐阜重滋賀歌根徳香媛知熊鹿沖縄郎美恵太正和明弘義雄代洋裕真直樹智健翔衣陽菜葵蓮";

    private static final String CHINESE =
            "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起现实加量"
                    + "都两制机当使点从业本去把性好应开它合还因由其些然外天政四那义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程"
                    + "展五果料革位常文总次品式活设及管特件求老头基资边流级少图山统接知较将组见计别手角期根论运指几九区强放决西被干做必战先则任取据处队南给色光门即保治北造百规热领七海东导器压志世增争济阶油思术极交受联"
                    + "什认六共权收证改己美再采转更单风切打白教速花带安场身例真务具万每目至达走积示议声报斗完类八离华确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉律叫究观越织装影算低持音众书布复容儿须际"
                    + "商非验连断深难近矿千周委素技备半办青省习响约般史感劳便团往酸历克何消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包住调满县局照参红细引听该铁价"
                    + "严姓龄址码籍贯婚姻诊药疗病患岁";

    /** So few characters are no evidence. */
    private static final int LEAST = 24;

    private static final double MANY = 0.3;

    private CommonCharacters() {}

    /**
     * Whether it's sure to be Japanese.
     *
     * @param japanese the text read as Japanese
     * @param chinese the same bytes read as Chinese, where that can be
     */
    static boolean areJapanese(CharBuffer japanese, Optional<CharBuffer> chinese) {
        double share = share(japanese, JAPANESE);
        return count(japanese, CommonCharacters::isHan) >= LEAST
                && share >= MANY
                && 2 * chinese.map(text -> share(text, CHINESE)).orElse(0.0) <= share;
    }

    private static double share(CharBuffer text, String common) {
        return (double) count(text, c -> isHan(c) && common.indexOf(c) >= 0)
                / Math.max(1, count(text, CommonCharacters::isHan));
    }

    private static long count(CharBuffer text, IntPredicate which) {
        return text.chars().filter(which).count();
    }

    private static boolean isHan(int c) {
        return Character.isBmpCodePoint(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }
}
