package org.trainingaudit.detection;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Days on which a person may have been born, after a label that says so: a date alone is nobody's. */
final class BirthDateFinder implements Finder {

    private static final Alphabet ALPHABET = new Alphabet();
    private static final TextPattern YEAR_FIRST = new TextPattern(
            Pattern.compile(
                    "(?<![0-9.-])(?<y>1[89][0-9]{2}|20[0-9]{2})(?:([-/.])(?<m>[0-9]{1,2})\\2(?<d>[0-9]{1,2})|年 ?(?<mj>[0-9]{1,2})月 ?(?<dj>[0-9]{1,2})日|(?<mc>[0-9]{2})(?<dc>[0-9]{2}))(?![0-9]|[-/.][0-9])"),
            ALPHABET);
    private static final TextPattern YEAR_LAST = new TextPattern(
            Pattern.compile(
                    "(?<![0-9./-])(?<a>[0-9]{1,2})([-/.])(?<b>[0-9]{1,2})\\2(?<y>1[89][0-9]{2}|20[0-9]{2}|[0-9]{2})(?![0-9]|[-/.][0-9])"),
            ALPHABET);
    private static final TextPattern ERA = new TextPattern(
            Pattern.compile(
                    "(?<e>明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHRmtshr])[. ]?(?<y>[0-9]{1,2}|元)(?:年 ?|[-/.])(?<m>[0-9]{1,2})(?:月 ?|[-/.])(?<d>[0-9]{1,2})(?:日|(?![0-9]))"),
            ALPHABET);
    private static final TextPattern WORDED = new TextPattern(
            Pattern.compile(
                    "(?i)(?<![a-z0-9])(?:(?<d>[0-9]{1,2})(?:st|nd|rd|th)?[ -]?(?<m>%1$s)[a-z]*\\.?,?[ -]?|(?<m2>%1$s)[a-z]*\\.? (?<d2>[0-9]{1,2})(?:st|nd|rd|th)?,? )(?<y>1[89][0-9]{2}|20[0-9]{2}|[0-9]{2})(?![0-9])"
                            .formatted("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")),
            ALPHABET);
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
        return 2;
    }

    /** A date alone is nobody's. */
    @Override
    public boolean isForLabelled() {
        return true;
    }

    @Override
    public double most(Cell cell) {
        return cell.run().hasDigits(2) ? LABELLED : 0;
    }

    @Override
    public void find(Cell cell, Teller teller) {
        if (most(cell) == 0) {
            return;
        }
        each(YEAR_FIRST, cell, m -> tell(m, m.number("y"), m.first("m", "mj", "mc"), m.first("d", "dj", "dc"), teller));
        each(YEAR_LAST, cell, m -> {
            int full = fullYear(m.number("y"));
            return tell(m, full, m.number("a"), m.number("b"), teller)
                    || tell(m, full, m.number("b"), m.number("a"), teller);
        });
        each(ERA, cell, m -> {
            int year = m.group("y").equals("元") ? 1 : m.number("y");
            return tell(m, beforeEra(m.group("e")) + year, m.number("m"), m.number("d"), teller);
        });
        if (cell.text().hasLetters()) {
            each(WORDED, cell, m -> {
                String month = m.group("m").isEmpty() ? m.group("m2") : m.group("m");
                return tell(
                        m,
                        fullYear(m.number("y")),
                        1 + MONTHS.indexOf(Folding.lower(month)),
                        m.first("d", "d2"),
                        teller);
            });
        }
    }

    private int fullYear(int year) {
        return year >= 100 ? year : (year > youngest % 100 ? 1900 : 2000) + year;
    }

    private interface Reading {
        boolean of(Found match);
    }

    private static void each(TextPattern pattern, Cell cell, Reading reading) {
        RegexRun run = cell.run();
        for (int from = 0; pattern.find(run, from); ) {
            from = TextPattern.next(run);
            reading.of(new Found(pattern, run));
        }
    }

    /** A match with its named groups. */
    private record Found(TextPattern pattern, RegexRun run) {

        /** Empty if it didn't take part. */
        String group(String name) {
            int group = pattern.group(name);
            return run.start(group) < 0 ? "" : run.text().text(run.start(group), run.end(group));
        }

        int number(String name) {
            return Integer.parseInt(group(name));
        }

        int first(String... names) {
            for (String name : names) {
                if (!group(name).isEmpty()) {
                    return number(name);
                }
            }
            throw new IllegalStateException("one of the groups has matched");
        }
    }

    private static int beforeEra(String era) {
        int initial = INITIALS.indexOf(Character.toLowerCase(era.charAt(0)));
        return YEAR_BEFORE_ERA.getOrDefault(initial < 0 ? era.charAt(0) : ERAS.charAt(initial), 0);
    }

    private boolean tell(Found match, int year, int month, int day, Teller teller) {
        if (year < oldest || year > youngest || !isDay(year, month, day)) {
            return false;
        }
        boolean born = isBorn(match.run.text(), match.run.end(0));
        teller.tell(match.run.start(0), match.run.end(0), born ? LABELLED : 0, LABELLED);
        return true;
    }

    /** What stands behind the date says that somebody was born then. */
    private static boolean isBorn(FoldedText text, int end) {
        int from = end < text.length() && text.at(end) == ' ' ? end + 1 : end;
        return from + 1 < text.length() && text.at(from) == '生' && "まれ)）、。".indexOf(text.at(from + 1)) >= 0;
    }

    private static boolean isDay(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }
}
