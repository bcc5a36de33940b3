package org.trainingaudit.config;

import java.util.List;

/** What a person wrote cannot be used; carries every fault, none has been acted on. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** Takes all faults gathered so far. */
    public ConfigurationException(Faults faults) {
        super(faults.text());
        this.faults = faults.all();
    }

    /** A single fault. */
    public static ConfigurationException of(Location at, String message) {
        Faults faults = new Faults();
        faults.add(at, message);
        return new ConfigurationException(faults);
    }

    /** The faults in reading order. */
    public List<Fault> faults() {
        return faults;
    }
}
