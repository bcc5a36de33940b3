package org.trainingaudit.report;

import java.util.List;

/** What a row is about, part by part; sorted by the UTF-8 bytes of the parts. */
record Key(List<String> parts) implements Comparable<Key> {

    static Key of(String... parts) {
        return new Key(List.of(parts));
    }

    @Override
    public int compareTo(Key other) {
        int shorter = Math.min(parts.size(), other.parts.size());
        for (int i = 0; i < shorter; i++) {
            int order = compareAsUtf8(parts.get(i), other.parts.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }

    /** UTF-16 sorts the characters beyond U+FFFF too early; UTF-8 sorts by code point. */
    static int compareAsUtf8(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        for (int i = 0; i < shorter; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean differInKind = Character.isSurrogate(a) != Character.isSurrogate(b);
                return differInKind ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b)) : a - b;
            }
        }
        return one.length() - other.length();
    }
}
