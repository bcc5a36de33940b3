package org.trainingaudit.dataset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tells delimiter and header by a file's beginning.
 *
 * <p>The delimiter is the one by which the first row has several cells and the most other rows have as many. The first row
 * is a header unless it holds values: numbers, dates or e-mail addresses atop columns of such, more often than names; or cells that
 * stand twice in it and below it again.
 */
final class DialectSniffer {

    private static final byte[] CANDIDATES = {'\t', ',', ';', '|'};

    /** So many numbers that go up by one are hardly values. */
    private static final int MANY = 5;

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.,]+%?");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern SAID =
            Pattern.compile("\"?sep=([\\x21-\\x7E\\t])\"?(?:\\r\\n|\\n|\\r)", Pattern.CASE_INSENSITIVE);
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern DATED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*");

    private DialectSniffer() {}

    /** The layout of a file that begins so; {@code whole} says whether that is the whole file. */
    static Dialect sniff(byte[] prefix, boolean whole, Limits limits) {
        Matcher said = SAID.matcher(new String(prefix, 0, Math.min(prefix.length, 16), StandardCharsets.ISO_8859_1));
        if (said.lookingAt()) {
            byte delimiter = (byte) said.group(1).charAt(0);
            byte[] rest = Arrays.copyOfRange(prefix, said.end(), prefix.length);
            return dialect(delimiter, 1, Sample.of(rest, whole, delimiter, limits));
        }
        Dialect plain = best(prefix, whole, limits, false);
        return plain.delimiter() == RowSplitter.NONE ? best(prefix, whole, limits, true) : plain;
    }

    private static Dialect best(byte[] prefix, boolean whole, Limits limits, boolean titles) {
        byte best = RowSplitter.NONE;
        Sample bestSample = Sample.of(prefix, whole, best, limits);
        int bestAgreement = 0;
        for (byte candidate : CANDIDATES) {
            Sample sample = Sample.of(prefix, whole, candidate, limits);
            boolean better = sample.agreement() > bestAgreement
                    || (sample.agreement() == bestAgreement && sample.firstWidth() > bestSample.firstWidth());
            if (sample.firstWidth() > 1 && better && titles == sample.titles() > 0) {
                best = candidate;
                bestSample = sample;
                bestAgreement = sample.agreement();
            }
        }
        return dialect(best, 0, bestSample);
    }

    private static Dialect dialect(byte delimiter, int skipped, Sample sample) {
        TopRows top = TopRows.of(sample.rows());
        int unnamed = top.titles() == 0 && top.header() ? sample.unnamed() : 0;
        return new Dialect(delimiter, skipped, sample.titles() + top.titles(), top.header(), unnamed);
    }

    /**
     * Whether text of no known format is a table: at least five rows of at least three cells, or three rows where tabs or bars
     * are between them, all with as many cells as the first.
     */
    static boolean isTable(byte[] prefix, boolean whole, Limits limits) {
        for (byte candidate : CANDIDATES) {
            Sample sample = Sample.of(prefix, whole, candidate, limits);
            boolean sure = candidate == '\t' || candidate == '|';
            boolean large =
                    sample.firstWidth() >= (sure ? 2 : 3) && sample.rows().size() >= (sure ? 3 : 5);
            if (large && sample.agreement() == 1000) {
                return true;
            }
        }
        return false;
    }

    /** Whether the first row has names; also where nothing tells, as in a table of texts only. */
    static boolean hasHeader(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return true;
        }
        List<String> first = rows.get(0);
        if (rows.size() == 1) {
            long values = first.stream().filter(DialectSniffer::isValue).count();
            long filled = first.stream().filter(cell -> !cell.isBlank()).count();
            return values == 0 || 2 * values < filled;
        }
        if (isCount(first)) {
            return true;
        }
        int names = 0;
        int values = 0;
        for (int column = 0; column < first.size(); column++) {
            if (!first.get(column).isBlank() && holdsValues(rows, column)) {
                values += isValue(first.get(column)) && isAsBelow(rows, column) ? 1 : 0;
                names += isValue(first.get(column)) ? 0 : 1;
            }
        }
        return names >= values && !(values == 0 && names == 0 && isRowLikeOthers(rows));
    }

    /** Names differ, and none of them stands below itself as codes such as {@code p,s,f,f,y} do. */
    private static boolean isRowLikeOthers(List<List<String>> rows) {
        List<String> first = rows.get(0);
        long filled = first.stream().filter(cell -> !cell.isBlank()).count();
        long distinct =
                first.stream().filter(cell -> !cell.isBlank()).distinct().count();
        long again = IntStream.range(0, first.size())
                .filter(column -> !first.get(column).isBlank() && standsAgain(rows, column))
                .count();
        return distinct < filled && 2 * again > filled;
    }

    private static boolean standsAgain(List<List<String>> rows, int column) {
        return rows.subList(1, rows.size()).stream()
                .anyMatch(row -> column < row.size()
                        && row.get(column).equals(rows.get(0).get(column)));
    }

    /** Whether the first row's cell is written like one below it; a code book's {@code 31-0.0} above whole numbers isn't. */
    private static boolean isAsBelow(List<List<String>> rows, int column) {
        String form = form(rows.get(0).get(column));
        return rows.subList(1, rows.size()).stream()
                .anyMatch(row -> column < row.size() && form(row.get(column)).equals(form));
    }

    /** A cell with one digit for each run of them, numbers of all kinds alike but for years. */
    private static String form(String cell) {
        String text = cell.strip();
        if (YEAR.matcher(text).matches()) {
            return "year";
        }
        return NUMBER.matcher(text).matches() ? "0" : DIGITS.matcher(text).replaceAll("0");
    }

    /** Whether four in five filled cells below the first row are values, and at least one is. */
    private static boolean holdsValues(List<List<String>> rows, int column) {
        int filled = 0;
        int values = 0;
        for (List<String> row : rows.subList(1, rows.size())) {
            if (column < row.size() && !row.get(column).isBlank()) {
                filled++;
                values += isValue(row.get(column)) ? 1 : 0;
            }
        }
        return filled > 0 && 5 * values >= 4 * filled;
    }

    /** Numbers as names: years that go up by one, as in {@code country,2019,2020}, or places counted from 0. */
    private static boolean isCount(List<String> first) {
        List<String> numbers = first.stream().filter(DialectSniffer::isValue).toList();
        if (numbers.size() < 2 || !numbers.stream().allMatch(number -> number.matches("\\d{1,4}"))) {
            return false;
        }
        int from = Integer.parseInt(numbers.get(0));
        for (int i = 1; i < numbers.size(); i++) {
            if (Integer.parseInt(numbers.get(i)) != from + i) {
                return false;
            }
        }
        return (from >= 1900 && from < 2100) || (from == 0 && numbers.size() >= Math.min(first.size(), MANY));
    }

    /** Whether a cell can hardly be a name: digits without letters, a date, an e-mail address. */
    static boolean isValue(String cell) {
        String text = cell.strip();
        boolean digits = text.chars().anyMatch(Character::isDigit);
        boolean letters = text.codePoints().anyMatch(Character::isLetter);
        return (digits && !letters)
                || (digits && DATED.matcher(text).matches())
                || (text.indexOf('@') > 0 && EMAIL.matcher(text).matches());
    }
}
