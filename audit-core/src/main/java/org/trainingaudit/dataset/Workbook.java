package org.trainingaudit.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * An Excel workbook (.xlsx, .xlsm): a zip of XML parts, of which only those are opened that its own index names. Nothing is
 * unpacked to disk, no part outside the zip is followed, and macros are never looked at.
 */
final class Workbook implements Closeable {

    private static final int END_OF_ZIP = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int LARGEST_INDEX = 16 * 1024 * 1024;
    /** The part of a sheet that no relation leads to. */
    private static final String NOWHERE = "";

    private final ZipFile zip;
    private final Limits limits;
    private final Map<String, String> parts = new HashMap<>();
    /** The names that stand twice in the zip. */
    private final Set<String> twice = new HashSet<>();
    /** The parts of sheets by the ids by which the workbook calls them, and the ids of charts and the like. */
    private final Map<String, String> targets = new HashMap<>();

    private final Set<String> withoutCells = new HashSet<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private String mainPart = "";
    private boolean from1904;

    /** A sheet by its name, hidden or not, and the part in which its cells are; there may be no such part. */
    record Sheet(String name, String part) {}

    private Workbook(ZipFile zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    /**
     * Opens it and reads its list of sheets.
     *
     * @throws RefusedException where it isn't one, or passes a limit
     */
    static Workbook open(Path file, Limits limits) throws IOException {
        refuseHugeIndex(file, limits);
        Workbook book;
        try {
            book = new Workbook(new ZipFile(file.toFile()), limits);
            book.noteTwice();
        } catch (ZipException | IllegalArgumentException e) {
            throw new RefusedException(Refusal.refused("a zip or spreadsheet whose index is broken; save it again"));
        }
        try {
            book.readIndex();
            return book;
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    /** The JDK holds the whole index of a zip in memory, so that it is looked at before. */
    private static void refuseHugeIndex(Path file, Limits limits) throws IOException {
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "r")) {
            int size = (int) Math.min(raw.length(), END_OF_ZIP + LONGEST_COMMENT);
            byte[] end = new byte[size];
            raw.seek(raw.length() - size);
            raw.readFully(end);
            if (!hasSmallIndex(end, limits)) {
                throw new RefusedException(
                        Refusal.refused("a zip or spreadsheet that is cut off before its index; deliver it again"));
            }
        }
    }

    /** Whether an index is there; each that could be taken for it is looked at, since one can stand in a comment. */
    private static boolean hasSmallIndex(byte[] end, Limits limits) {
        boolean found = false;
        for (int i = end.length - END_OF_ZIP; i >= 0; i--) {
            if (number(end, i, 4) == 0x06054B50L) {
                refuseHugeIndex(number(end, i + 10, 2), number(end, i + 12, 4), limits);
                found = true;
                if (i + END_OF_ZIP + number(end, i + 20, 2) == end.length) {
                    return true;
                }
            }
        }
        return found;
    }

    private static void refuseHugeIndex(long entries, long bytes, Limits limits) {
        if (entries > limits.maxEntries() || bytes > LARGEST_INDEX) {
            throw new RefusedException(Refusal.overLimit(entries + " parts with an index of " + bytes
                    + " bytes; at most " + limits.maxEntries() + " parts (audit.dataset.max-entries) and "
                    + LARGEST_INDEX + " bytes are read; export its sheets as CSV"));
        }
    }

    private static long number(byte[] bytes, int at, int length) {
        long number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = (number << 8) | (bytes[at + i] & 0xFF);
        }
        return number;
    }

    private void noteTwice() {
        Set<String> once = new HashSet<>();
        zip.stream().map(ZipEntry::getName).filter(name -> !once.add(name)).forEach(twice::add);
    }

    private void readIndex() throws IOException {
        each("_rels/.rels", xml -> {
            if (xml.begins("Relationship") && xml.attribute("Type").endsWith("/officeDocument")) {
                mainPart = absolute("", xml.attribute("Target"));
            }
        });
        if (mainPart.isEmpty() || !mainPart.endsWith(".xml")) {
            throw new RefusedException(Refusal.refused("a zip that is no .xlsx workbook"
                    + " (.xlsb, .ods and plain zips have no reader); save it as .xlsx or CSV, or unpack it"));
        }
        each(relationsOf(mainPart), this::readRelation);
        if (!each(mainPart, this::readMain) || sheets.isEmpty()) {
            throw new RefusedException(Refusal.refused("a workbook that names no sheet; save it again"));
        }
    }

    private void readRelation(XmlPart xml) {
        if (!xml.begins("Relationship") || xml.attribute("TargetMode").equals("External")) {
            return;
        }
        String type = xml.attribute("Type");
        String target = absolute(mainPart, xml.attribute("Target"));
        parts.put(type.substring(type.lastIndexOf('/') + 1), target);
        if (type.endsWith("/worksheet") || type.endsWith("/xlMacrosheet")) {
            targets.put(xml.attribute("Id"), target);
        } else if (type.endsWith("/chartsheet") || type.endsWith("/dialogsheet")) {
            withoutCells.add(xml.attribute("Id"));
        }
    }

    private void readMain(XmlPart xml) {
        if (xml.begins("workbookPr")) {
            String flag = xml.attribute("date1904");
            from1904 = flag.equals("1") || flag.equals("true");
        } else if (xml.begins("sheet") && !withoutCells.contains(xml.attribute("id"))) {
            sheets.add(new Sheet(xml.attribute("name"), targets.getOrDefault(xml.attribute("id"), NOWHERE)));
        }
        if (sheets.size() > limits.maxEntries()) {
            throw new RefusedException(Refusal.overLimit("more than " + limits.maxEntries() + " sheets"));
        }
    }

    private static String relationsOf(String part) {
        int slash = part.lastIndexOf('/') + 1;
        return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    }

    /** A part's name in the zip, from the name by which another part calls it. */
    private static String absolute(String from, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        String path = folder + target;
        while (path.contains("/../")) {
            path = path.replaceFirst("[^/]*/\\.\\./", "");
        }
        return path;
    }

    /** All sheets in the workbook's order, hidden ones too. */
    List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    /** Whether its days are counted from 1904, as old Macintosh files do. */
    boolean from1904() {
        return from1904;
    }

    /** The part that the workbook calls by this type, such as {@code sharedStrings}. */
    Optional<String> part(String type) {
        return Optional.ofNullable(parts.get(type));
    }

    /** Tells all elements of a part; false where there is no such part. */
    boolean each(String part, XmlPart.Sink sink) throws IOException {
        return each(part, limits.maxUnpackedBytes(), sink);
    }

    /** The same, of a part that may not unpack to more than so many bytes. */
    boolean each(String part, long most, XmlPart.Sink sink) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return false;
        }
        if (twice.contains(part)) {
            throw new RefusedException(Refusal.refused(
                    "two parts of one name in the workbook, so that programs may see either; save it again"));
        }
        try (InputStream in =
                LimitedInput.unpacking(zip.getInputStream(entry), Math.min(most, limits.maxUnpackedBytes()))) {
            XmlPart.each(in, limits, sink);
            return true;
        } catch (ZipException e) {
            throw new RefusedException(Refusal.refused("a part of the workbook is broken; save it again"));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
