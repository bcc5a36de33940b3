package org.trainingaudit.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineageGraphTest {

    private final LineageGraph graph = new LineageGraph();

    @Test
    void findsWhatReachesATrainingThroughAnyNumberOfOthers() {
        graph.reads("etl", "raw");
        graph.writes("etl", "clean");
        graph.reads("join", "clean");
        graph.reads("join", "prices");
        graph.writes("join", "features");

        List<Reached> reached = graph.upstream(List.of("features"));

        assertThat(reached).extracting(Reached::dataset).containsExactly("clean", "prices", "raw");
        assertThat(reached).extracting(Reached::source).containsExactly(false, true, true);
        assertThat(reached.get(2).path()).containsExactly("etl", "clean", "join", "features");
    }

    @Test
    void comesToAnEndInACircle() {
        graph.derives("a", "b");
        graph.derives("b", "c");
        graph.derives("c", "a");
        graph.derives("x", "b");
        graph.derives("b", "b");

        assertThat(graph.upstream(List.of("a"))).extracting(Reached::dataset).containsExactly("b", "c", "x");
        assertThat(graph.upstream(List.of("nobody knows it"))).isEmpty();
    }

    @Test
    void tellsColumnsThatComeMaskedFromThoseThatComeAsTheyAre() {
        graph.derives("raw", "name", "clean", "key", true);
        graph.derives("raw", "illness", "clean", "code", false);
        graph.derives("raw", "mail", "clean", "hash", true);
        graph.derives("raw", "mail", "clean", "domain", false);
        graph.derives("clean", "key", "features", "f1", false);
        graph.derives("clean", "code", "features", "f2", false);
        graph.derives("clean", "hash", "features", "f3", false);
        graph.derives("clean", "domain", "features", "f4", false);
        graph.derives("raw", "unused", "elsewhere", "u", false);

        Reached raw = graph.upstream(List.of("features")).get(1);

        assertThat(raw.dataset()).isEqualTo("raw");
        assertThat(raw.columns())
                .containsExactly(
                        new Reached.Column("illness", false),
                        new Reached.Column("mail", false),
                        new Reached.Column("name", true));
    }

    @Test
    void takesTwoNamesOfOneDatasetForOneHoweverLateItIsTold() {
        graph.derives("raw", "x", "s3://lake/t", "y", false);
        graph.derives("db.t", "y", "features", "z", false);
        graph.same("db.t", "s3://lake/t");

        List<Reached> reached = graph.upstream(List.of("features"));

        assertThat(reached).extracting(Reached::dataset).containsExactly("raw", "s3://lake/t");
        assertThat(reached.get(0).columns()).containsExactly(new Reached.Column("x", false));
        assertThat(graph.names("db.t")).containsExactly("db.t", "s3://lake/t");
    }

    @Test
    void sumsUpGraphs() {
        LineageGraph other = new LineageGraph();
        other.derives("raw", "x", "mid", "y", true);
        other.same("mid", "mid2");
        graph.derives("mid2", "features");
        graph.addAll(other);

        assertThat(graph.upstream(List.of("features")))
                .extracting(Reached::dataset)
                .containsExactly("mid2", "raw");
    }

    /** Whatever the order and however often it is told, the answer is the same. */
    @Test
    void answersTheSameInAnyOrder() {
        Random random = new Random(7);
        List<int[]> arrows = random.ints(400, 0, 60)
                .boxed()
                .map(n -> new int[] {n, random.nextInt(60)})
                .toList();
        List<int[]> shuffled = new java.util.ArrayList<>(arrows);
        shuffled.addAll(arrows);
        java.util.Collections.shuffle(shuffled, random);
        LineageGraph other = new LineageGraph();
        arrows.forEach(arrow -> graph.derives("d" + arrow[0], "d" + arrow[1]));
        shuffled.forEach(arrow -> other.derives("d" + arrow[0], "d" + arrow[1]));

        assertThat(names(other)).isEqualTo(names(graph));
        assertThat(other.flows()).isEqualTo(graph.flows());
    }

    private static List<String> names(LineageGraph graph) {
        return graph.upstream(List.of("d0", "d1")).stream()
                .map(Reached::dataset)
                .toList();
    }
}
