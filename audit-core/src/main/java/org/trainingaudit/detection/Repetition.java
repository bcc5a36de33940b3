package org.trainingaudit.detection;

import java.util.ArrayDeque;
import java.util.Deque;

/** Finds in a regular expression the shape that makes matching explode: an unlimited repetition of something that itself repeats without limit. */
final class Repetition {

    private Repetition() {}

    static boolean isNested(String regex) {
        Deque<Boolean> groups = new ArrayDeque<>();
        boolean repeats = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                i = classEnd(regex, i);
            } else if (c == '(') {
                groups.push(repeats);
                repeats = false;
            } else if (c == ')') {
                boolean inside = repeats;
                repeats = inside || (!groups.isEmpty() && groups.pop());
                if (inside && isUnlimited(regex, i + 1)) {
                    return true;
                }
            } else if (isUnlimited(regex, i)) {
                repeats = true;
            }
        }
        return false;
    }

    private static int classEnd(String regex, int start) {
        for (int i = start + 1; i < regex.length(); i++) {
            if (regex.charAt(i) == '\\') {
                i++;
            } else if (regex.charAt(i) == ']') {
                return i;
            }
        }
        return regex.length();
    }

    /** Star, plus or {n,}, unless possessive. */
    private static boolean isUnlimited(String regex, int index) {
        if (index >= regex.length()) {
            return false;
        }
        char c = regex.charAt(index);
        int end = index;
        if (c == '{') {
            end = regex.indexOf('}', index);
            if (end < 0 || regex.charAt(end - 1) != ',') {
                return false;
            }
        } else if (c != '*' && c != '+') {
            return false;
        }
        return end + 1 >= regex.length() || regex.charAt(end + 1) != '+';
    }
}
