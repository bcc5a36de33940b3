package org.trainingaudit.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The texts that all sheets of a workbook share, by number; held as UTF-8, since there can be many. Furigana, which stand
 * beside a text for its reading, are no part of it.
 */
final class SharedTexts {

    private final Limits limits;
    private final StringBuilder text = new StringBuilder();
    private byte[] bytes = new byte[4096];
    private int[] ends = new int[64];
    private int count;
    private int inText;
    private int inReading;

    private SharedTexts(Limits limits) {
        this.limits = limits;
    }

    /** Those of a workbook; none where it has none. */
    static SharedTexts of(Workbook book, Limits limits) throws IOException {
        SharedTexts texts = new SharedTexts(limits);
        if (book.part("sharedStrings").isPresent()) {
            book.each(book.part("sharedStrings").get(), texts::take);
        }
        return texts;
    }

    private void take(XmlPart xml) {
        if (xml.begins("t")) {
            inText++;
        } else if (xml.ends("t")) {
            inText--;
        } else if (xml.begins("rPh")) {
            inReading++;
        } else if (xml.ends("rPh")) {
            inReading--;
        } else if (xml.isText() && inText > 0 && inReading == 0) {
            // A text longer than a row can't be in any row that is taken.
            text.append(xml.text(), 0, Math.min(xml.text().length(), limits.maxRowBytes() + 1 - text.length()));
        } else if (xml.ends("si")) {
            add(CellText.plain(text.toString()).getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        }
    }

    private void add(byte[] utf8) {
        int start = count == 0 ? 0 : ends[count - 1];
        long end = (long) start + utf8.length;
        if (end + 4L * count > Math.min(limits.maxTextBytes(), Integer.MAX_VALUE - 16)) {
            throw new RefusedException(Refusal.overLimit("its texts are larger than " + limits.maxTextBytes()
                    + " bytes (audit.dataset.max-text-bytes); raise that, or export the sheets as CSV"));
        }
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 16, 2 * end));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        System.arraycopy(utf8, 0, bytes, start, utf8.length);
        ends[count++] = (int) end;
    }

    /** The text of that number as a cell writes it; refused where there is none. */
    String get(String number) {
        int n;
        try {
            n = Integer.parseInt(number.strip());
        } catch (NumberFormatException e) {
            n = -1;
        }
        if (n < 0 || n >= count) {
            throw new RefusedException(
                    Refusal.refused("a cell names a text that the workbook doesn't have; save it again"));
        }
        int start = n == 0 ? 0 : ends[n - 1];
        return new String(bytes, start, ends[n] - start, StandardCharsets.UTF_8);
    }
}
