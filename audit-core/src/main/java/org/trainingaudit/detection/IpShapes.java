package org.trainingaudit.detection;

import java.util.Arrays;
import java.util.List;

/** Addresses of networks and of network cards. */
final class IpShapes {

    private IpShapes() {}

    /** Four numbers up to 255, without those that stand for nothing and everything; {@code 1.2.3.4} alone is likelier a version. */
    static boolean isPersonalV4(String value) {
        return !value.startsWith("0.") && !value.startsWith("255.255.") && !isVersion(value);
    }

    private static boolean isVersion(String value) {
        boolean single = value.length() == 7;
        for (int i = 0; single && i < value.length(); i++) {
            char c = value.charAt(i);
            single = i % 2 == 1 ? c == '.' : c >= '0' && c <= '9';
        }
        return single;
    }

    static boolean isV6(String value) {
        String address = before(before(value, '/'), '%');
        int gap = address.indexOf("::");
        if (gap != address.lastIndexOf("::") || address.contains(":::")) {
            return false;
        }
        List<String> groups = Arrays.stream(address.split(":", -1))
                .filter(group -> !group.isEmpty())
                .toList();
        int dot = address.indexOf('.');
        if (dot > 0 && !isV4(groups.get(groups.size() - 1))) {
            return false;
        }
        int size = groups.size() + (dot > 0 ? 1 : 0);
        boolean closed = gap >= 0 || (!address.startsWith(":") && !address.endsWith(":"));
        return closed && (gap >= 0 ? size < 8 && size > 0 && !isWords(groups) : size == 8);
    }

    private static boolean isV4(String value) {
        return Arrays.stream(value.split("\\.", -1)).allMatch(part -> Integer.parseInt(part) <= 255);
    }

    /** {@code add::dead} may be C++; a real address has a digit somewhere. */
    private static boolean isWords(List<String> groups) {
        return groups.stream().noneMatch(group -> group.chars().anyMatch(Character::isDigit));
    }

    private static String before(String text, char sign) {
        int at = text.indexOf(sign);
        return at < 0 ? text : text.substring(0, at);
    }

    /** Not the address of nobody and of everybody. */
    static boolean isMac(String value) {
        String code = CheckDigits.lettersAndDigits(value);
        boolean dotted = value.indexOf('.') > 0;
        return code.chars().distinct().limit(2).count() > 1
                && (!dotted || code.chars().anyMatch(Character::isLetter));
    }
}
