package org.trainingaudit.operate;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of this process for people who look for it. */
public final class ThisProcess {

    private static final int LONGEST = 150;

    private ThisProcess() {}

    /** Its number and machine. */
    public static String name() {
        return "process " + ProcessHandle.current().pid() + " on " + host();
    }

    private static String host() {
        try {
            String host = InetAddress.getLocalHost().getHostName();
            return host.substring(0, Math.min(LONGEST, host.length()));
        } catch (UnknownHostException e) {
            return "a machine without a name";
        }
    }
}
