package org.trainingaudit.detection;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands last in a name is what the column holds, and what stands before says whose it is: 被告人の住所 is an address,
 * {@code victim_phone} a phone number.
 */
final class HeadNouns {

    /** What is somebody's, whoever it is. */
    private static final Set<String> HEADS =
            Set.of("contact", "birth_date", "government_id", "financial_account", "payment_card");

    /** Words for people in Chinese characters end so. */
    private static final Pattern PERSON =
            Pattern.compile(".{0,20}[者員人婦生児主師客親]の?(?:名|氏)(?:[ _・]?[(]?(?:カナ|かな|フリガナ|漢字|全角|半角|[0-9])[)]?){0,2}");

    private static final List<String> COUNTS = List.of("者数", "世帯数", "人員", "者割合", "者率", "者の数", "户数", "人次", "자수", "가구수");

    private static final List<String> AGES = List.of("年齢", "年令", "时年龄", "나이", "연령");

    /** What is counted of one person, how often and of what in the body; else a number is of things or of people. */
    private static final String COUNTED_OF_ONE = "回日個週本点人歯度指胎卵胚歩拍球板吸月年枚錠缶杯時級";

    private HeadNouns() {}

    /** Whether a name ends as one does that counts things or people: 労働組合数, but 赤血球数. */
    static boolean isCount(String name) {
        int end = name.strip().replaceFirst("[ _]?[(].*$", "").length();
        return end > 1
                && name.strip().charAt(end - 1) == '数'
                && COUNTED_OF_ONE.indexOf(name.strip().charAt(end - 2)) < 0;
    }

    /** Whether what stands behind a phrase counts people or households: 負傷者数. */
    static boolean isCountOfPeople(String rest) {
        return COUNTS.stream().anyMatch(rest.strip()::endsWith);
    }

    /** Whether what stands behind a phrase says that it's an age: 診断時年齢. */
    static boolean isAge(String rest) {
        return AGES.stream().anyMatch(rest.strip()::endsWith);
    }

    /** Whether the last of the phrases that stand in a name is what somebody has, such as an address. */
    static boolean isHeld(List<Phrases.Place> places, FoldedText text, Detectors detectors) {
        if (places.size() < 2) {
            return false;
        }
        Phrases.Place last = places.get(places.size() - 1);
        return last.owners().stream()
                        .anyMatch(owner -> owner.worth() == Phrases.Worth.NAME
                                && HEADS.contains(Special.root(
                                        detectors.known(owner.detector()).category())))
                && !detectors.headerWords().isAboutValue(text.text().substring(last.end()));
    }

    /** Whether the name ends in a word for a person and one for a name: 申請者名. */
    static boolean isNameOfPerson(String name) {
        return PERSON.matcher(name.strip()).matches();
    }
}
