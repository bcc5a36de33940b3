package supply;

import java.util.List;

/**
 * A library that is delivered with the program, as the bill of materials has it.
 *
 * @param name group and artifact with a colon between, as advisories name it
 * @param version its release
 * @param sha256 of its jar, in hex
 * @param licences those that it offers, of which one is chosen; by SPDX's identifiers where it names one
 */
record Library(String name, String version, String sha256, List<String> licences) {

    /** One line of the lock. */
    String line() {
        return sha256 + "  " + name + ":" + version;
    }
}
