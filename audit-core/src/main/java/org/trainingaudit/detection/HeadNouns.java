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

    private HeadNouns() {}

    /** Whether a name ends as one does that counts things or people: 労働組合数, but 赤血球数. */
    static boolean isCount(String name, HeaderWords words) {
        int end = name.strip().replaceFirst("[ _]?[(].*$", "").length();
        return end > 1
                && name.strip().charAt(end - 1) == '数'
                && !words.is(WordKind.COUNTED_OF_ONE, name.strip().substring(end - 2, end - 1));
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
