package org.trainingaudit.detection;

import java.util.Map;

/** Words with marks (none of them empty), looked up where they stand in a text, without a string of each. Unchangeable. */
final class WordTable {

    private final char[][] words;
    private final int[] marks;

    WordTable(Map<String, Integer> marked) {
        int size = Math.max(16, Integer.highestOneBit(marked.size()) * 4);
        words = new char[size][0];
        marks = new int[size];
        marked.forEach((word, mark) -> {
            char[] written = word.toCharArray();
            int slot = slot(written, 0, written.length);
            while (words[slot].length > 0) {
                slot = (slot + 1) & (size - 1);
            }
            words[slot] = written;
            marks[slot] = mark;
        });
    }

    /** The word's marks; 0 if it isn't there. */
    int marks(char[] text, int start, int end) {
        int slot = slot(text, start, end);
        for (char[] word = words[slot]; word.length > 0; word = words[slot]) {
            if (same(word, text, start, end)) {
                return marks[slot];
            }
            slot = (slot + 1) & (words.length - 1);
        }
        return 0;
    }

    private static boolean same(char[] word, char[] text, int start, int end) {
        if (word.length != end - start) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (word[i] != text[start + i]) {
                return false;
            }
        }
        return true;
    }

    private int slot(char[] text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text[i];
        }
        return (hash ^ (hash >>> 15)) & (words.length - 1);
    }
}
