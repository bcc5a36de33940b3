package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;

/** The database that an MLflow server keeps, read without the server. */
class MlflowStoreTest {

    @TempDir
    private Path folder;

    private CollectedUses ask(String tracker) {
        Faults faults = new Faults();
        ConfigFiles files = ConfigFiles.of(ConfigFile.of(
                "collect.yaml", "hosts: [127.0.0.1]\ntrackers:\n  - {id: lab, " + tracker + ", timeout: PT1S}\n"));
        CollectSettings settings = CollectSettings.load(files, Fixtures.CATALOGUE, List.of(), faults);
        faults.throwIfAny();
        return new Collector(Fixtures.CATALOGUE, Fixtures.TAXONOMY, settings)
                .collectAll(List.of(), Map.of("USER", "reader", "PASS", "s3cret")::get);
    }

    @Test
    void readsTheStoreOfAnMlflowServer() throws Exception {
        Path file = folder.resolve("mlflow");
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:" + file + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "reader", "s3cret");
                Statement statement = connection.createStatement()) {
            for (String sql : Files.readAllLines(Fixtures.file("mlflow-store.sql"))) {
                statement.execute(sql);
            }
        }

        CollectedUses found = ask("kind: mlflow-sql, url: \"jdbc:h2:" + file + "\", userEnv: USER, passwordEnv: PASS");
        CollectedUses named =
                ask("kind: mlflow-sql, url: \"jdbc:h2:file:" + file + "\", userEnv: USER, passwordEnv: PASS");

        assertThat(found.faults()).isEmpty();
        assertThat(named.faults()).isEmpty();
        assertThat(named.observed())
                .extracting(Use::id)
                .isEqualTo(found.observed().stream().map(Use::id).toList());
        assertThat(found.observed())
                .extracting(Use::dataset, Use::training)
                .containsExactlyInAnyOrder(
                        tuple("s3://lake/crm", "lab/experiments/7"),
                        tuple("lab/scratch", "lab/experiments/7"),
                        tuple("", "lab/experiments/7"));
        assertThat(Files.exists(Path.of(file + ".mv.db"))).isTrue();
    }

    /** These drivers can reach another machine by what looks like a file's name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:tcp://127.0.0.1:9/mlflow",
                "jdbc:h2:ssl://elsewhere.example/mlflow",
                "jdbc:h2:mem:mlflow",
                "jdbc:h2:zip:/tmp/a.zip!/mlflow",
                "jdbc:h2:file:split:/tmp/mlflow",
                "jdbc:sqlite::resource:https://elsewhere.example/mlflow.db",
                "jdbc:sqlite:file:/tmp/mlflow.db"
            })
    void readsFilesOfThisMachineOnly(String url) {
        CollectedUses found = ask("kind: mlflow-sql, url: \"" + url + "\"");

        assertThat(found.whole()).isFalse();
        assertThat(found.faults().get(0).message()).contains("expected jdbc:postgresql://host/database");
    }

    @Test
    void saysWhenAStoreIsNotThere() {
        CollectedUses found = ask("kind: mlflow-sql, url: \"jdbc:h2:" + folder.resolve("none") + "\"");

        assertThat(found.whole()).isFalse();
        assertThat(found.faults().get(0).message()).contains("the database can't be read (state ");
        assertThat(Files.exists(folder.resolve("none.mv.db"))).isFalse();
    }
}
