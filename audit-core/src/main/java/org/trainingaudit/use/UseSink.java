package org.trainingaudit.use;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Takes uses one by one while registers are read, so that nobody has to hold them all. */
public interface UseSink {

    /** A use that has an entry; no other use before it had its id. */
    void use(Use use);

    /** Where the use of that id has its entry, if one was handed over: its {@link Use#origin()}. */
    Optional<String> origin(String id);

    /**
     * Says that a later entry has the id of a use that was handed over, so that nobody can say which is meant.
     *
     * @param id of the use that was handed over
     * @param mark the fact that puts it in doubt, to be laid beside its others
     */
    void doubt(String id, Fact mark);

    /** A sink that changes each use before this one takes it. */
    default UseSink after(UnaryOperator<Use> change) {
        UseSink then = this;
        return new UseSink() {
            @Override
            public void use(Use use) {
                then.use(change.apply(use));
            }

            @Override
            public Optional<String> origin(String id) {
                return then.origin(id);
            }

            @Override
            public void doubt(String id, Fact mark) {
                then.doubt(id, mark);
            }
        };
    }
}
