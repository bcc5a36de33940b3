package org.trainingaudit.detection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.trainingaudit.dataset.DeclaredKey;
import org.trainingaudit.dataset.Row;
import org.trainingaudit.hash.Sha256;

/**
 * Groups rows by a declared key. Values are equal where their bytes are; no value counts as one, as it does for whoever looks
 * for a person. Hashes are the first 63 bits of SHA-256, so that nobody who chooses the values can easily make two groups one.
 */
final class KeyColumns {

    private final DeclaredKey key;
    private final GroupCounter counter = new GroupCounter();
    private final MessageDigest digest = Sha256.digest();
    private final List<Integer> places = new ArrayList<>();
    private final List<Integer> sensitive = new ArrayList<>();
    private final List<String> absent = new ArrayList<>();
    private long[] hashes = {};

    KeyColumns(DeclaredKey key) {
        this.key = key;
    }

    void columns(List<String> names) {
        key.quasiIdentifiers().forEach(column -> place(names, column, places));
        key.sensitive().forEach(column -> place(names, column, sensitive));
        hashes = new long[sensitive.size()];
    }

    private void place(List<String> names, String column, List<Integer> to) {
        int place = names.indexOf(column);
        if (place < 0) {
            absent.add(column);
        } else {
            to.add(place);
        }
    }

    void row(Row row) {
        if (!absent.isEmpty()) {
            return;
        }
        for (int place : places) {
            byte[] value = row.text(place).getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
            digest.update(value);
        }
        long group = hash();
        for (int i = 0; i < hashes.length; i++) {
            String value = Folding.fold(row.text(sensitive.get(i))).lower().strip();
            digest.update(value.getBytes(StandardCharsets.UTF_8));
            long hash = hash();
            hashes[i] = value.isEmpty() ? 0 : Math.max(1, hash);
        }
        counter.see(group, hashes);
    }

    private long hash() {
        return ByteBuffer.wrap(digest.digest()).getLong() & Long.MAX_VALUE;
    }

    KeyedGroups groups() {
        return counter.groups(absent);
    }
}
