package org.trainingaudit.dataset;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a workbook's styles say of a number: that it is a day or time, or that it has leading zeros. */
final class CellStyles {

    private static final int MOST_STYLES = 100_000;
    private static final int LONGEST_CODE = 64;
    private static final double LAST_DAY = 2_958_466;
    private static final int LARGEST_EXPONENT = 60;
    private static final long MILLIS = 86_400_000;
    private static final int LONG_NUMBER = 400;

    /** What doesn't mean a date part in a format code: quoted and escaped text, colours and conditions, plain numbers. */
    private static final Pattern PLAIN = Pattern.compile(
            "\"[^\"]*\"?|\\\\.|_.|\\*.|\\[[^\\]]*[^hms\\]][^\\]]*\\]|general|e[+-]", Pattern.CASE_INSENSITIVE);

    private static final Pattern DATED = Pattern.compile("[ymdhsge]", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.MILLI_OF_SECOND, 0, 3, true)
            .toFormatter(java.util.Locale.ROOT);

    private final boolean from1904;
    private final Map<String, String> codes = new HashMap<>();
    private final List<String> formats = new ArrayList<>();
    private boolean inCellFormats;

    private CellStyles(boolean from1904) {
        this.from1904 = from1904;
    }

    static CellStyles of(Workbook book) throws IOException {
        CellStyles styles = new CellStyles(book.from1904());
        if (book.part("styles").isPresent()) {
            book.each(book.part("styles").get(), styles::take);
        }
        return styles;
    }

    private void take(XmlPart xml) {
        if (xml.begins("numFmt")) {
            codes.put(xml.attribute("numFmtId"), xml.attribute("formatCode"));
        } else if (xml.begins("cellXfs")) {
            inCellFormats = true;
        } else if (xml.ends("cellXfs")) {
            inCellFormats = false;
        } else if (inCellFormats && xml.begins("xf")) {
            formats.add(xml.attribute("numFmtId"));
        }
        if (codes.size() > MOST_STYLES || formats.size() > MOST_STYLES) {
            throw new RefusedException(Refusal.overLimit("more than " + MOST_STYLES + " styles; save it as CSV"));
        }
    }

    /** A number as a person sees it: days and times as ISO 8601 has them, numbers without exponent. */
    String shown(String number, String style) {
        String format = format(style);
        String code = codes.getOrDefault(format, "");
        if (isDate(format, code)) {
            return day(number);
        }
        String plain = plain(number);
        boolean padded = !code.isEmpty() && code.length() <= LONGEST_CODE && code.matches("0+");
        return padded && plain.matches("\\d{1,64}")
                ? "0".repeat(Math.max(0, code.length() - plain.length())) + plain
                : plain;
    }

    private String format(String style) {
        int n = style.matches("\\d{1,6}") ? Integer.parseInt(style) : 0;
        return n < formats.size() ? formats.get(n) : "0";
    }

    private static boolean isDate(String format, String code) {
        if (!code.isEmpty()) {
            return DATED.matcher(PLAIN.matcher(code).replaceAll("")).find();
        }
        int id = format.matches("\\d{1,6}") ? Integer.parseInt(format) : 0;
        return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    }

    private static String plain(String number) {
        if (number.indexOf('E') < 0 && number.indexOf('e') < 0) {
            return number;
        }
        try {
            BigDecimal value = new BigDecimal(number.length() > LONG_NUMBER ? "" : number);
            return Math.abs((long) value.scale()) + value.precision() > LARGEST_EXPONENT
                    ? number
                    : value.toPlainString();
        } catch (NumberFormatException e) {
            return number;
        }
    }

    private String day(String number) {
        double days;
        try {
            days = Double.parseDouble(number.length() > LONG_NUMBER ? "x" : number);
        } catch (NumberFormatException e) {
            return number;
        }
        if (!(days >= 0 && days < LAST_DAY)) {
            return number;
        }
        long millis = Math.round((days - Math.floor(days)) * MILLIS);
        LocalDateTime moment = LocalDate.ofEpochDay(epochDay((long) Math.floor(days)))
                .atStartOfDay()
                .plusNanos(millis * 1_000_000);
        if (days < 1) {
            return TIME.format(moment);
        }
        return millis % MILLIS == 0
                ? moment.toLocalDate().toString()
                : moment.toLocalDate() + "T" + TIME.format(moment);
    }

    /** Day 60 of the count from 1900 is a 29 February that never was. */
    private long epochDay(long day) {
        if (from1904) {
            return LocalDate.of(1904, 1, 1).toEpochDay() + day;
        }
        return LocalDate.of(1899, 12, 30).toEpochDay() + day + (day < 60 ? 1 : 0);
    }
}
