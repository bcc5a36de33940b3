package org.trainingaudit;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A picture of a page, with the colours that it has most of, so that its file is small. */
final class Picture {

    private static final int COLOURS = 96;
    private static final int NOTICED = 48;

    private final BufferedImage image;

    private Picture(BufferedImage image) {
        this.image = image;
    }

    static Picture of(byte[] png) throws IOException {
        BufferedImage all = ImageIO.read(new ByteArrayInputStream(png));
        List<Integer> colours = colours(all);
        byte[][] parts = new byte[3][colours.size()];
        for (int i = 0; i < colours.size(); i++) {
            for (int part = 0; part < 3; part++) {
                parts[part][i] = (byte) (colours.get(i) >> (16 - 8 * part));
            }
        }
        IndexColorModel palette = new IndexColorModel(8, colours.size(), parts[0], parts[1], parts[2]);
        BufferedImage few =
                new BufferedImage(all.getWidth(), all.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, palette);
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < all.getHeight(); y++) {
            for (int x = 0; x < all.getWidth(); x++) {
                int colour = all.getRGB(x, y) & 0xFFFFFF;
                int index = nearest.computeIfAbsent(colour, one -> nearest(one, colours));
                few.getRaster().setSample(x, y, 0, index);
            }
        }
        return new Picture(few);
    }

    static Picture read(Path file) throws IOException {
        return new Picture(ImageIO.read(file.toFile()));
    }

    private static List<Integer> colours(BufferedImage image) {
        Map<Integer, Integer> often = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                often.merge(image.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
            }
        }
        return often.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int nearest(int colour, List<Integer> colours) {
        int best = 0;
        for (int i = 1; i < colours.size(); i++) {
            if (distance(colour, colours.get(i)) < distance(colour, colours.get(best))) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            sum += Math.abs(((one >> shift) & 0xFF) - ((other >> shift) & 0xFF));
        }
        return sum;
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    /** The share of points that look otherwise, 0 to 1; all of them where the size differs. */
    double differs(Picture other) {
        if (image.getWidth() != other.image.getWidth() || image.getHeight() != other.image.getHeight()) {
            return 1;
        }
        long differing = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                differing += distance(image.getRGB(x, y), other.image.getRGB(x, y)) > NOTICED ? 1 : 0;
            }
        }
        return differing / (double) (image.getWidth() * (long) image.getHeight());
    }
}
