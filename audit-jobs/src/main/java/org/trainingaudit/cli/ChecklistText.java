package org.trainingaudit.cli;

import java.util.List;
import java.util.Locale;
import org.trainingaudit.use.Checklist;
import org.trainingaudit.use.Checklist.Answer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The answers of a checklist for people and for programs. */
final class ChecklistText {

    private ChecklistText() {}

    /** A line for each identifier. */
    static String table(Checklist list, List<Answer> answers) {
        StringBuilder text = new StringBuilder("  " + list.name().en() + ", " + list.citation() + "\n");
        for (Answer answer : answers) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-2s %-58s %-8s %s%n",
                    answer.item().id(),
                    answer.item().name().en(),
                    word(answer.status()),
                    because(answer)));
        }
        return text.toString();
    }

    private static String because(Answer answer) {
        String columns =
                String.join(", ", answer.columns().stream().map(Printable::text).toList());
        return switch (answer.because()) {
            case FOUND -> columns;
            case POSSIBLE -> "may be in " + columns;
            case INCOMPLETE -> "not every row was read by every detector";
            case UNSEEN -> answer.item().blind().map(names -> names.en()).orElse("");
            case NOTHING -> "";
        };
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** Adds them to what is said of a dataset. */
    static void json(Checklist list, List<Answer> answers, ObjectNode to) {
        ArrayNode items = to.putObject("checklist").put("id", list.id()).putArray("identifiers");
        for (Answer answer : answers) {
            ObjectNode item = items.addObject()
                    .put("identifier", answer.item().id())
                    .put("presence", word(answer.status()))
                    .put("because", word(answer.because()));
            ArrayNode columns = item.putArray("columns");
            answer.columns().forEach(columns::add);
            ArrayNode evidence = item.putArray("foundAs");
            answer.evidence().forEach(evidence::add);
        }
    }
}
