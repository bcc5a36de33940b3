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

        assertThat(found.faults()).isEmpty();
        assertThat(found.observed())
                .extracting(Use::dataset, Use::training)
                .containsExactlyInAnyOrder(
                        tuple("s3://lake/crm", "lab/experiments/7"),
                        tuple("lab/scratch", "lab/experiments/7"),
                        tuple("", "lab/experiments/7"));
        assertThat(Files.exists(Path.of(file + ".mv.db"))).isTrue();
    }

    @Test
    void saysWhenAStoreIsNotThere() {
        CollectedUses found = ask("kind: mlflow-sql, url: \"jdbc:h2:" + folder.resolve("none") + "\"");

        assertThat(found.whole()).isFalse();
        assertThat(found.faults().get(0).message()).contains("the database can't be read (state ");
        assertThat(Files.exists(folder.resolve("none.mv.db"))).isFalse();
    }
}
