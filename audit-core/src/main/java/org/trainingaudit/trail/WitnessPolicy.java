package org.trainingaudit.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Which logs are known and which witnesses must have signed (C2SP tlog-policy). */
final class WitnessPolicy {

    private static final Pattern SPACES = Pattern.compile("[ \t]+");
    private static final String NONE = "none";

    private record Group(int least, List<String> members) {}

    private final List<VerifierKey> logs = new ArrayList<>();
    private final Map<String, VerifierKey> witnesses = new HashMap<>();
    private final Map<String, Group> groups = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private String quorum = "";

    private WitnessPolicy() {}

    /** Demands nothing and knows nobody. */
    static WitnessPolicy none() {
        WitnessPolicy policy = new WitnessPolicy();
        policy.quorum = NONE;
        return policy;
    }

    /**
     * Reads a policy.
     *
     * @throws TrailException naming the line that is wrong
     */
    static WitnessPolicy parse(String text) {
        WitnessPolicy policy = new WitnessPolicy();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            try {
                policy.line(line.strip());
            } catch (TrailException e) {
                throw new TrailException("policy line " + number + ": " + e.getMessage(), e);
            }
        }
        if (policy.quorum.isEmpty()) {
            throw new TrailException("the policy has no quorum line; 'quorum none' demands no witness");
        }
        return policy;
    }

    private void line(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        String[] words = SPACES.split(line);
        if (words[0].equals("log") && (words.length == 2 || words.length == 3)) {
            logs.add(key(words[1], VerifierKey.Type.LOG));
        } else if (words[0].equals("witness") && (words.length == 3 || words.length == 4)) {
            fresh(words[1]);
            VerifierKey key = key(words[2], VerifierKey.Type.WITNESS);
            if (witnesses.values().stream()
                    .anyMatch(other -> other.named(key.name()).equals(key))) {
                throw new TrailException("this witness stands under another name too");
            }
            witnesses.put(words[1], key);
        } else if (words[0].equals("group") && words.length >= 4) {
            group(words);
        } else if (words[0].equals("quorum") && words.length == 2 && quorum.isEmpty()) {
            if (!words[1].equals(NONE)) {
                known(words[1]);
            }
            quorum = words[1];
        } else {
            throw new TrailException("expected log, witness, group, or the one quorum line with its words");
        }
    }

    private static VerifierKey key(String text, VerifierKey.Type type) {
        VerifierKey key = VerifierKey.parse(text);
        if (key.type() != type) {
            throw new TrailException("'" + text + "' is a key of another type than the line says");
        }
        return key;
    }

    private void group(String[] words) {
        List<String> names = List.of(words).subList(3, words.length);
        fresh(words[1]);
        for (String name : names) {
            known(name);
            if (!members.add(name)) {
                throw new TrailException("'" + name + "' is a member twice");
            }
        }
        long least = words[2].equals("all")
                ? names.size()
                : words[2].equals("any") ? 1 : Encoding.number(words[2]).orElse(0L);
        if (least < 1 || least > names.size()) {
            throw new TrailException(
                    "'" + words[2] + "' of " + names.size() + " members; expected all, any or a number within");
        }
        groups.put(words[1], new Group((int) least, names));
    }

    private void fresh(String name) {
        if (name.equals(NONE) || witnesses.containsKey(name) || groups.containsKey(name)) {
            throw new TrailException("the name '" + name + "' is taken");
        }
    }

    private void known(String name) {
        if (!witnesses.containsKey(name) && !groups.containsKey(name)) {
            throw new TrailException("no line above defines '" + name + "'");
        }
    }

    List<VerifierKey> logs() {
        return List.copyOf(logs);
    }

    List<VerifierKey> witnesses() {
        return List.copyOf(witnesses.values());
    }

    /** Whether these witness keys' signatures are enough. */
    boolean isMetBy(Set<VerifierKey> signed) {
        return quorum.equals(NONE) || met(quorum, signed);
    }

    private boolean met(String name, Set<VerifierKey> signed) {
        VerifierKey witness = witnesses.get(name);
        if (witness != null) {
            return signed.contains(witness);
        }
        Group group = Objects.requireNonNull(groups.get(name));
        return group.members().stream().filter(member -> met(member, signed)).count() >= group.least();
    }

    String quorum() {
        return quorum;
    }
}
