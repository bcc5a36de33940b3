package supply;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of releases as Maven has it, as far as advisories ask for it: numbers as numbers, and words before a release. */
final class Versions {

    private static final Pattern PART = Pattern.compile("[0-9]+|[A-Za-z]+");
    private static final List<String> WORDS =
            List.of("alpha", "a", "beta", "b", "milestone", "m", "rc", "cr", "snapshot");
    private static final List<String> RELEASE = List.of("final", "ga", "release", "jre");

    private Versions() {}

    /** Negative where the first comes before the second. */
    static int compare(String one, String other) {
        List<String> left = parts(one);
        List<String> right = parts(other);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            int order = comparePart(i < left.size() ? left.get(i) : "0", i < right.size() ? right.get(i) : "0");
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static List<String> parts(String version) {
        return PART.matcher(version)
                .results()
                .map(part -> part.group().toLowerCase(Locale.ROOT))
                .filter(part -> !RELEASE.contains(part))
                .toList();
    }

    private static int comparePart(String one, String other) {
        if (isNumber(one) && isNumber(other)) {
            return new BigInteger(one).compareTo(new BigInteger(other));
        }
        if (isNumber(one) || isNumber(other)) {
            return isNumber(one) ? afterWord(other) : -afterWord(one);
        }
        int order = Integer.compare(WORDS.indexOf(one), WORDS.indexOf(other));
        return order == 0 ? one.compareTo(other) : order;
    }

    /** A number against a word: 1.0 comes after 1.0-rc and before 1.0-sp. */
    private static int afterWord(String word) {
        return WORDS.contains(word) ? 1 : -1;
    }

    private static boolean isNumber(String part) {
        Matcher matcher = PART.matcher(part);
        return matcher.matches() && Character.isDigit(part.charAt(0));
    }
}
