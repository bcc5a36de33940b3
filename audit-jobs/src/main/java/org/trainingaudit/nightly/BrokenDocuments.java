package org.trainingaudit.nightly;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.trainingaudit.trail.EntryDraft;
import org.trainingaudit.use.EstateEnd;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Registers and documents with faults, as entries of the trail: which, and how many faults. What the faults are is told to
 * whoever runs the audit; they may quote the document.
 */
@Component
class BrokenDocuments {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String KIND = "quarantine";
    private static final String PLACE = "documents";
    private static final String READ = "faults";
    /** Reports tell of these: a use that stands there may be missing. */
    private static final String UNREAD = "unread";

    private final SafeNames names;

    BrokenDocuments(SafeNames names) {
        this.names = names;
    }

    /**
     * One entry for each file, or other place, that has faults; by name. Nobody says which of them wasn't read to its end, so
     * where one wasn't, none counts as read.
     */
    List<EntryDraft> entries(Run run, EstateEnd end) {
        Map<String, Integer> counts = new TreeMap<>();
        end.faults().forEach(fault -> counts.merge(name(fault.at().file()), 1, Integer::sum));
        List<EntryDraft> entries = new ArrayList<>();
        counts.forEach((name, count) -> entries.add(entry(run, name, end.whole() ? READ : UNREAD, count)));
        return entries;
    }

    /** A workbook's faults name a sheet behind the file; of servers the address is the name. */
    private String name(String file) {
        boolean isAddress = file.contains("://");
        String last = isAddress
                ? file
                : String.valueOf(Path.of(file.replace('\u0000', '?')).getFileName());
        return names.of(last).replace("\n", "\\n");
    }

    private static EntryDraft entry(Run run, String name, String reason, int count) {
        ObjectNode body = JSON.createObjectNode()
                .put("dataset", "")
                .put("partition", PLACE)
                .put("unit", name)
                .put("reason", reason)
                .put("count", count);
        return new EntryDraft(KIND, run.key(), List.of(run.key(), "", PLACE, name), body);
    }
}
