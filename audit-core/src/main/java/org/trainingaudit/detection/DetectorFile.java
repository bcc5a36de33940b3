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
 * @param aboutValues words after a column's phrase that make it speak about the value rather than hold it
 * @param people words for people in names of tables and columns
 * @param somebody names of columns that tell rows apart by the person they are about
 * @param things words for things, places and groups of people in names of tables and columns
 * @param abbreviations how programmers write words of column names, with the words
 * @param organisations words for organisations: a {@code vendor_tax_id} is no person's
 * @param shares words by which a column speaks of a share of many people and of nobody
 * @param quasi names of columns that together with others single people out though none of them names anybody
 * @param ages names of columns that hold ages
 * @param areas names of columns that hold postal codes
 * @param smallAreas first three digits of ZIP codes whose areas have few people
 * @param consent whole names of columns that say of each row whether its person consented
 * @param consentWithdrawn those that say so of a withdrawal
 * @param many words for people that, in a column's name, may count them or stand for something else
 * @param units units and numbers that may stand at the end of a column's name
 * @param partsOfNames words for parts of somebody's name
 * @param nameless words for things that have names as people do: before "name" they make it nobody's
 * @param neutral words beside "name" that say nothing of whose it is
 * @param offices words for people who act for something, whose rows aren't about them: a manager, a contact person
 * @param readings whole names of columns that say how the one before is read
 * @param sums words by which a table sums up by groups: by age, by state
 * @param counts words at the beginning or end of a column's name by which it counts or sums up
 * @param animals words of columns about animals, whose weight and illness is no person's
 * @param own words before what somebody lives in or is reached by: a {@code billing_zip} is a customer's
 */
record DetectorFile(
        List<Entry> detectors,
        List<Text> nothing,
        List<Text> stops,
        List<Text> aboutValues,
        List<Text> people,
        List<Text> somebody,
        List<Text> things,
        Map<String, String> abbreviations,
        List<Text> organisations,
        List<Text> shares,
        List<Text> quasi,
        List<Text> ages,
        List<Text> areas,
        List<Text> smallAreas,
        List<Text> consent,
        List<Text> consentWithdrawn,
        List<Text> many,
        List<Text> units,
        List<Text> partsOfNames,
        List<Text> nameless,
        List<Text> neutral,
        List<Text> animals,
        List<Text> own,
        List<Text> offices,
        List<Text> readings,
        List<Text> counts,
        List<Text> sums) {

    /**
     * A detector without code.
     *
     * @param example a text in which it finds something, to be tried at each start
     * @param names column names that say enough, and labels before a value in a text
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
