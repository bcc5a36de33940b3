package org.trainingaudit.console;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Citations as packs have them ({@code Arts 27(1), 30-2(5)}), in the manner of Japanese law: 第27条第1項、第30条の2第5項. What
 * isn't of that shape stays as it is, so that nothing is cited otherwise than the pack does.
 */
final class Citations {

    private static final Pattern ARTICLE =
            Pattern.compile("(\\d+)(?:-(\\d+))?(?:\\((\\d+)\\))?(?:\\((i|ii|iii|iv|v|vi|vii|viii|ix|x)\\))?");
    private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");
    private static final Pattern PARAGRAPH = Pattern.compile("\\((\\d+)\\)");
    private static final String REPORTED = " (as reported)";

    /** Laws and rules that stand before an article. */
    private static final Map<String, String> BEFORE = Map.of(
            "Cabinet Order", "政令",
            "Enforcement Rules", "施行規則",
            "Supplementary Provisions", "附則");

    /** What packs say of articles whose numbers nobody has published yet. */
    private static final Map<String, String> UNNUMBERED = Map.of(
            "new articles on children", "16歳未満の者に関する新設の条",
            "new articles on specific biometric information", "顔特徴データ等に関する新設の条",
            "new articles on processors", "受託者に関する新設の条",
            "new articles on contactable information", "連絡可能個人関連情報に関する新設の条");

    private static final String AMENDED = " as amended";
    private static final String TO_COME = " and rules to come";

    private static final String[] ITEMS = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"};

    private Citations() {}

    /** In Japanese, or as it is. */
    static String ja(String citation) {
        boolean reported = citation.endsWith(REPORTED);
        String cited = reported ? citation.substring(0, citation.length() - REPORTED.length()) : citation;
        Optional<String> ja = Optional.ofNullable(UNNUMBERED.get(cited)).or(() -> numbered(cited));
        return ja.map(text -> reported ? text + "（報道による）" : text).orElse(citation);
    }

    private static Optional<String> numbered(String cited) {
        if (cited.endsWith(AMENDED)) {
            return all(cited.replace(AMENDED, "")).map("改正後の"::concat);
        }
        return cited.endsWith(TO_COME) ? all(cited.replace(TO_COME, "")).map(text -> text + "及び今後定める規則") : all(cited);
    }

    private static Optional<String> all(String cited) {
        return joined(cited.split("; "), Citations::ofOneLaw, "、");
    }

    private static Optional<String> ofOneLaw(String cited) {
        int articles = cited.indexOf("Art");
        if (articles < 0) {
            return Optional.empty();
        }
        String law = cited.substring(0, articles).strip();
        Optional<String> before = law.isEmpty() ? Optional.of("") : Optional.ofNullable(BEFORE.get(law));
        return before.flatMap(name -> articles(cited.substring(articles)).map(name::concat));
    }

    private static Optional<String> articles(String cited) {
        if (cited.startsWith("Arts ")) {
            String list = cited.substring("Arts ".length());
            Matcher range = RANGE.matcher(list);
            return range.matches()
                    ? Optional.of("第" + range.group(1) + "条から第" + range.group(2) + "条まで")
                    : joined(list.split(", "), Citations::article, "、");
        }
        return cited.startsWith("Art. ")
                ? joined(cited.substring("Art. ".length()).split(", "), Citations::article, "、")
                : Optional.empty();
    }

    private static Optional<String> article(String cited) {
        Matcher paragraph = PARAGRAPH.matcher(cited);
        if (paragraph.matches()) {
            return Optional.of("第" + paragraph.group(1) + "項");
        }
        Matcher article = ARTICLE.matcher(cited);
        return article.matches()
                ? Optional.of("第" + article.group(1) + "条"
                        + part("の", article.group(2), "")
                        + part("第", article.group(3), "項")
                        + part("第", number(article.group(4)), "号"))
                : Optional.empty();
    }

    private static String part(String before, @Nullable String number, String after) {
        return number == null ? "" : before + number + after;
    }

    private static @Nullable String number(@Nullable String item) {
        return item == null ? null : Integer.toString(Arrays.asList(ITEMS).indexOf(item) + 1);
    }

    private static Optional<String> joined(String[] parts, Function<String, Optional<String>> each, String with) {
        List<Optional<String>> texts = Arrays.stream(parts).map(each).toList();
        return texts.stream().allMatch(Optional::isPresent)
                ? Optional.of(texts.stream().flatMap(Optional::stream).collect(Collectors.joining(with)))
                : Optional.empty();
    }
}
