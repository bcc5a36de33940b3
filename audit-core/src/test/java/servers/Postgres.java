package servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;

/** A real PostgreSQL on this machine, gone when it is closed. It needn't outlive a crash, and so waits for no disk. */
public final class Postgres implements AutoCloseable {

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** A new one, empty. */
    public static Postgres start() throws IOException {
        return new Postgres(
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start());
    }

    /** Its database, as the administrator, whose name is {@code postgres}. */
    public DataSource database() {
        return server.getPostgresDatabase();
    }

    /** The address of its database. */
    public String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
