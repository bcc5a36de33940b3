package org.trainingaudit.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.trainingaudit.finding.Waiver;
import org.trainingaudit.finding.WaiverScope;
import org.trainingaudit.operate.Waiving;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code audit waiver}: accepting findings for a time; one account asks, another decides. */
@Command(
        name = "waiver",
        description = {
            "Accept findings for a time. One account asks, another approves or refuses.",
            "Waived findings are counted apart and never hidden. When a waiver has expired or is withdrawn, or when the"
                    + " finding gets worse, the next run opens it again and says so.",
            Desk.HELP
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | request | approve | refuse | withdraw)")
final class WaiverCommand extends DeskCommand<WaiverActs> {

    private static final String BY = "The account that acts (default: the environment's AUDIT_USER).";
    private static final String WHO = "${env:AUDIT_USER:-}";

    WaiverCommand() {
        super(new Desk<>(RemoteWaivers::new, LocalWaivers::new));
    }

    @Override
    public Integer call() {
        return list();
    }

    @Command(name = "list", description = "List all waivers and how they stand today.", mixinStandardHelpOptions = true)
    int list() {
        return print(act(WaiverActs::list), "waivers", WaiverCommand::line);
    }

    private static String line(Waiving.Listed listed) {
        Waiver waiver = listed.waiver();
        return String.format(
                Locale.ROOT,
                "%-6s %-10s until %s  %s  asked by %s on %s%s",
                waiver.id(),
                listed.standing(),
                waiver.until(),
                waiver.scope().target(),
                waiver.requester(),
                waiver.requestedOn(),
                waiver.decision()
                        .map(decision -> ", decided by " + decision.actor() + " on " + decision.on())
                        .orElse(""));
    }

    @Command(
            name = "request",
            description = "Ask for a waiver: for one finding, for a use, or for a regime and a dataset.",
            mixinStandardHelpOptions = true)
    int request(
            @Option(names = "--finding", paramLabel = "ID", description = "The finding, by its id.")
                    Optional<String> finding,
            @Option(names = "--regime", paramLabel = "ID", description = "Findings under that regime.")
                    Optional<String> regime,
            @Option(names = "--dataset", paramLabel = "ID", description = "Findings on that dataset.")
                    Optional<String> dataset,
            @Option(names = "--use", paramLabel = "ID", description = "Findings of that use.") Optional<String> use,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            description = "Why, without personal data; it stays in the trail.")
                    String reason,
            @Option(
                            names = "--until",
                            required = true,
                            paramLabel = "DATE",
                            description = "The last day on which it shall hold.")
                    LocalDate until,
            @Option(names = "--by", paramLabel = "ACCOUNT", defaultValue = WHO, description = BY) String by) {
        return told(desk -> desk.request(new WaiverScope(finding, regime, dataset, use), by, reason, until));
    }

    @Command(
            name = "approve",
            description = "Approve a waiver that another account asked for.",
            mixinStandardHelpOptions = true)
    int approve(
            @Parameters(paramLabel = "WAIVER", description = "Its id, such as W-1.") String waiver,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why.") String reason,
            @Option(names = "--by", paramLabel = "ACCOUNT", defaultValue = WHO, description = BY) String by) {
        return told(desk -> desk.decide("approve", waiver, by, reason));
    }

    @Command(
            name = "refuse",
            description = "Refuse a waiver that another account asked for.",
            mixinStandardHelpOptions = true)
    int refuse(
            @Parameters(paramLabel = "WAIVER", description = "Its id, such as W-1.") String waiver,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.") String reason,
            @Option(names = "--by", paramLabel = "ACCOUNT", defaultValue = WHO, description = BY) String by) {
        return told(desk -> desk.decide("refuse", waiver, by, reason));
    }

    @Command(
            name = "withdraw",
            description = "Take a waiver back, whether it was asked for or approved.",
            mixinStandardHelpOptions = true)
    int withdraw(
            @Parameters(paramLabel = "WAIVER", description = "Its id, such as W-1.") String waiver,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.") String reason,
            @Option(names = "--by", paramLabel = "ACCOUNT", defaultValue = WHO, description = BY) String by) {
        return told(desk -> desk.decide("withdraw", waiver, by, reason));
    }

    private int told(Function<WaiverActs, Waiver> work) {
        return print(
                List.of(act(work)),
                "waivers",
                waiver -> "Waiver " + waiver.id() + " is " + waiver.state().word() + ", until " + waiver.until()
                        + ", for " + waiver.scope().target() + "; recorded in the trail.");
    }
}
