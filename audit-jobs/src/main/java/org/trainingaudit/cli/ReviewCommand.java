package org.trainingaudit.cli;

import java.util.List;
import java.util.function.Function;
import org.trainingaudit.operate.ReviewRequest;
import org.trainingaudit.operate.Reviewing.Listed;
import org.trainingaudit.use.ColumnReview;
import org.trainingaudit.use.ColumnReview.Decision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code audit review}: confirm or reject what a column holds, list who said what, or take it back. */
@Command(
        name = "review",
        description = {
            "Say of a column that it holds a category, or that it doesn't, whatever the scan makes of it.",
            "'audit review list' shows who said what of which column; 'audit review withdraw NUMBER --by ACCOUNT --reason"
                    + " TEXT' takes one back.",
            "Goes into the trail at once, counts from the next run on, and ends when the dataset changes: then a rejected"
                    + " category counts again as the scan has it, and a confirmed one is at least in doubt.",
            Desk.HELP
        },
        customSynopsis = {
            "audit review DATASET COLUMN CATEGORY --confirm|--reject --by ACCOUNT --reason TEXT",
            "audit review list [DATASET]",
            "audit review withdraw NUMBER --by ACCOUNT --reason TEXT"
        },
        footer = {"", "Exit codes: 0 done; 2 wrong use or configuration, nothing was recorded."},
        mixinStandardHelpOptions = true)
final class ReviewCommand extends DeskCommand<ReviewActs> {

    private static final String EXPECTED =
            "expected DATASET COLUMN CATEGORY with --confirm or --reject, list, or withdraw NUMBER, but found '";

    @Option(
            names = "--confirm",
            description = "The column holds the category; also one that the scan hasn't found in it.")
    private boolean confirm;

    @Option(names = "--reject", description = "The column doesn't hold the category that the scan found in it.")
    private boolean reject;

    @Option(names = "--by", paramLabel = "ACCOUNT", description = "Who says so; an account, not a person's name.")
    private String by = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why; never a value of the column, since the trail keeps it for good.")
    private String reason = "";

    @Parameters(
            arity = "1..3",
            paramLabel = "DATASET COLUMN CATEGORY",
            description = "Names as inventory.csv has them, and the category's id.")
    private List<String> words = List.of();

    ReviewCommand() {
        super(new Desk<>(RemoteReviews::new, LocalReviews::new));
    }

    @Override
    public Integer call() {
        return print(act(asked()), "reviews", listed -> Printable.text(line(listed)));
    }

    /** What is asked for; checked before anything is opened. */
    private Function<ReviewActs, List<Listed>> asked() {
        if (words.get(0).equals("list") && words.size() < 3) {
            return reviewing -> reviewing.list(words.stream().skip(1).findFirst());
        }
        if (words.get(0).equals("withdraw") && words.size() == 2) {
            long number = Numbered.of(words.get(1), "a review", "audit review list");
            return reviewing -> List.of(reviewing.withdraw(number, by, reason));
        }
        ReviewRequest request = request();
        return reviewing -> List.of(reviewing.review(request));
    }

    private ReviewRequest request() {
        if (words.size() != 3 || confirm == reject) {
            throw new WrongUse(EXPECTED + Printable.text(String.join(" ", words)) + "'"
                    + (confirm && reject ? " with both --confirm and --reject" : ""));
        }
        Decision decision = confirm ? Decision.CONFIRMED : Decision.REJECTED;
        return new ReviewRequest(words.get(0), words.get(1), words.get(2), decision, by, reason);
    }

    private static String line(Listed listed) {
        ColumnReview review = listed.review();
        String ended = review.withdrawnOn().map(day -> ", ended " + day).orElse("");
        String overtaken = listed.overtaken() ? ", overtaken: the data have changed since" : "";
        return review.number() + "  " + review.dataset() + "  " + review.column() + "  "
                + review.category() + "  " + review.decision().word() + " on " + review.decidedOn() + " by "
                + review.by()
                + ": " + review.reason() + ended + overtaken;
    }
}
