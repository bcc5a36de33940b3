package org.trainingaudit.notice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.NoticeKind;
import org.trainingaudit.setup.NoticeSettings;

/** The ways that the settings name. */
@Component
class Ways {

    private final List<Way> all = new ArrayList<>();

    Ways(Configuration setup, Clock clock) {
        NoticeSettings settings = setup.settings().notice();
        Texts texts = new Texts(settings.languages());
        settings.mail().ifPresent(mail -> all.add(new MailWay(mail, texts, System::getenv)));
        settings.webhooks().forEach(hook -> all.add(new WebhookWay(hook, texts, clock, System::getenv)));
    }

    List<Way> of(NoticeKind kind) {
        return all.stream().filter(way -> way.tells(kind)).toList();
    }

    Optional<Way> named(String id) {
        return all.stream().filter(way -> way.id().equals(id)).findFirst();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }
}
