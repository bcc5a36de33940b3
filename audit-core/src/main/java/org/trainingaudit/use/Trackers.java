package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Node;

/** Asks the trackers and stores of the configuration what was trained. */
final class Trackers {

    private static final int PAGE = 1_000;
    private static final int EVENTS_PAGE = 500;
    private static final int MOST_PAGES = 100_000;
    private static final int EXPERIMENTS_AT_ONCE = 100;

    private final Set<String> hosts;
    private final Observations seen;
    private final Set<String> tagNames;
    private final Faults faults;
    private final UnaryOperator<@Nullable String> environment;

    Trackers(
            Set<String> hosts,
            Set<String> tagNames,
            Observations seen,
            Faults faults,
            UnaryOperator<@Nullable String> environment) {
        this.hosts = hosts;
        this.tagNames = tagNames;
        this.seen = seen;
        this.faults = faults;
        this.environment = environment;
    }

    /** Asks one; false where it didn't tell everything, and then a fault says why. */
    boolean ask(Tracker tracker) {
        int before = faults.count();
        Secrets secrets = tracker.secrets(environment, faults);
        if (faults.count() > before) {
            return false;
        }
        if (tracker.kind() == Tracker.Kind.MLFLOW_SQL) {
            new MlflowStore(tracker, hosts, tagNames, faults).read(secrets, seen);
        } else {
            TrackerHttp.of(tracker, hosts, secrets, faults).ifPresent(http -> {
                if (tracker.kind() == Tracker.Kind.MLFLOW) {
                    mlflow(tracker, http);
                } else {
                    marquez(tracker, http);
                }
            });
        }
        return faults.count() == before;
    }

    private void mlflow(Tracker tracker, TrackerHttp http) {
        List<String> experiments = new ArrayList<>();
        pages(
                http,
                "/api/2.0/mlflow/experiments/search",
                "\"view_type\":\"ALL\"",
                answer -> Tree.items(answer, "experiments")
                        .forEach(one -> Tree.text(one, "experiment_id").ifPresent(experiments::add)));
        MlflowRuns runs = new MlflowRuns(tracker.id().value(), seen);
        for (int from = 0; from < experiments.size(); from += EXPERIMENTS_AT_ONCE) {
            List<String> some = experiments.subList(from, Math.min(experiments.size(), from + EXPERIMENTS_AT_ONCE));
            String ids = String.join(",", some.stream().map(Trackers::quoted).toList());
            pages(
                    http,
                    "/api/2.0/mlflow/runs/search",
                    "\"experiment_ids\":[" + ids + "],\"run_view_type\":\"ALL\"",
                    answer -> Tree.items(answer, "runs")
                            .forEach(run -> runs.add(
                                    run,
                                    "tracker:" + tracker.id() + ":"
                                            + Tree.text(run, "info", "run_id").orElse(""))));
        }
    }

    /** Gets one page of an answer. */
    private interface Page {
        void take(Node answer);
    }

    /** Page after page until there is no further one; a page that comes twice ends it with a fault. */
    private void pages(TrackerHttp http, String path, String question, Page page) {
        Set<String> tokens = new HashSet<>();
        String token = "";
        do {
            String further = token.isEmpty() ? "" : ",\"page_token\":" + quoted(token);
            Optional<Node> answer = http.post(path, "{\"max_results\":" + PAGE + "," + question + further + "}");
            answer.ifPresent(page::take);
            token = answer.flatMap(node -> Tree.text(node, "next_page_token")).orElse("");
            if (!token.isEmpty() && (!tokens.add(token) || tokens.size() > MOST_PAGES)) {
                circles(path);
                return;
            }
        } while (!token.isEmpty());
    }

    private static String quoted(String text) {
        return CanonicalJson.MAPPER.writeValueAsString(text);
    }

    private void marquez(Tracker tracker, TrackerHttp http) {
        LineageEvents events = new LineageEvents(
                tracker.id().value(),
                event -> "tracker:" + tracker.id() + ":"
                        + Tree.text(event, "run", "runId").orElse(""),
                seen,
                faults);
        List<Node> before = List.of();
        List<Node> found = List.of();
        int page = 0;
        do {
            before = found;
            found = http.get("/api/v1/events/lineage?limit=" + EVENTS_PAGE + "&offset=" + page * EVENTS_PAGE)
                    .map(answer -> Tree.items(answer, "events"))
                    .orElse(List.of());
            if (page == MOST_PAGES || (!found.isEmpty() && found.equals(before))) {
                circles("/api/v1/events/lineage");
                return;
            }
            found.forEach(events::add);
            page++;
        } while (found.size() == EVENTS_PAGE);
    }

    private void circles(String path) {
        faults.add(Location.of(path), "the answer goes round in circles: a page comes twice");
    }
}
