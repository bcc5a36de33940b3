package org.trainingaudit.regime;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.trainingaudit.config.Node;
import org.trainingaudit.use.FactType;

/**
 * What can be asked of a fact, {@code {atLeast: 3}}. A new question is a constant here: its word, of which types of fact it
 * can be asked, what stands behind it, and the condition that it becomes.
 */
@SuppressWarnings("ImmutableEnumChecker") // the sets are made by Set.of, and the functions have no state
enum Question {
    HAS("has", Of.NAMED, Behind.NAME, LeafParser::has),
    ANY_OF("anyOf", Of.NAMED, Behind.NAMES, LeafParser::members),
    ALL_OF("allOf", Of.SETS, Behind.NAMES, LeafParser::members),
    UNDER("under", Of.SETS, Behind.NAMES, LeafParser::under),
    AT_LEAST("atLeast", Of.NUMBERS, Relation.AT_LEAST),
    AT_MOST("atMost", Of.NUMBERS, Relation.AT_MOST),
    MORE_THAN("moreThan", Of.NUMBERS, Relation.MORE_THAN),
    LESS_THAN("lessThan", Of.NUMBERS, Relation.LESS_THAN),
    BEFORE("before", Of.DATES, Relation.LESS_THAN),
    ON_OR_BEFORE("onOrBefore", Of.DATES, Relation.AT_MOST),
    AFTER("after", Of.DATES, Relation.MORE_THAN),
    ON_OR_AFTER("onOrAfter", Of.DATES, Relation.AT_LEAST),
    ON_OR_AFTER_STEP("onOrAfterStep", Of.DATES, Behind.WORD, LeafParser::onOrAfterStep),
    WITHIN("within", Of.DATES, Behind.WORD, LeafParser::within),
    /** Says from what {@link #WITHIN} is measured, and asks nothing itself. */
    OF("of", Of.DATES, Behind.WORD, (leaf, field, beside) -> new Condition.Constant(Condition.TRUE)),
    STATED("stated", Of.ALL, Behind.FLAG, LeafParser::stated);

    /** What stands behind the word. */
    enum Behind {
        FLAG,
        NAME,
        NAMES,
        COMPARED,
        WORD
    }

    /** Turns a question as written into a condition. */
    private interface Reader {
        Condition read(LeafParser leaf, Node.Field field, Node.Fields beside);
    }

    /** The types of fact that questions are for. */
    private static final class Of {
        static final Set<FactType> ALL = Set.of(FactType.values());
        static final Set<FactType> NAMED = Set.of(FactType.SET, FactType.TEXT, FactType.CHOICE);
        static final Set<FactType> SETS = Set.of(FactType.SET);
        static final Set<FactType> NUMBERS = Set.of(FactType.INTEGER);
        static final Set<FactType> DATES = Set.of(FactType.DATE);
    }

    private final String word;
    private final Set<FactType> types;
    private final Behind behind;
    private final Reader reader;

    Question(String word, Set<FactType> types, Behind behind, Reader reader) {
        this.word = word;
        this.types = types;
        this.behind = behind;
        this.reader = reader;
    }

    Question(String word, Set<FactType> types, Relation relation) {
        this(word, types, Behind.COMPARED, (leaf, field, beside) -> leaf.compare(field, relation));
    }

    /** Those that can be asked of a fact of that type. */
    static List<Question> of(FactType type) {
        return Stream.of(values())
                .filter(question -> question.types.contains(type))
                .toList();
    }

    String word() {
        return word;
    }

    Behind behind() {
        return behind;
    }

    Condition read(LeafParser leaf, Node.Field field, Node.Fields beside) {
        return reader.read(leaf, field, beside);
    }
}
