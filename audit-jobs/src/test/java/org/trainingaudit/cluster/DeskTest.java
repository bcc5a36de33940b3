package org.trainingaudit.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskTest {

    private static final String CONFIG = "c0ffee";
    private static final OfferText TEXTS =
            new OfferText(new BrokerKey("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)));

    @TempDir
    Path folder;

    private final SimulatedDatabase database = new SimulatedDatabase(2, 1);
    private final List<Answer> answers = new ArrayList<>();
    private final LeftShares left = new LeftShares();
    private final Desk desk = new Desk(TEXTS, database.claims("a"), CONFIG, left, answers::add);

    private Offer offer() {
        long fence = database.takeOver();
        List<Long> shares = database.begin(fence);
        database.claims(fence).open(shares);
        return new Offer(SimulatedDatabase.RUN, shares.get(0), 1, fence, CONFIG, false);
    }

    @Test
    void takesAShareOnceHoweverOftenItIsOffered() {
        Offer offer = offer();
        assertThat(desk.take(TEXTS.write(offer))).contains(offer);
        assertThat(desk.take(TEXTS.write(offer))).isEmpty();
        assertThat(answers).containsExactly(Answer.TAKEN, Answer.DOUBLED);
    }

    @Test
    void refusesWhatBelongsToAnotherManagerRunOrConfiguration() {
        Offer offer = offer();
        desk.take(TEXTS.write(new Offer(offer.run(), offer.share(), 1, offer.fence() - 1, CONFIG, false)));
        desk.take(TEXTS.write(new Offer("nightly/2020-01-01", offer.share(), 1, offer.fence(), CONFIG, false)));
        desk.take(TEXTS.write(new Offer(offer.run(), 999, 1, offer.fence(), CONFIG, false)));
        desk.take(TEXTS.write(new Offer(offer.run(), offer.share(), 1, offer.fence(), "decaf", false)));
        assertThat(answers).containsExactly(Answer.STALE, Answer.UNKNOWN, Answer.UNKNOWN, Answer.OTHER_CONFIGURATION);
    }

    @Test
    void takesWhatItHasLeftToOthersOnlyWhereNobodyElseIs() {
        Offer offer = offer();
        left.end(offer, true);
        assertThat(desk.take(TEXTS.write(offer))).isEmpty();
        Offer last = new Offer(offer.run(), offer.share(), 1, offer.fence(), CONFIG, true);
        assertThat(desk.take(TEXTS.write(last))).contains(last);
        assertThat(answers).containsExactly(Answer.LEFT, Answer.TAKEN);
        left.begin(last);
        assertThat(left.mayLeave(last.share())).isFalse();
    }

    @Test
    void refusesEveryTextInWhichOneCharacterIsOther() {
        String text = TEXTS.write(offer());
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == '0' ? '1' : '0';
            assertThat(desk.take(text.substring(0, i) + other + text.substring(i + 1)))
                    .as("character %d", i)
                    .isEmpty();
        }
        assertThat(answers).hasSize(text.length()).containsOnly(Answer.FORGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "42", "{}", "{\"seal\":7}", "{\"seal\":\"\"}", "rO0ABXNyAA==", "{\"run\":"})
    void refusesWhatIsNoOffer(String text) {
        assertThat(desk.take(text)).isEmpty();
        assertThat(answers).containsExactly(Answer.FORGED);
    }

    @Test
    void refusesWhatIsTooLongBeforeItIsRead() {
        desk.take(" ".repeat(5_000) + TEXTS.write(offer()));
        assertThat(answers).containsExactly(Answer.FORGED);
    }

    @Test
    void refusesWhatAnotherVersionOfTheProgramSealed() {
        BrokerKey key = new BrokerKey("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
        String content = "{\"version\":1,\"run\":\"x\"}";
        desk.take(content.replace("}", ",\"seal\":\"" + key.seal(content) + "\"}"));
        assertThat(answers).containsExactly(Answer.OTHER_VERSION);
    }

    @Test
    void wantsAKeyThatIsLongEnough() throws IOException {
        Path file = folder.resolve("key");
        assertThatThrownBy(() -> BrokerKey.read(file)).hasMessageContaining("can't be read");
        Files.writeString(file, "short\n");
        assertThatThrownBy(() -> BrokerKey.read(file))
                .hasMessageContaining("has 5 characters in its first line, expected 32 or more")
                .hasMessageContaining("openssl rand -hex 32");
        Files.writeString(file, "0123456789abcdef0123456789abcdef\n");
        assertThat(BrokerKey.read(file).isSealed("x", BrokerKey.read(file).seal("x")))
                .isTrue();
        assertThat(BrokerKey.read(file)).hasToString("BrokerKey");
    }
}
