package org.trainingaudit.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.trainingaudit.use.AttestationRequest;
import org.trainingaudit.view.AttestedView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code audit attest}: vouch for a fact of a use, list who vouched for what, or take it back. */
@Command(
        name = "attest",
        description = {
            "Vouch for a fact of a use: audit attest USE FACT=VALUE --by ACCOUNT --evidence REF --until DATE.",
            "'audit attest list' shows who vouched for what; 'audit attest withdraw NUMBER --by ACCOUNT --reason TEXT' takes"
                    + " one back.",
            "Goes into the trail at once, and counts from the next run on. After its last day the fact is unknown.",
            Desk.HELP
        },
        customSynopsis = {
            "audit attest USE FACT=VALUE --by ACCOUNT --evidence REF [--since DATE] --until DATE",
            "audit attest list",
            "audit attest withdraw NUMBER --by ACCOUNT --reason TEXT"
        },
        footer = {"", "Exit codes: 0 done; 2 wrong use or configuration, nothing was recorded."},
        mixinStandardHelpOptions = true)
final class AttestCommand extends DeskCommand<AttestActs> {

    @Option(names = "--by", paramLabel = "ACCOUNT", description = "Who vouches; an account, not a person's name.")
    private String by = "";

    @Option(
            names = "--evidence",
            paramLabel = "REF",
            description = "What shows it: the number of a ticket, contract or test report.")
    private String evidence = "";

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "The day from which it was true (default: today). An earlier day is told as later knowledge.")
    private String since = "";

    @Option(names = "--until", paramLabel = "DATE", description = "The last day on which it counts.")
    private String until = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why an attestation is withdrawn.")
    private String reason = "";

    @Parameters(
            arity = "1..2",
            paramLabel = "USE FACT=VALUE",
            description = "The use's id as its register has it, and the fact; members of a set between semicolons.")
    private List<String> words = List.of();

    AttestCommand() {
        super(new Desk<>(RemoteAttestations::new, LocalAttestations::new));
    }

    @Override
    public Integer call() {
        return print(act(asked()), "attestations", given -> Printable.text(line(given)));
    }

    /** What is asked for; checked before anything is opened. */
    private Function<AttestActs, List<AttestedView>> asked() {
        if (words.equals(List.of("list"))) {
            return AttestActs::list;
        }
        if (words.size() == 2 && words.get(0).equals("withdraw")) {
            long number = Numbered.of(words.get(1), "an attestation", "audit attest list");
            return attesting -> List.of(attesting.withdraw(number, by, reason));
        }
        AttestationRequest request = request();
        return attesting -> List.of(attesting.attest(request));
    }

    private AttestationRequest request() {
        int sign = words.size() == 2 ? words.get(1).indexOf('=') : -1;
        if (sign < 1) {
            throw new WrongUse("expected USE FACT=VALUE, list, or withdraw NUMBER, but found '"
                    + Printable.text(String.join(" ", words)) + "'");
        }
        String fact = words.get(1).substring(0, sign);
        String value = words.get(1).substring(sign + 1);
        return new AttestationRequest(words.get(0), fact, value, by, evidence, since, until);
    }

    private static String line(AttestedView given) {
        return String.format(
                Locale.ROOT,
                "%d  %s  %s=%s  since %s until %s, by %s, evidence %s, recorded %s%s",
                given.number(),
                given.use(),
                given.fact(),
                given.value(),
                given.since().map(Object::toString).orElse("ever"),
                given.until().map(Object::toString).orElse("ever"),
                given.by(),
                given.evidence(),
                given.recorded().map(Object::toString).orElse("unknown"),
                given.withdrawn().map(day -> ", withdrawn " + day).orElse(""));
    }
}
