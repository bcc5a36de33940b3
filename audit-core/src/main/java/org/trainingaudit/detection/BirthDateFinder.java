package org.trainingaudit.detection;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days on which a person may have been born, after a label that says so: a date alone is nobody's. */
final class BirthDateFinder implements Finder {

    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?<![0-9.-])(?<y>1[89][0-9]{2}|20[0-9]{2})(?:([-/.])(?<m>[0-9]{1,2})\\2(?<d>[0-9]{1,2})|年 ?(?<mj>[0-9]{1,2})月 ?(?<dj>[0-9]{1,2})日|(?<mc>[0-9]{2})(?<dc>[0-9]{2}))(?![0-9]|[-/.][0-9])");
    private static final Pattern YEAR_LAST = Pattern.compile(
            "(?<![0-9./-])(?<a>[0-9]{1,2})([-/.])(?<b>[0-9]{1,2})\\2(?<y>1[89][0-9]{2}|20[0-9]{2}|[0-9]{2})(?![0-9]|[-/.][0-9])");
    private static final Pattern ERA = Pattern.compile(
            "(?<e>明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHRmtshr])[. ]?(?<y>[0-9]{1,2}|元)(?:年 ?|[-/.])(?<m>[0-9]{1,2})(?:月 ?|[-/.])(?<d>[0-9]{1,2})(?:日|(?![0-9]))");
    private static final Pattern WORDED = Pattern.compile(
            "(?i)(?<![a-z0-9])(?:(?<d>[0-9]{1,2})(?:st|nd|rd|th)?[ -](?<m>%1$s)[a-z]*\\.?,?[ -]|(?<m2>%1$s)[a-z]*\\.? (?<d2>[0-9]{1,2})(?:st|nd|rd|th)?,? )(?<y>1[89][0-9]{2}|20[0-9]{2})(?![0-9])"
                    .formatted("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"));
    private static final Sieve SIEVE = new Sieve(List.of(YEAR_FIRST, YEAR_LAST, ERA, WORDED));
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<Character, Integer> YEAR_BEFORE_ERA =
            Map.of('明', 1867, '大', 1911, '昭', 1925, '平', 1988, '令', 2018);
    private static final String INITIALS = "mtshr";
    private static final String ERAS = "明大昭平令";
    private static final double LABELLED = 0.95;

    private final int oldest;
    private final int youngest;

    /** For people born in those years, both included. */
    BirthDateFinder(int oldest, int youngest) {
        this.oldest = oldest;
        this.youngest = youngest;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void find(Cell cell, Teller teller) {
        if (cell.text().digits() < 2) {
            return;
        }
        String text = cell.text().text();
        BitSet passing = SIEVE.passing(text);
        if (passing.isEmpty()) {
            return;
        }
        for (Matcher m = YEAR_FIRST.matcher(text); passing.get(0) && m.find(); ) {
            tell(m, number(m, "y"), first(m, "m", "mj", "mc"), first(m, "d", "dj", "dc"), teller);
        }
        for (Matcher m = YEAR_LAST.matcher(text); passing.get(1) && m.find(); ) {
            int year = number(m, "y");
            int full = year < 100 ? (year > youngest % 100 ? 1900 : 2000) + year : year;
            if (!tell(m, full, number(m, "a"), number(m, "b"), teller)) {
                tell(m, full, number(m, "b"), number(m, "a"), teller);
            }
        }
        for (Matcher m = ERA.matcher(text); passing.get(2) && m.find(); ) {
            int year = m.group("y").equals("元") ? 1 : number(m, "y");
            tell(m, beforeEra(m.group("e")) + year, number(m, "m"), number(m, "d"), teller);
        }
        if (!Words.isLatin(text.charAt(0)) || text.indexOf(' ') > 0 || text.indexOf('-') > 0) {
            for (Matcher m = WORDED.matcher(text); passing.get(3) && m.find(); ) {
                String month = m.group("m") == null ? m.group("m2") : m.group("m");
                tell(m, number(m, "y"), 1 + MONTHS.indexOf(Folding.lower(month)), first(m, "d", "d2"), teller);
            }
        }
    }

    private static int beforeEra(String era) {
        int initial = INITIALS.indexOf(Character.toLowerCase(era.charAt(0)));
        return YEAR_BEFORE_ERA.getOrDefault(initial < 0 ? era.charAt(0) : ERAS.charAt(initial), 0);
    }

    private boolean tell(Matcher m, int year, int month, int day, Teller teller) {
        if (year < oldest || year > youngest) {
            return false;
        }
        try {
            LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return false;
        }
        teller.tell(m.start(), m.end(), 0, LABELLED);
        return true;
    }

    private static int number(Matcher m, String group) {
        return Integer.parseInt(m.group(group));
    }

    private static int first(Matcher m, String... groups) {
        for (String group : groups) {
            if (m.group(group) != null) {
                return number(m, group);
            }
        }
        throw new IllegalStateException("one of the groups has matched");
    }
}
