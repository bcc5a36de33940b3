package org.trainingaudit.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for texts, in the order in which they come. */
final class Numbers {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** The text's number, a new one where it has none. */
    int of(String text) {
        return numbers.computeIfAbsent(text, fresh -> {
            texts.add(fresh);
            return texts.size() - 1;
        });
    }

    /** The text's number; -1 where it has none. */
    int known(String text) {
        return numbers.getOrDefault(text, -1);
    }

    String text(int number) {
        return texts.get(number);
    }

    int size() {
        return texts.size();
    }
}
