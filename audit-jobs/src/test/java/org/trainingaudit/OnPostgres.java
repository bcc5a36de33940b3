package org.trainingaudit;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Tests with a PostgreSQL of their own, which is there for all of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnPostgres {

    Server server;

    @BeforeAll
    void startServer() throws IOException, SQLException {
        server = Server.start();
    }

    @AfterAll
    void stopServer() throws IOException {
        server.close();
    }
}
