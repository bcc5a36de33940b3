package org.trainingaudit.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Several texts as the value of a {@link Sorter}'s record, each with its length before it. */
final class Texts {

    private Texts() {}

    static void put(List<String> texts, byte[] key, Sorter sorter) throws IOException {
        byte[][] all = new byte[texts.size()][];
        int length = 0;
        for (int i = 0; i < all.length; i++) {
            all[i] = texts.get(i).getBytes(StandardCharsets.UTF_8);
            length += Integer.BYTES + all[i].length;
        }
        int at = sorter.add(key.length, length);
        byte[] arena = sorter.arena();
        System.arraycopy(key, 0, arena, at, key.length);
        at += key.length;
        for (byte[] text : all) {
            for (int i = 0; i < Integer.BYTES; i++) {
                arena[at + i] = (byte) (text.length >>> (24 - 8 * i));
            }
            System.arraycopy(text, 0, arena, at + Integer.BYTES, text.length);
            at += Integer.BYTES + text.length;
        }
    }

    static List<String> of(Sorter.Cursor record) {
        List<String> texts = new ArrayList<>();
        int at = record.value;
        while (at < record.valueEnd) {
            int length = 0;
            for (int i = 0; i < Integer.BYTES; i++) {
                length = (length << 8) | (record.bytes[at + i] & 0xff);
            }
            texts.add(new String(record.bytes, at + Integer.BYTES, length, StandardCharsets.UTF_8));
            at += Integer.BYTES + length;
        }
        return texts;
    }
}
