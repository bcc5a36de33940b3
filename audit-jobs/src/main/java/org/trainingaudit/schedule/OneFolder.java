package org.trainingaudit.schedule;

import org.springframework.stereotype.Component;
import org.trainingaudit.operate.SharedFolder;

/** Before anything is served: the database's own data folder is the one that this program has. */
@Component
class OneFolder {

    OneFolder(SharedFolder folder) {
        folder.require();
    }
}
