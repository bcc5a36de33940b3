package org.trainingaudit.detection;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a column's name says by itself.
 *
 * @param named how sure each detector can be by the name, from 0 to 1
 * @param ofMany the same where the name speaks of a share, which may be of many people or, of one, how much
 * @param hinted detectors for which the name says something only beside other evidence
 * @param beside detectors for which the name counts in a table that is about the same
 * @param ofPeople whether the name's own path speaks of people, as {@code customer.name} does
 * @param ofSomebody whether a table with such a column has a row for each person, as one with {@code patient_id} has
 * @param ofThings whether it speaks of things, places or many people at once
 * @param ofAnimals whether it speaks of animals
 * @param ofGroups whether it speaks of a count or share of many, and of nothing that one person has
 * @param ofOffice whether it speaks of somebody who acts for what the row is about, as {@code manager_name} does
 * @param ofNamed whether it holds things, which may be named after people
 * @param ofNothing whether it says of its values that they are nobody's, as {@code company_name} does
 * @param ofUnknown whether beside a hint of a person's name stands something of which nobody knows whose name it is
 * @param ofOwn whether it speaks of where somebody lives or is reached, as {@code billing_zip} does
 * @param half where it ends as the one half of somebody's name does, what stands before that
 * @param ofVersions whether it says that its values are versions, serials or the like, which may look like addresses of machines
 */
record HeaderReading(
        Map<String, Double> named,
        Map<String, Double> ofMany,
        Set<String> hinted,
        Set<String> beside,
        boolean ofPeople,
        boolean ofSomebody,
        boolean ofThings,
        boolean ofAnimals,
        boolean ofGroups,
        boolean ofOffice,
        boolean ofNamed,
        boolean ofNothing,
        boolean ofUnknown,
        boolean ofOwn,
        Optional<Half> half,
        boolean ofVersions) {

    private static final Pattern LINK = Pattern.compile("<[^>]*>|[a-z]{3,6}://[^\\s>]*");

    /**
     * One of two columns that hold somebody's name together, such as {@code def_first} and {@code def_last}.
     *
     * @param of what stands before both
     */
    record Half(String of, boolean first) {

        Half other() {
            return new Half(of, !first);
        }

        static Optional<Half> of(String name, HeaderWords known) {
            List<String> words = Words.of(name);
            String last = words.isEmpty() ? "" : words.get(words.size() - 1);
            boolean first = known.is(WordKind.FIRST_HALVES, last);
            boolean isHalf = words.size() > 1 && (first || known.is(WordKind.LAST_HALVES, last));
            return isHalf
                    ? Optional.of(new Half(String.join(" ", words.subList(0, words.size() - 1)), first))
                    : Optional.empty();
        }
    }

    static HeaderReading of(String asWritten, Detectors detectors) {
        String header = withoutLinks(asWritten);
        String full = detectors.headerWords().inFull(header);
        HeaderReading written = HeaderReader.read(header, detectors);
        return full.equals(header) ? written : written.plus(HeaderReader.read(full, detectors));
    }

    /** A question of a survey may hold links, whose addresses say nothing of who answers. */
    private static String withoutLinks(String header) {
        boolean linked = header.indexOf('<') >= 0 || header.contains("://");
        return linked ? LINK.matcher(header).replaceAll(" ") : header;
    }

    /** What the name says as it is written and with its abbreviations written out. */
    private HeaderReading plus(HeaderReading full) {
        Map<String, Double> both = new HashMap<>(named);
        full.named.forEach((id, strength) -> both.merge(id, strength, Math::max));
        Map<String, Double> many = new HashMap<>(ofMany);
        full.ofMany.forEach((id, strength) -> many.merge(id, strength, Math::max));
        Set<String> hints = new HashSet<>(hinted);
        hints.addAll(full.hinted);
        Set<String> near = new HashSet<>(beside);
        near.addAll(full.beside);
        return new HeaderReading(
                Map.copyOf(both),
                Map.copyOf(many),
                Set.copyOf(hints),
                Set.copyOf(near),
                ofPeople || full.ofPeople,
                ofSomebody || full.ofSomebody,
                ofThings || full.ofThings,
                ofAnimals || full.ofAnimals,
                (ofGroups || full.ofGroups) && both.isEmpty(),
                ofOffice || full.ofOffice,
                ofNamed || full.ofNamed,
                (ofNothing || full.ofNothing) && both.isEmpty(),
                ofUnknown && full.ofUnknown,
                ofOwn || full.ofOwn,
                half.or(full::half),
                (ofVersions || full.ofVersions) && both.isEmpty());
    }

    /** The same after a column of that name: how a company's name is read is as little a person's as the name. */
    HeaderReading after(HeaderReading before, String own, HeaderWords words) {
        return before.ofNothing && words.isReading(own) ? nobodys() : this;
    }

    /** What a code book says of a column in place of what its name seems to say: it's one person's, and of these detectors. */
    HeaderReading coded(Set<String> detectors) {
        Map<String, Double> told = new HashMap<>();
        detectors.forEach(detector -> told.put(detector, HeaderReader.WHOLE));
        return new HeaderReading(
                Map.copyOf(told),
                Map.of(),
                Set.of(),
                Set.of(),
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                detectors.isEmpty(),
                false,
                false,
                Optional.empty(),
                false);
    }

    /** Whether it's one of two halves of a name of which the table has the other, too. */
    boolean isHalfOf(Set<Half> halves) {
        return half.filter(own -> halves.contains(own.other())).isPresent();
    }

    /** Whether it says by itself that its values are names of people. */
    boolean isNamed() {
        return named.getOrDefault("person-name", 0.0) >= HeaderReader.PART;
    }

    /** Whether it's one of the two numbers that say where something is. */
    boolean isOfPlace() {
        return hinted.contains("coordinates") || beside.contains("coordinates");
    }

    private HeaderReading nobodys() {
        return new HeaderReading(
                Map.of(),
                ofMany,
                Set.of(),
                Set.of(),
                false,
                false,
                ofThings,
                ofAnimals,
                ofGroups,
                false,
                ofNamed,
                true,
                ofUnknown,
                ofOwn,
                Optional.empty(),
                ofVersions);
    }

    /** The numbers of the detectors for whose values the name is a label. */
    BitSet announced(Detectors detectors) {
        BitSet announced = new BitSet();
        named.forEach((id, strength) -> {
            if (strength > HeaderReader.IN_A_QUESTION) {
                announced.set(detectors.known(id).number());
            }
        });
        return announced;
    }
}
