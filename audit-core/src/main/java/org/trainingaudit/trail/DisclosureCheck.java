package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks that what a bundle discloses is what entries of its log committed to. */
final class DisclosureCheck {

    private static final String FOLDER = "disclosures/";
    private static final int LARGEST = 1 << 20;
    private static final List<String> MEMBERS = List.of("commitment", "field", "key", "value");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern QUOTED_HEX = Pattern.compile("\"([0-9a-f]{64})\"");
    private static final String ERASURE = "erasure";

    private final LogFiles log;
    private final PublishedTiles tiles;
    private final Alarms alarms;
    /** The files by the commitment that each opens. */
    private final Map<String, String> files = new TreeMap<>();

    private final Set<String> erased = new TreeSet<>();

    DisclosureCheck(LogFiles log, PublishedTiles tiles, Alarms alarms) {
        this.log = log;
        this.tiles = tiles;
        this.alarms = alarms;
    }

    void run() {
        log.below(FOLDER).forEach(this::file);
        if (files.isEmpty()) {
            return;
        }
        Set<String> wanted = new TreeSet<>(files.keySet());
        for (long index = 0; index < tiles.bundlesPresent(); index++) {
            tiles.bundle(index).ifPresent(bundle -> strike(bundle, wanted));
        }
        files.forEach((commitment, file) -> {
            if (wanted.contains(commitment)) {
                alarms.invalid(file, "no entry of the log commits to it");
            }
        });
        erased.forEach(commitment -> alarms.note(
                files.get(commitment) + " opens what the log says was forgotten; this is a copy from before"));
        int open = files.size() - wanted.size();
        alarms.note(open + (open == 1 ? " disclosure opens" : " disclosures open") + " what entries commit to");
    }

    private void file(String path) {
        try {
            Map<?, ?> opening = members(log.read(path, LARGEST).orElseThrow());
            String commitment = text(opening, "commitment");
            require(path.equals(FOLDER + commitment + ".json"), "its name is not the commitment that it opens");
            require(HEX.matcher(text(opening, "key")).matches(), "its key is not one of 32 bytes in hex");
            byte[] value = text(opening, "value").getBytes(StandardCharsets.UTF_8);
            StrictJson.parse(value);
            require(
                    committed(text(opening, "key"), text(opening, "field"), value)
                            .equals(commitment),
                    "key and value do not give the commitment " + commitment);
            files.put(commitment, path);
        } catch (StrictJson.Refused | TrailException e) {
            alarms.invalid(path, String.valueOf(e.getMessage()));
        }
    }

    private static Map<?, ?> members(byte[] bytes) throws StrictJson.Refused {
        Object value = StrictJson.parse(bytes);
        require(
                value instanceof Map<?, ?> map && List.copyOf(map.keySet()).equals(MEMBERS),
                "expected an object with exactly the members " + MEMBERS);
        return (Map<?, ?>) value;
    }

    private static String text(Map<?, ?> opening, String member) throws StrictJson.Refused {
        require(opening.get(member) instanceof String, "expected a string as " + member);
        return (String) Optional.ofNullable(opening.get(member)).orElse("");
    }

    private static void require(boolean good, String why) throws StrictJson.Refused {
        if (!good) {
            throw new StrictJson.Refused(why);
        }
    }

    private static String committed(String key, String field, byte[] value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256"));
            mac.update(("audit-commit/v1\n" + field + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(value));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** Takes what the bundle's entries commit to off the list. That something was erased doesn't commit to it. */
    private void strike(EntryBundle bundle, Set<String> wanted) {
        String all = new String(bundle.bytes(), StandardCharsets.ISO_8859_1);
        for (int at = 0; at < bundle.count(); at++) {
            Matcher quoted = QUOTED_HEX.matcher(all).region(bundle.from(at), bundle.to(at));
            while (quoted.find()) {
                if (files.containsKey(quoted.group(1))) {
                    told(quoted.group(1), all.substring(bundle.from(at), bundle.to(at)), wanted);
                }
            }
        }
    }

    private void told(String commitment, String entry, Set<String> wanted) {
        if (entry.contains(",\"kind\":\"" + ERASURE + "\",")) {
            erased.add(commitment);
        } else {
            wanted.remove(commitment);
        }
    }
}
