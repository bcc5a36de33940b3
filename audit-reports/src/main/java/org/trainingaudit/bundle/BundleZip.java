package org.trainingaudit.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Opens a zipped bundle from anybody. All its names are judged before anything is written. */
final class BundleZip {

    private static final long LARGEST = 64L << 30;
    private static final int MOST_FILES = 1_000_000;

    private BundleZip() {}

    /**
     * Unpacks a bundle.
     *
     * @param zip the bundle
     * @param into an empty folder, or one that this makes
     * @throws ZipException if a name leaves the folder, is a link, stands twice or differs from another only by case, or if
     *     the bundle is too large; then nothing is written
     * @throws IOException if it isn't a zip or the disk refuses
     */
    public static void unpack(Path zip, Path into) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            Optional<String> link = ZipLinks.first(zip);
            if (link.isPresent()) {
                throw new ZipException("the bundle has '" + visible(link.get()) + "', which isn't a plain file");
            }
            Map<String, ZipEntry> entries = judged(file);
            long left = LARGEST;
            for (Map.Entry<String, ZipEntry> entry : entries.entrySet()) {
                Path target = into.resolve(entry.getKey());
                Files.createDirectories(target.resolveSibling(".").normalize());
                try (InputStream in = file.getInputStream(entry.getValue())) {
                    left -= copy(in, target, left);
                }
            }
        }
    }

    private static Map<String, ZipEntry> judged(ZipFile file) throws ZipException {
        Map<String, ZipEntry> entries = new LinkedHashMap<>();
        Map<String, String> folded = new HashMap<>();
        Enumeration<? extends ZipEntry> all = file.entries();
        while (all.hasMoreElements()) {
            ZipEntry entry = all.nextElement();
            String name = entry.getName();
            judge(entry.isDirectory() ? name.substring(0, name.length() - 1) : name, folded);
            if (!entry.isDirectory()) {
                entries.put(name, entry);
            }
            if (entries.size() > MOST_FILES) {
                throw new ZipException("the bundle has more than " + MOST_FILES + " files");
            }
        }
        return entries;
    }

    private static void judge(String name, Map<String, String> folded) throws ZipException {
        if (!BundlePath.isSafe(name)) {
            throw new ZipException("the bundle has the name '" + visible(name) + "', which could leave its folder");
        }
        String twin = folded.putIfAbsent(name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), name);
        if (twin != null) {
            throw new ZipException("the bundle has the names '" + visible(twin) + "' and '" + visible(name)
                    + "', which are one file on some disks");
        }
    }

    private static String visible(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    private static long copy(InputStream in, Path target, long left) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long written = 0;
        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                written += read;
                if (written > left) {
                    throw new ZipException("the bundle unpacks to more than " + LARGEST + " bytes");
                }
                out.write(buffer, 0, read);
            }
        }
        return written;
    }
}
