package org.trainingaudit.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Nearest;

/** What registers say of the organisations themselves, which no use states: {@code organisations.yaml}, which may be absent. */
public final class Organisations {

    private static final String FILE = "organisations.yaml";

    private final Map<String, Organisation> controllers;
    private final Map<String, Recipient> recipients;

    private Organisations(Map<String, Organisation> controllers, Map<String, Recipient> recipients) {
        this.controllers = controllers;
        this.recipients = recipients;
    }

    /**
     * The file; what has a fault is missing and the fault is told.
     *
     * @param sources the ids of all sources; a controller is named by the source whose data it answers for
     */
    public static Organisations load(ConfigFiles files, Collection<String> sources, Faults faults) {
        return files.file(FILE)
                .flatMap(file -> file.parse(faults))
                .flatMap(node -> Binder.kebabCase(faults).bind(node, Document.class))
                .map(document -> document.organisations(sources, faults))
                .orElse(new Organisations(Map.of(), Map.of()));
    }

    /** As it was when it was checked. */
    static Organisations of(ConfigFiles files) {
        return load(files, List.of(), new Faults());
    }

    /** Who answers for the data of a source. */
    Organisation controller(String source) {
        return controllers.getOrDefault(source, Organisation.UNKNOWN);
    }

    /** Who receives data, by the id that a use states. */
    Recipient recipient(String id) {
        return recipients.getOrDefault(id, Recipient.UNKNOWN);
    }

    /** Who answers for data; contacts are offices, not persons. */
    record Organisation(
            String name,
            String contact,
            List<String> jointControllers,
            String euRepresentative,
            String dpoContact,
            String erasure,
            String security) {
        static final Organisation UNKNOWN = new Organisation("", "", List.of(), "", "", "", "");
    }

    /** Who receives data. */
    record Recipient(String name, String address, String representative, String category) {
        static final Recipient UNKNOWN = new Recipient("", "", "", "");
    }

    private record OrganisationBlock(
            Location at,
            String name,
            Optional<String> contact,
            List<String> jointControllers,
            Optional<String> euRepresentative,
            Optional<String> dpoContact,
            Optional<String> erasure,
            Optional<String> security) {

        Organisation organisation() {
            return new Organisation(
                    name,
                    contact.orElse(""),
                    jointControllers,
                    euRepresentative.orElse(""),
                    dpoContact.orElse(""),
                    erasure.orElse(""),
                    security.orElse(""));
        }
    }

    private record RecipientBlock(
            String name, Optional<String> address, Optional<String> representative, Optional<String> category) {

        Recipient recipient() {
            return new Recipient(name, address.orElse(""), representative.orElse(""), category.orElse(""));
        }
    }

    private record Document(Map<String, OrganisationBlock> controllers, Map<String, RecipientBlock> recipients) {

        Organisations organisations(Collection<String> sources, Faults faults) {
            controllers.forEach((source, block) -> {
                if (!sources.isEmpty() && !sources.contains(source)) {
                    faults.add(
                            block.at(), "no source '" + source + "' in sources.yaml" + Nearest.hint(source, sources));
                }
            });
            Map<String, Organisation> known = new TreeMap<>();
            controllers.forEach((source, block) -> known.put(source, block.organisation()));
            Map<String, Recipient> receiving = new TreeMap<>();
            recipients.forEach((id, block) -> receiving.put(id, block.recipient()));
            return new Organisations(known, receiving);
        }
    }
}
