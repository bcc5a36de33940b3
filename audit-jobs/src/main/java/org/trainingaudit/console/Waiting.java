package org.trainingaudit.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.trainingaudit.access.Account;
import org.trainingaudit.access.Permission;
import org.trainingaudit.nightly.Runs;
import org.trainingaudit.operate.Attesting;
import org.trainingaudit.operate.BusinessDate;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.operate.Waiving;
import org.trainingaudit.use.Attested;
import org.trainingaudit.view.DatasetList;
import org.trainingaudit.view.NightList;
import org.trainingaudit.view.Sight;
import org.trainingaudit.view.UseList;

/** What waits for whoever looks; it differs by role. */
@Component
class Waiting {

    private static final int SOON_DAYS = 30;
    private static final int NAMED = 5;

    private final Waiving waivers;
    private final Attesting attesting;
    private final BusinessDate date;
    private final Operations operations;
    private final Runs runs;
    private final NightList nights;
    private final DatasetList datasets;
    private final UseList uses;

    Waiting(
            Waiving waivers,
            Attesting attesting,
            BusinessDate date,
            Operations operations,
            Runs runs,
            NightList nights,
            DatasetList datasets,
            UseList uses) {
        this.waivers = waivers;
        this.attesting = attesting;
        this.date = date;
        this.operations = operations;
        this.runs = runs;
        this.nights = nights;
        this.datasets = datasets;
        this.uses = uses;
    }

    /**
     * A thing that waits.
     *
     * @param text the key of its words
     * @param address where it is seen to; empty where there is no one place
     * @param uses the first uses that it is about
     */
    record Item(String text, String address, long count, List<String> uses) {

        Item(String text, String address, long count) {
            this(text, address, count, List.of());
        }
    }

    List<Item> of(Account account, Sight sight) {
        List<Item> items = new ArrayList<>();
        if (may(account, Permission.WAIVE)) {
            items.add(new Item("overview.waivers", "/findings", asked(account, sight)));
        }
        if (may(account, Permission.ATTEST)) {
            items.add(expiring(sight));
        }
        if (may(account, Permission.OPERATE)) {
            items.add(new Item("overview.unfinished", "/runs", isCutShort() ? 1 : 0));
            items.add(new Item("overview.missed", "/runs", nights.missed().size()));
            items.add(new Item("overview.unread", "/datasets", datasets.unread(sight)));
        }
        return items;
    }

    private static boolean may(Account account, Permission permission) {
        return account.role().permissions().contains(permission);
    }

    private boolean isCutShort() {
        return !operations.isAtWork() && runs.newestUnfinished().isPresent();
    }

    private long asked(Account account, Sight sight) {
        return waivers.list().stream()
                .filter(listed -> listed.standing().equals("requested"))
                .filter(listed -> !listed.waiver().requester().equals(account.name()))
                .filter(listed -> waivers.isSeen(listed.waiver(), sight))
                .count();
    }

    private Item expiring(Sight sight) {
        LocalDate today = date.today();
        List<Attested> soon = attesting.all().stream()
                .filter(given ->
                        given.fact().attestation().flatMap(by -> by.withdrawn()).isEmpty())
                .filter(given -> isSoon(given, today))
                .filter(given ->
                        sight.isWhole() || uses.find(given.use(), sight).isPresent())
                .toList();
        TreeSet<String> about = new TreeSet<>();
        soon.forEach(given -> about.add(given.use()));
        return new Item(
                "overview.expiring",
                "",
                soon.size(),
                about.stream().limit(NAMED).toList());
    }

    private static boolean isSoon(Attested given, LocalDate today) {
        return given.fact()
                .until()
                .filter(day -> !day.isBefore(today) && day.isBefore(today.plusDays(SOON_DAYS)))
                .isPresent();
    }
}
