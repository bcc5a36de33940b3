package org.trainingaudit.detection;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Text;

/**
 * What a file of {@code config/detectors} may say.
 *
 * @param detectors detectors without code, and the words of those with code
 * @param nothing column names and labels that announce no personal data though a shorter phrase in them would
 * @param stops labels of numbers that are no personal data
 * @param words what changes the meaning of a phrase in a name, by kind
 * @param abbreviations how programmers write words of column names, with the words
 * @param codeBooks what surveys and registers call their variables
 */
record DetectorFile(
        List<Entry> detectors,
        List<Text> nothing,
        List<Text> stops,
        Map<WordKind, List<Text>> words,
        Map<String, String> abbreviations,
        List<CodeBookEntry> codeBooks) {

    /**
     * A code book: names of columns that say nothing by themselves, but do in a table whose other columns are of the same book.
     *
     * @param marks regular expressions of whole names by which a table is known to be of it, where {@link CodeBook#MARKS} of its
     *     columns have one
     * @param columns regular expressions of whole names, by the detector that they speak for
     * @param nothing those that say something elsewhere and nothing here
     */
    record CodeBookEntry(Location at, Text id, List<Text> marks, Map<String, List<Text>> columns, List<Text> nothing) {}

    /**
     * A detector without code.
     *
     * @param example a text in which it finds something, to be tried at each start
     * @param names column names that say enough, and labels before a value in a text
     * @param romaji names in Japanese, in Hepburn's letters with marks over long vowels, which are found however they are written
     * @param hints column names that need more evidence beside them, and labels before a value
     * @param beside whole column names, but for a unit, that say enough in a table which is about the same kind of thing
     * @param tables words in a table's name by which the table is about the detector's kind of thing
     * @param labels words that count only before a value in a text
     * @param like a detector whose matches are this one's in a column that the names announce
     * @param ofPeople whether it's nobody's unless other columns or the table's name speak of people
     * @param unlike kinds of value that contradict the names
     * @param terms words and phrases that are found in values and names
     * @param weakTerms words that count only beside other evidence
     * @param lists words for a detector with code, parted by white space, by the list's name
     */
    record Entry(
            Location at,
            Text id,
            Text category,
            Optional<Text> example,
            List<Text> names,
            List<Text> romaji,
            List<Text> hints,
            List<Text> beside,
            List<Text> tables,
            List<Text> labels,
            Optional<Text> like,
            Optional<Boolean> ofPeople,
            Set<ValueKind> unlike,
            List<PatternEntry> patterns,
            List<Text> terms,
            List<Text> weakTerms,
            Map<String, String> lists) {}

    /**
     * The shape of a value; what the group {@code v} matches is the value if there is one, else all of it.
     *
     * @param regex a Java regular expression over the folded text, without regard to case
     * @param check the name of a check in {@link CheckDigits}
     * @param needs characters of which the text must have at least one, to save time; none if empty
     * @param digits how many digits the text must have at least, to save time
     * @param alone percent of confidence without a label; 0 finds nothing without one
     * @param whole percent of confidence without a label where the value is all there is; {@code alone} if absent
     * @param labelled percent of confidence after a label
     */
    record PatternEntry(
            Location at,
            Text regex,
            Optional<Text> check,
            Optional<String> needs,
            Optional<Integer> digits,
            @Min(0) @Max(100) int alone,
            Optional<Integer> whole,
            @Min(0) @Max(100) int labelled) {}
}
