package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is so of texts that are alike, told by what was asked of the texts before: those that answer it alike have the same
 * answer. Grows as texts come, as long as that pays. For one thread.
 */
final class AnswerTree<T> {

    /** So many texts may lead nowhere for each two that lead to an answer before it isn't worth going on. */
    private static final int PATIENCE = 120;

    private final AnswerNodes nodes;
    private int generation;
    private int root = AnswerNodes.UNKNOWN;
    private int patience = PATIENCE;
    private List<T> answers = List.of();

    AnswerTree(AnswerNodes nodes) {
        this.nodes = nodes;
        this.generation = nodes.generation();
    }

    /** The answer for the text; null if it isn't known. */
    @Nullable
    T answer(char[] chars, AnswerNodes.Asked text) {
        if (generation != nodes.generation()) {
            forget();
        }
        int at = nodes.follow(root, chars, text);
        if (at == AnswerNodes.UNKNOWN) {
            return null;
        }
        patience += patience < PATIENCE ? 1 : 0;
        return answers.get(-1 - at);
    }

    private void forget() {
        generation = nodes.generation();
        root = AnswerNodes.UNKNOWN;
        answers = List.of();
    }

    /** Whether it is worth adding more. */
    boolean grows() {
        return patience > 0;
    }

    /** Adds what was asked of a text that led nowhere, and the answer; returns the answer that is equal to it. */
    T add(Questions asked, T answer) {
        patience -= 2;
        nodes.require(asked.count());
        if (generation != nodes.generation()) {
            forget();
        }
        int number = answers.indexOf(answer);
        if (number < 0) {
            number = answers.size();
            List<T> more = new ArrayList<>(answers);
            more.add(answer);
            answers = more;
        }
        root = nodes.add(root, asked, -1 - number);
        return answers.get(number);
    }

    /** A text led nowhere, and what it asks can't be written down. */
    void fail() {
        patience -= 8;
    }
}
