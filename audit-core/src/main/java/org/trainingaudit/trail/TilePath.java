package org.trainingaudit.trail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a piece of the log lies below its folder (C2SP tlog-tiles).
 *
 * @param level 0 for leaf hashes, each further level holds the roots of full tiles below; -1 for entries
 * @param index the place among the tiles of its level
 * @param width how many hashes or entries it holds, 1 to 256
 */
record TilePath(int level, long index, int width) {

    static final int FULL = 256;
    static final int FULL_BITS = 8;

    private static final int ENTRIES = -1;
    private static final Pattern FORM =
            Pattern.compile("tile/(entries|[0-7])/((?:x[0-9]{3}/)*)([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    static TilePath hashes(int level, long index, int width) {
        return new TilePath(level, index, width);
    }

    static TilePath entries(long index, int width) {
        return new TilePath(ENTRIES, index, width);
    }

    boolean isEntries() {
        return level == ENTRIES;
    }

    TilePath full() {
        return new TilePath(level, index, FULL);
    }

    /** The path, with {@code /} between its parts. */
    String path() {
        return folder() + (width == FULL ? "" : ".p/" + width);
    }

    /** The path without the width of a partial tile. */
    String folder() {
        StringBuilder path = new StringBuilder(group(index));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x" + group(rest) + "/");
        }
        return "tile/" + (isEntries() ? "entries" : Integer.toString(level)) + "/" + path;
    }

    private static String group(long number) {
        return Long.toString(1000 + number % 1000).substring(1);
    }

    /** Reads a path; empty where it is none that this class writes. */
    static Optional<TilePath> parse(String path) {
        Matcher form = FORM.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        String digits = form.group(2).replaceAll("[x/]", "") + form.group(3);
        if (digits.length() > 18) {
            return Optional.empty();
        }
        int level = form.group(1).equals("entries") ? ENTRIES : Integer.parseInt(form.group(1));
        int width = form.group(4) == null ? FULL : Integer.parseInt(form.group(4));
        TilePath read = new TilePath(level, Long.parseLong(digits), width);
        return width <= FULL && read.path().equals(path) ? Optional.of(read) : Optional.empty();
    }

    /** How many hashes the tile at this place holds in a log of this size. */
    static int width(int level, long index, long size) {
        long hashes = size >> (FULL_BITS * level);
        return (int) Math.max(0, Math.min(FULL, hashes - index * FULL));
    }
}
