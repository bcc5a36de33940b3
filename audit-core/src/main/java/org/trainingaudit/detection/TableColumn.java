package org.trainingaudit.detection;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one column says of its table's rows, by itself.
 *
 * @param words what words in names mean
 * @param told what its name and values say
 * @param counter what its values look like
 */
record TableColumn(HeaderWords words, String name, List<Classification> told, ColumnCounter counter) {

    private static final String NAME = "contact.name";
    private static final String EMAIL = "contact.email";
    private static final String BIRTH = "birth_date";
    private static final String GOVERNMENT_ID = "government_id";
    private static final String BODY = "biometric";
    private static final double SURE = 0.8;

    /** So sure where only a topic or a kind of value is asked for. */
    static final double SURE_ENOUGH = 0.65;

    /** What its name says. */
    HeaderReading header() {
        return counter.header();
    }

    /** A column without a name says nothing of whether rows are people. */
    boolean isNameless() {
        return name.startsWith("#");
    }

    /** Whether it surely holds that. */
    boolean isTold(String category) {
        return told.stream()
                .anyMatch(one -> one.confidence() >= SURE && one.category().equals(category));
    }

    /** Whether a row is about the person whose birth date or number it has; a number has to look like one. */
    boolean isOfSubject() {
        return isTold(BIRTH)
                || told.stream()
                        .filter(one -> counter.filled() == 0 || one.evidence() != Evidence.NAME)
                        .anyMatch(one -> one.confidence() >= SURE
                                && Special.root(one.category()).equals(GOVERNMENT_ID));
    }

    /** Whether it holds names of people by its own name and its values, and not of those who answer for what the row is about. */
    boolean isNamed() {
        return isTold(NAME) && header().isNamed() && isOfOwn();
    }

    /** Whether it holds names of people, whatever its own name says of whose they are, and not within prose. */
    boolean isOfNames() {
        return isTold(NAME) && !isOfProse();
    }

    /** Whether its values look like names of people, and its own name doesn't say that they are of something else. */
    boolean looksLikeNames() {
        return isOfOwn()
                && !isOfProse()
                && told.stream()
                        .anyMatch(one -> one.category().equals(NAME)
                                && one.confidence() >= SURE_ENOUGH
                                && counter.areNearlyAll(one.matches()));
    }

    /** Whether it's by mail to these that the row's person is reached: an address within a description is of somebody else. */
    boolean isOfMail() {
        return isTold(EMAIL) && !isOfProse();
    }

    /** Whether it tells of much more than one person's name or address. */
    boolean isOfProse() {
        return 2 * counter.count(ValueKind.TEXT) > counter.filled();
    }

    /** What its name says, if it has one. */
    Stream<Classification> saidByName() {
        return told.stream().filter(one -> isNameless() || one.evidence() != Evidence.CONTENT);
    }

    /** Whether it isn't of those who act for what the row is about. */
    boolean isOfOwn() {
        return !header().ofOffice();
    }

    /** Whether it tells people apart; sex and age are of groups, too, and of animals and plants. */
    boolean tellsApart(boolean ofMany) {
        String plain = Folding.fold(name).lower();
        boolean grouped = ofMany && (words.isQuasi(plain) || words.is(WordKind.SEXES, plain) || isSpecial());
        boolean counted = counter.isOfMeasures() && Words.of(plain).size() > 1 && words.isOfPersonAlone(plain);
        boolean averaged = ofMany && (counter.isOfAmounts() || counted);
        boolean paid = counter.isOfAmounts() && words.isOfPersonAlone(plain);
        return header().ofSomebody() && !grouped && !averaged && !paid && !counter.isOfFlags();
    }

    /** Whether it's of a body by which its person is known. */
    boolean isOfBody() {
        return told.stream()
                        .anyMatch(one -> one.confidence() >= SURE
                                && Special.root(one.category()).equals(BODY))
                && !counter.isOfSigns();
    }

    /** Whether it's of areas, times or groups by its name. */
    boolean isDimension() {
        return !counter.isOfAmounts()
                && words.has(WordKind.DIMENSIONS, Folding.fold(name).text());
    }

    /** Whether it says how many rows a group has. */
    boolean countsRows() {
        return counter.areNearlyAll(counter.numbers())
                && (words.is(WordKind.FREQUENCIES, words.plain(name))
                        || (counter.isOfMeasures() && words.is(WordKind.HEADCOUNTS, words.plain(name))));
    }

    /** Whether it only numbers the rows of the table. */
    boolean numbersRows() {
        return (isNameless() || words.is(WordKind.ROW_NUMBERS, words.plain(name)))
                && counter.areNearlyAll(counter.numbers());
    }

    /** Whether its whole name singles people out a little, as sex and age do. */
    boolean isWhollyQuasi() {
        return words.isWhollyQuasi(name);
    }

    /** Whether its whole name says something special only beside others that do. */
    boolean isAmbiguous() {
        return words.isAmbiguous(name);
    }

    boolean isSpecial() {
        return told.stream().anyMatch(one -> Special.is(one.category()));
    }
}
