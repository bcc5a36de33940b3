package org.trainingaudit.detection;

import java.util.List;
import java.util.regex.Pattern;

/** Where somebody lives: Japanese addresses from prefecture to block, street addresses of other countries. */
final class Addresses {

    private static final String PREFECTURE =
            "(?:北海道|東京都|大阪府|京都府|(?:青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄)県)";
    private static final String WARD = "(?:千代田|中央|港|新宿|文京|台東|墨田|江東|品川|目黒|大田|世田谷|渋谷|中野|杉並|豊島|北|荒川|板橋|練馬|足立|葛飾|江戸川)区";
    private static final String TOWN = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ーケヶノ々]";
    private static final String BLOCK =
            "(?!(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})[0-9一二三四五六七八九十]{1,4}(?:丁目|番地?|号|-[0-9]{1,5})(?: ?[-0-9一二三四五六七八九十番地号の]{1,14})?";

    private static final String KANA_PREFECTURE =
            "(?:アオモリ|イワテ|ミヤギ|アキタ|ヤマガタ|フクシマ|イバラキ|トチギ|グンマ|サイタマ|チバ|カナガワ|ニイガタ|トヤマ|イシカワ|フクイ|ヤマナシ|ナガノ|ギフ|シズオカ|アイチ|ミエ|シガ|ヒョウゴ|ナラ|ワカヤマ|トットリ|シマネ|オカヤマ|ヒロシマ|ヤマグチ|トクシマ|カガワ|エヒメ|コウチ|フクオカ|サガ|ナガサキ|クマモト|オオイタ|ミヤザキ|カゴシマ|オキナワ)";

    /** A town alone is where something happens if that follows: 台風が接近, but 渋谷区に住んで. */
    private static final String OF_NOBODY = "(?![にでがをはの](?!住|在住|お住|居住|暮|転居|引っ越|引越|実家|自宅|アパート|マンション))";

    private static final String NUMBER = "[0-9]{1,6}(?:[-/][0-9A-Za-z]{1,4})?[A-Za-z]?";
    private static final String WAY =
            "(?i:street|avenue|boulevard|drive|lane|road|terrace|circle|highway|hwy|parkway|pkwy|turnpike|trail|crescent|plaza|square|court|place|way|blvd|ave|st|rd|dr|ln|ct|pl|sq|ter|cir|crescent|close|mews|alley|loop|route|row|walk|crossing|path|expressway|stravenue|ridges?|locks|meadows?|knolls?|manor|groves?|gardens|hollow|glens?|causeway|bypass|heights|shores?|orchard|extensions?|estates?|throughway|underpass|fields|hills?|forges?|mills?|springs?)\\.?";
    private static final String WORD = "[\\p{L}0-9][\\p{L}0-9'’.-]{0,24}";

    /** A letter by itself may be the article, as in "2 a day", unless it's a point of the compass or a street's name, or a town follows. */
    private static final Pattern LETTER_APART =
            Pattern.compile("[0-9A-Za-z/-]+ (?![NSEWnsew] )\\p{L} (?!" + WAY + "(?!\\p{L}))[^,\\n0-9]*");

    private static final String ROOM =
            "(?:[,\\n> ?]{1,6}(?i:apt|apartment|suite|ste|unit|room|rm|floor|fl)\\.? ?#?[A-Za-z0-9-]{1,6}|[,\\n ]{1,3}#[0-9]{1,5})?";
    private static final String CITY =
            "(?:,?[ \\n]+\\p{L}[\\p{L}.' -]{1,28}, ?[A-Z]{2}\\.?(?: +[0-9]{5}(?:-[0-9]{4})?)?|(?:[,\\n>? ]{1,4}\\p{L}[\\p{L}.'()-]{0,20}(?: [\\p{L}.'()-]{1,20}){0,2}){1,2}[ ,]{1,2}[0-9]{4,6}(?:-[0-9]{4})?)?";

    private static final String ROMANCE_WAY =
            "(?i:rue|avenue|chemin|allée|impasse|quai|cours|route|boulevard|calle|avenida|carrer|paseo|plaza|via|viale|vicolo|largo|borgo|contrada|rotonda|incrocio|canale|stretto|piazzale|lungomare|piazza|corso|rua|travessa|ul\\.|ulica|aleja|al\\.|strada|bulevardul|rruga) (?i:(?:de|du|des|la|le|del|della|dei|di|da|do|dos|l'|d') ?){0,2}\\p{L}[\\p{L}'’.-]{2,20}(?: \\p{Lu}[\\p{L}'’.-]{1,20}){0,2}";

    static final List<OwnShape> SHAPES = List.of(
            shape(
                    PREFECTURE + " ?" + TOWN + "{1,8}?[市区町村郡]" + "(?:" + TOWN + "{0,20}? ?" + BLOCK + "|" + OF_NOBODY
                            + ")",
                    0.9,
                    0.95,
                    false),
            shape("(?<!\\p{IsHan})" + WARD + TOWN + "{0,12}? ?" + BLOCK, 0.6, 0.92, false),
            shape("(?<!\\p{IsHan})(?!大?都市|[同当各全本]市)\\p{IsHan}{1,4}市" + TOWN + "{0,14}? ?" + BLOCK, 0.6, 0.92, false),
            shape(
                    "(?<!\\p{IsHan})(?:札幌|仙台|さいたま|千葉|横浜|川崎|相模原|新潟|静岡|浜松|名古屋|京都|大阪|堺|神戸|岡山|広島|北九州|福岡|熊本)市\\p{IsHan}{1,3}区"
                            + TOWN + "{1,10}[0-9]{1,4}(?![0-9年月日人名円時分%.歳代件校]|番?[線組])",
                    0.75,
                    0.92,
                    false),
            shape(
                    "(?<![\\p{IsKatakana}ー])(?:" + KANA_PREFECTURE
                            + "ケン|ホッカイドウ|トウキョウト|オオサカフ|キョウトフ) ?[\\p{IsKatakana}ー]{2,12}(?:シ|ク|グン|マチ|チョウ|ムラ)(?: ?[\\p{IsKatakana}ー]{2,16}){0,3}(?: ?[-0-9]{1,12})?",
                    0.75,
                    0.92,
                    false),
            shape("\\p{IsHan}{1,4}郡\\p{IsHan}{1,4}[町村]" + TOWN + "{0,12}(?: ?" + BLOCK + ")?", 0.75, 0.92, false),
            new OwnShape(
                    Pattern.compile("(?<![\\p{L}0-9.$-])" + NUMBER + " (?:" + WORD + " ){1,4}" + WAY
                            + "(?!\\p{L})(?: (?:[NS][EW]?|[EW])(?![\\p{L}]))?" + ROOM + CITY),
                    street -> !LETTER_APART.matcher(street).matches(),
                    1,
                    false,
                    0.8,
                    0.95),
            shape("(?i:p\\. ?o\\. ?box|po box|p\\.o\\. box) #?[0-9]{1,6}" + CITY, 0.85, 0.95, true),
            shape(
                    "(?i:psc|unit|cmr) [0-9]{1,5},? (?i:box) [0-9]{1,5}(?:[ \\n,]+(?i:apo|fpo|dpo),? A[AEP] [0-9]{5})?",
                    0.9, 0.95, true),
            shape(
                    "(?<!\\p{L})(?i:uss|usns|usnv|usnv|uscgc) \\p{L}{2,20}[ \\n,]+(?i:fpo|apo|dpo),? A[AEP] [0-9]{5}",
                    0.9, 0.95, true),
            shape(
                    "(?<![\\p{L}0-9])(?:[0-9]{1,6} )?\\p{Lu}[\\p{L}-]{1,30}(?:strasse|straße|str\\.|gasse|weg|platz|allee|ring|damm|ufer|stieg|gade|vej|veien|vegen|gata|gatan|vägen|straat|laan|plein|katu|tie|kuja|utca|tere|útja|ulica|ova|stræde|alle|allé|bakken|kade|gracht|dreef|steenweg|braut|gränd|götu|stígur|vegur|torg) [0-9]{1,5}(?:[-/][0-9]{1,4})?[A-Za-z]?"
                            + ROOM + CITY,
                    0.7,
                    0.92,
                    true),
            shape("(?<![\\p{L}0-9])(?:[0-9]{1,6},? ){1,2}" + ROMANCE_WAY + ROOM + CITY, 0.75, 0.92, true),
            shape("(?<![\\p{L}0-9])" + ROMANCE_WAY + ",? [0-9]{1,5}[A-Za-z]?" + ROOM + CITY, 0.75, 0.92, true),
            shape("(?<![\\p{L}0-9.$-])" + NUMBER + ",? (?:" + WORD + "[ ,]+){1,5}" + WORD, 0, 0.7, true));

    private Addresses() {}

    /** Without digits an address is only one in Japanese, which its pattern asks for. */
    private static OwnShape shape(String regex, double alone, double labelled, boolean digits) {
        return new OwnShape(Pattern.compile(regex), Shape.UNCHECKED, digits ? 1 : 0, false, alone, labelled);
    }
}
