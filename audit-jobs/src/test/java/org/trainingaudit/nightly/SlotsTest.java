package org.trainingaudit.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SlotsTest {

    @Test
    void tellAPartitionItsShareByItsNameAlone() {
        Set<Integer> shares = new TreeSet<>();
        for (String partition : new Slots().partition(12).keySet()) {
            Slots.Share share = Slots.share("judgeShare:" + partition);
            assertThat(share.of()).isEqualTo(12);
            shares.add(share.number());
        }
        assertThat(shares).hasSize(12).contains(0, 11).doesNotContain(12);
    }

    @Test
    void refuseANameThatIsNoPartitions() {
        assertThatThrownBy(() -> Slots.share("judge")).hasMessageContaining("'judge' isn't the name of a partition");
    }
}
