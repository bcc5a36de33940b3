package org.trainingaudit.regime;

import java.util.List;
import java.util.Set;
import org.trainingaudit.config.Node;
import org.trainingaudit.use.FactType;

/**
 * What can be asked of a fact, {@code {atLeast: 3}}. A new question is a line of the table here.
 *
 * @param word how packs write it
 * @param types of which types of fact it can be asked
 * @param behind what stands behind the word
 * @param reader turns it into a condition
 */
record Question(String word, Set<FactType> types, Behind behind, Reader reader) {

    private static final Set<FactType> EVERY = Set.of(FactType.values());
    private static final Set<FactType> NAMED = Set.of(FactType.SET, FactType.TEXT, FactType.CHOICE);
    private static final Set<FactType> SETS = Set.of(FactType.SET);
    private static final Set<FactType> NUMBERS = Set.of(FactType.INTEGER);
    private static final Set<FactType> DATES = Set.of(FactType.DATE);

    /** Says from what {@code within} is measured, and asks nothing itself. */
    static final Question OF =
            new Question("of", DATES, Behind.WORD, (leaf, field, beside) -> Condition.Constant.ALWAYS);

    /** In the order in which messages and editors offer them. */
    private static final List<Question> ALL = List.of(
            new Question("has", NAMED, Behind.NAME, LeafParser::has),
            new Question("anyOf", NAMED, Behind.NAMES, LeafParser::members),
            new Question("allOf", SETS, Behind.NAMES, LeafParser::members),
            new Question("under", SETS, Behind.NAMES, LeafParser::under),
            compared("atLeast", NUMBERS, Relation.AT_LEAST),
            compared("atMost", NUMBERS, Relation.AT_MOST),
            compared("moreThan", NUMBERS, Relation.MORE_THAN),
            compared("lessThan", NUMBERS, Relation.LESS_THAN),
            compared("before", DATES, Relation.LESS_THAN),
            compared("onOrBefore", DATES, Relation.AT_MOST),
            compared("after", DATES, Relation.MORE_THAN),
            compared("onOrAfter", DATES, Relation.AT_LEAST),
            new Question("onOrAfterStep", DATES, Behind.WORD, LeafParser::onOrAfterStep),
            new Question("within", DATES, Behind.WORD, LeafParser::within),
            OF,
            new Question("stated", EVERY, Behind.FLAG, LeafParser::stated));

    /** What stands behind the word. */
    enum Behind {
        FLAG,
        NAME,
        NAMES,
        COMPARED,
        WORD
    }

    /** Turns a question as written, with what stands beside it, into a condition. */
    interface Reader {
        Condition read(LeafParser leaf, Node.Field field, Node.Fields beside);
    }

    private static Question compared(String word, Set<FactType> types, Relation relation) {
        return new Question(word, types, Behind.COMPARED, (leaf, field, beside) -> leaf.compare(field, relation));
    }

    /** Those that can be asked of a fact of that type. */
    static List<Question> of(FactType type) {
        return ALL.stream().filter(question -> question.types.contains(type)).toList();
    }

    Condition read(LeafParser leaf, Node.Field field, Node.Fields beside) {
        return reader.read(leaf, field, beside);
    }
}
