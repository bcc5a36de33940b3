package org.trainingaudit.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.TrailException;

/**
 * That all programs that serve one database see one data folder: trail, reports and the signer's state lie there. The folder
 * has an id in a file, which moves and is restored with it; the database knows the id of the folder that came first.
 */
@Component
public class SharedFolder {

    private static final String FILE = "folder-id";
    private static final int BYTES = 16;

    private final Places places;
    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();
    private final boolean oneProcess;

    SharedFolder(Places places, JdbcClient jdbc, @Value("${" + Database.ONE_PROCESS + ":false}") boolean oneProcess) {
        this.places = places;
        this.jdbc = jdbc;
        this.oneProcess = oneProcess;
    }

    /**
     * Nothing to be done with the embedded database, which lies in the folder.
     *
     * @throws TrailException where the database belongs to another folder
     */
    public void require() {
        if (oneProcess) {
            return;
        }
        String here = id();
        String known = known(here);
        if (!known.equals(here)) {
            throw new TrailException("the data folder '" + places.data().toAbsolutePath()
                    + "' isn't the one that belongs to this database, which was first served by " + notedBy()
                    + "; trail, reports and signer lie in its folder. Mount that folder on this machine and name it"
                    + " with --data, or give this program a database of its own. Nothing is served");
        }
    }

    private String known(String here) {
        try {
            jdbc.sql("insert into operate_folder (only_one, folder, noted_by) select 1, ?, ?"
                            + " where not exists (select 1 from operate_folder)")
                    .params(here, ThisProcess.name())
                    .update();
        } catch (DuplicateKeyException e) {
            // Another program noted its folder at the same moment.
        }
        return jdbc.sql("select folder from operate_folder").query(String.class).single();
    }

    private String notedBy() {
        return jdbc.sql("select noted_by from operate_folder")
                .query(String.class)
                .single();
    }

    private String id() {
        Path file = places.data().resolve(FILE);
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        try {
            Files.writeString(file, HexFormat.of().formatHex(bytes) + "\n", StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            // It has one.
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder '" + places.data() + "' can't be written", e);
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("'" + file + "' can't be read", e);
        }
    }
}
