package org.trainingaudit.operate;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.database.Database;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.TrailException;

/**
 * That all programs that serve one database see one data folder: trail, reports and the signer's state lie there. The folder
 * has an id in a file, which moves and is restored with it; the database knows the id of the folder that came first.
 */
@Component
public class SharedFolder {

    private final Places places;
    private final JdbcClient jdbc;
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
        String here = new FolderId(places.data()).get();
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
}
