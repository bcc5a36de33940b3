package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TileWriterTest {

    private final Path folder;

    TileWriterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void writesThePublishedFilesOfSize300() throws IOException {
        TileWriter writer = write(0, 300);
        assertThat(files()).isEqualTo(published(Vectors.ALL.path("synthetic").path("files_size_300")));
        assertThat(writer.root().hex())
                .isEqualTo(
                        Vectors.ALL.path("synthetic").path("roots").path("300").stringValue());
    }

    @Test
    void writesThePublishedFilesOfTheSampleEntries() throws IOException {
        TileWriter writer = new TileWriter(new DurableFiles(new NoSync(), folder), 0);
        Vectors.entries().forEach(entry -> writer.add(new EntryBytes(entry)));
        writer.finish();
        assertThat(files()).isEqualTo(published(Vectors.ALL.path("tiles_8")));
    }

    @Test
    void writesThePublishedTilesOfSize70000() throws IOException {
        TileWriter writer = write(0, 70_000);
        assertThat(writer.root().hex())
                .isEqualTo(Vectors.ALL
                        .path("synthetic")
                        .path("roots")
                        .path("70000")
                        .stringValue());
        List<TilePath> hashes = files().keySet().stream()
                .flatMap(path -> TilePath.parse(path).stream())
                .filter(tile -> !tile.isEntries())
                .toList();
        JsonNode expected = Vectors.ALL.path("synthetic").path("hash_tiles_size_70000");
        assertThat(hashes).hasSize(expected.path("count").intValue());
        assertThat(hashes.stream().filter(tile -> tile.level() == 0 && tile.width() == 256))
                .hasSize(expected.path("full_level0").intValue());
        assertThat(hashes.stream()
                        .filter(tile -> tile.width() < 256)
                        .map(TilePath::path)
                        .sorted())
                .containsExactlyElementsOf(expected.path("partials")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .sorted()
                        .toList());
    }

    @Test
    void continuesALogAnywhereWithTheSameFiles(@TempDir Path whole) throws IOException {
        Frontier tree = new Frontier();
        long published = 0;
        for (long size : List.of(1L, 255L, 256L, 257L, 300L, 65_535L, 65_536L, 65_537L, 70_000L, 131_072L, 131_073L)) {
            TileWriter writer = write(published & -256, size);
            LongStream.range(tree.size(), size).forEach(i -> tree.add(Hash.leaf(Vectors.synthetic(i))));
            assertThat(writer.root()).as("size " + size).isEqualTo(tree.root());
            published = size;
        }
        new TileWriterTest(whole).write(0, published);
        assertThat(files()).containsAllEntriesOf(new TileWriterTest(whole).files());
    }

    @Test
    void provesFromItsTilesWhatTheTreeProves() {
        write(0, 1000);
        TreeInMemory tree = new TreeInMemory(LongStream.range(0, 1000)
                .mapToObj(i -> Hash.leaf(Vectors.synthetic(i)))
                .toList());
        Proofs stored = new Proofs(new TileFiles(folder, 1000));
        for (long i = 0; i < 1000; i += 37) {
            assertThat(stored.inclusion(i, 1000)).isEqualTo(tree.proofs().inclusion(i, 1000));
            assertThat(stored.consistency(i, 1000)).isEqualTo(tree.proofs().consistency(i, 1000));
        }
    }

    @Test
    void readsOnlyThePathsItWrites() {
        assertThat(TilePath.hashes(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        for (TilePath path : List.of(
                TilePath.hashes(2, 0, 1),
                TilePath.entries(999, 256),
                TilePath.entries(1000, 255),
                TilePath.hashes(7, 123_456_789, 44))) {
            assertThat(TilePath.parse(path.path())).hasValue(path);
        }
        for (String other : List.of(
                "tile/0/1",
                "tile/0/x000/001",
                "tile/8/000",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/0000",
                "tile/0/../0/000",
                "tile/entries")) {
            assertThat(TilePath.parse(other)).as(other).isEmpty();
        }
    }

    private TileWriter write(long start, long size) {
        TileWriter writer = new TileWriter(new DurableFiles(new NoSync(), folder), start);
        LongStream.range(start, size).forEach(i -> writer.add(new EntryBytes(Vectors.synthetic(i))));
        writer.finish();
        return writer;
    }

    private Map<String, String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            Map<String, String> found = new TreeMap<>();
            all.filter(Files::isRegularFile)
                    .forEach(file -> found.put(
                            folder.relativize(file).toString(),
                            Hash.of(TileFiles.bytes(file)).hex()));
            return found;
        }
    }

    private static Map<String, String> published(JsonNode files) {
        Map<String, String> expected = new TreeMap<>();
        files.properties()
                .forEach(file -> expected.put(
                        file.getKey(), file.getValue().path("sha256").stringValue()));
        return expected;
    }
}
